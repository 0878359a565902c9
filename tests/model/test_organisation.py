"""The same organisation in many entries."""

from dataclasses import replace

import pytest
from tests.building import INVENTED

from evidence_commons.model.case_study import CaseStudy, Organisation
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.organisation import organisations
from evidence_commons.model.text import Text
from evidence_commons.pipeline import open_commons


def _commons(*bodies: tuple[str, str]) -> Catalogue:
    """A commons of one example for each body, named by name and identifier."""
    whole = open_commons(INVENTED).catalogue
    study = replace(whole.case_studies["owl-library"], funding=())
    studies: dict[str, CaseStudy] = {}
    for number, (name, id) in enumerate(bodies):
        body = Organisation(name=Text(name), role=Text("operator"), id=Text(id) if id else None)
        title = Text(f"s{number}")
        studies[title] = replace(study, id=title, title=title, organisations=(body,))
    return replace(whole, case_studies=studies)


@pytest.mark.parametrize(
    ("bodies", "count"),
    [
        ([("Owls", ""), ("owls", "")], 1),
        ([("Owls", ""), ("The Owls", "")], 1),
        ([("Owls", "GB-COH-1"), ("Owls Ltd", "GB-COH-1")], 1),
        ([("Owls", "GB-COH-1"), ("Owls", "")], 1),
        ([("Owls", "GB-COH-1"), ("Owls", "GB-COH-2")], 2),
        ([("Owls", "GB-COH-1"), ("Owls", "GB-COH-2"), ("Owls", "")], 3),
        ([("Owls", ""), ("Wrens", "")], 2),
    ],
)
def test_it_is_known_by_its_identifier_or_else_by_its_name(
    bodies: list[tuple[str, str]], count: int
) -> None:
    found = organisations(_commons(*bodies))
    assert len(found.every) == count
    assert len({known.address for known in found.every}) == count
    assert sum(len(known.parts) for known in found.every) == len(bodies)
    for name, id in bodies:
        assert found.find(name, id or None) in found.every


def test_other_spellings_are_told() -> None:
    (known,) = organisations(_commons(("Owls", "GB-COH-1"), ("Owls Ltd", "GB-COH-1"))).every
    assert (known.name, known.also, known.id) == ("Owls", ("Owls Ltd",), "GB-COH-1")


@pytest.mark.parametrize("name", ["Сова", "con", "x" * 200])
def test_every_name_has_an_address_that_every_system_takes(name: str) -> None:
    (known,) = organisations(_commons((name, ""))).every
    assert known.slug.isascii()
    assert 0 < len(known.slug) <= 80
    assert known.slug != "con"


def test_who_gave_a_grant_takes_part() -> None:
    found = organisations(open_commons(INVENTED).catalogue)
    council = found.find("Lower Nowhere Town Council")
    assert council
    assert [bool(part.grant) for part in council.parts] == [False, True]
    assert council.id == "GB-LAE-ZZZ"
