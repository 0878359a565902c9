"""Fields become nouns, and every mistake in them is told once, at its place."""

from typing import TypeVar

import pytest

from evidence_commons.load.bind import Binder
from evidence_commons.load.events import read_events
from evidence_commons.load.nodes import Fields
from evidence_commons.model.case_study import CaseStudy, Place
from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim
from evidence_commons.model.faults import (
    BadValue,
    Fault,
    IndentedField,
    MissingField,
    RawHtml,
    Shorthand,
    UnknownField,
    WrongKind,
)
from evidence_commons.model.fields import Noun
from evidence_commons.model.text import Date, Number

AnyNoun = TypeVar("AnyNoun", bound=Noun)

CLAIM = "id: rides\ntext: More rides.\noutcome: access\ndirection: better\ndesign: survey\n"

SIX_MISTAKES = """\
id: robin-taxis
titel: Robin Taxis
summary: Riders own it.
status: active
started: 2019-02-30
url: www.robintaxis.example
themes: transport
places:
  - name: Lower Nowhere
    latitude: north
body: |
  Riders <b>own</b> it.
provenance:
  contributed_via: form
  ai_assisted: none
"""


def bound(kind: type[AnyNoun], text: str) -> tuple[AnyNoun, list[Fault]]:
    read, faults = read_events(text, "entry.yaml")
    assert isinstance(read, Fields)
    binder = Binder("entry.yaml", text)
    noun = binder.noun(kind, read)
    return noun, [*faults, *binder.faults]


class TestWhatIsWellTyped:
    def test_becomes_a_noun_that_knows_where_it_begins(self) -> None:
        place, faults = bound(Place, "name: Fjellby\ncountry: NO\nlongitude: 10.20\n")
        assert not faults
        assert (place.name, place.country, place.longitude) == ("Fjellby", "NO", "10.20")
        assert isinstance(place.longitude, Number)
        assert str(place.location) == "entry.yaml:1:1"

    def test_is_blank_where_nothing_was_typed(self) -> None:
        claim, faults = bound(Claim, CLAIM + "sample:\nreplicated_in: []\n")
        assert not faults
        assert (claim.sample, claim.replicated_in, claim.manual) == (None, (), None)

    def test_may_use_names_of_another_standard(self) -> None:
        study, _ = bound(
            CaseStudy,
            "funding:\n  - title: A taxi\n    fundingOrganization:\n      name: Council\n",
        )
        assert study.funding[0].funder.name == "Council"


class TestEveryMistakeOfAFileIsToldInOneRun:
    def test_seven_mistakes_of_seven_kinds_give_seven_faults(self) -> None:
        _, faults = bound(CaseStudy, SIX_MISTAKES)
        told = [(type(fault), fault.location.line) for fault in faults]
        assert sorted(told, key=str) == sorted(
            [
                (UnknownField, 2),
                (MissingField, 1),  # the title: the rule sees that line 2 has told it already
                (BadValue, 5),
                (BadValue, 6),
                (WrongKind, 7),
                (BadValue, 10),
                (RawHtml, 12),
                (MissingField, 14),
            ],
            key=str,
        )

    def test_what_is_sound_beside_them_is_kept(self) -> None:
        study, _ = bound(CaseStudy, SIX_MISTAKES)
        assert (study.summary, study.status) == ("Riders own it.", "active")
        assert study.themes == ("transport",)
        assert study.provenance.ai_assisted == "none"


class TestOneMistakeIsToldOnce:
    def test_a_slip_in_a_name_is_known_to_the_missing_field(self) -> None:
        _, faults = bound(Place, "nam: Fjellby\n")
        missing = next(fault for fault in faults if isinstance(fault, MissingField))
        assert missing.slips == ("nam",)
        assert "name" in missing.free

    def test_a_missing_noun_does_not_miss_its_own_fields(self) -> None:
        _, faults = bound(CaseStudy, "id: a\ntitle: a\nsummary: a\nstatus: a\nthemes: [a]\n")
        assert [fault.key for fault in faults if isinstance(fault, MissingField)] == ["provenance"]

    def test_a_value_of_bad_form_is_not_missing_too(self) -> None:
        claim, faults = bound(Claim, CLAIM + "checked: soon\nsample: many\n")
        assert [type(fault) for fault in faults] == [BadValue, BadValue]
        assert isinstance(claim.checked, Date)
        assert not claim.checked

    def test_a_citation_of_the_wrong_shape_is_still_a_citation(self) -> None:
        for typed in ("citations: wren2021\n", "citations:\n  - wren2021\n"):
            claim, faults = bound(Claim, CLAIM + typed)
            assert [type(fault) for fault in faults] == [WrongKind]
            assert len(claim.citations) == 1
            assert isinstance(claim.citations[0], Citation)

    def test_a_shortcut_is_not_missing_too(self) -> None:
        claim, faults = bound(Claim, CLAIM.replace("More rides.", "*rides"))
        assert [type(fault) for fault in faults] == [Shorthand]
        assert claim.text == ""

    def test_fields_copied_by_a_shortcut_are_not_missing_too(self) -> None:
        _, faults = bound(Claim, "<<: *other\nid: rides\n")
        assert [type(fault) for fault in faults] == [Shorthand]


class TestAFaultSaysEnoughForItsWords:
    def test_which_fields_are_not_yet_filled_in(self) -> None:
        _, faults = bound(Citation, "key: wren2021\npage: 4\n")
        fault = faults[0]
        assert isinstance(fault, UnknownField)
        assert (fault.known, fault.free) == (("key", "locator", "quote"), ("locator", "quote"))
        assert fault.lost == ("4",)

    def test_which_field_was_wanted_where_text_stands(self) -> None:
        _, faults = bound(Claim, CLAIM + "citations:\n  - wren2021\n")
        fault = faults[0]
        assert isinstance(fault, WrongKind)
        assert (fault.alone, fault.text, fault.item) == ("key", "wren2021", True)

    def test_whether_a_field_is_empty_or_not_there(self) -> None:
        _, faults = bound(Place, "name:\n")
        fault = faults[0]
        assert isinstance(fault, MissingField)
        assert fault.empty


class TestALineThatBeginsTooFarToTheRight:
    @pytest.mark.parametrize("sign", [">", ">-", "|", "|+"])
    @pytest.mark.parametrize("end", ["", "\n", "\n\n"])
    def test_is_told_and_no_field_is_missing_for_it(self, sign: str, end: str) -> None:
        text = f"id: rides\ntext: {sign}\n  More rides.\n  outcome: access\n  design: survey{end}"
        _, faults = bound(Claim, text)
        swallowed = [fault for fault in faults if isinstance(fault, IndentedField)]
        assert [(one.line, str(one.location)) for one in swallowed] == [
            ("outcome: access", "entry.yaml:4:3"),
            ("design: survey", "entry.yaml:5:3"),
        ]
        assert {(one.swallower, one.beside) for one in swallowed} == {("text", "text")}
        missing = [fault.key for fault in faults if isinstance(fault, MissingField)]
        assert missing == ["direction"]

    def test_may_belong_to_what_is_around(self) -> None:
        quote = "quote: |-\n      We ride.\n      sample: 4\n"
        text = f"{CLAIM}citations:\n  - key: wren2021\n    {quote}"
        _, faults = bound(Claim, text)
        assert [type(fault) for fault in faults] == [IndentedField]
        assert isinstance(faults[0], IndentedField)
        assert (faults[0].swallower, faults[0].beside) == ("quote", "citations")

    @pytest.mark.parametrize(
        "line", ["nobody: 4", "the design: survey", "designs: survey", "design:survey", "design"]
    )
    def test_is_text_where_no_field_has_its_name(self, line: str) -> None:
        claim, faults = bound(Claim, CLAIM.replace("More rides.", f">-\n  More rides.\n  {line}"))
        assert not faults
        assert claim.text == f"More rides. {line}"

    def test_is_text_in_markdown(self) -> None:
        _, faults = bound(CaseStudy, "body: |\n  Robin.\n  status: active\n")
        assert not [fault for fault in faults if isinstance(fault, IndentedField)]

    def test_may_stand_in_quotes(self) -> None:
        _, faults = bound(Claim, CLAIM.replace("More rides.", '"More rides.\n  sample: 4"'))
        assert [type(fault) for fault in faults] == [IndentedField]
