"""What the browser counts: the same as is found by a look at every entry, whatever is chosen."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.building import ROOT

from evidence_commons.model.address import slug
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.order import by_title
from evidence_commons.pipeline import open_commons, result_files, site

ENTRIES, CHOICES = 40, 60
COUNTED = """async ([root, data, choices]) => {
    const { Choice } = await import(root + 'assets/choice.js');
    const { Facets } = await import(root + 'assets/facets.js');
    const facets = new Facets(data, root);
    const id = (entry) => data.entries.id[entry];
    return choices.map(([chosen, among]) => {
        const choice = Choice.from(new Choice(chosen).toParams());
        const set = among && new Set(among.map((one) => data.entries.id.indexOf(one)));
        const { entries, claims } = facets.narrowed(choice, set);
        const counts = {};
        facets.counts(choice, set).forEach((counted, facet) => {
            facets.facet(facet).values.forEach((value, place) => {
                if (counted[place]) counts[`${facet} ${value.id}`] = counted[place];
            });
        });
        return { entries: entries.map(id), claims: claims.length, counts };
    });
}"""

Marks = dict[str, set[str]]


class Plain:
    """Entries and claims with all the values that they bear, found the plainest way there is."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.entries = {
            one.id: (self._entry(one), [self._claim(one, claim) for claim in one.claims])
            for one in by_title(catalogue.case_studies.values())
        }

    def _wider(self, vocabulary: str, ids: Any) -> set[str]:
        found: set[str] = set()
        for name in ids:
            term = self.catalogue.term(vocabulary, name)
            while term and term.id not in found:
                found.add(str(term.id))
                term = self.catalogue.term(vocabulary, term.broader or "")
        return found or {"-"}

    def _questions(self, ids: Any) -> set[str]:
        found: set[str] = set()
        for name in ids:
            asked = self.catalogue.questions.get(name)
            while asked and asked.id not in found:
                found.add(str(asked.id))
                asked = self.catalogue.questions.get(asked.under or "")
        return found or {"-"}

    def _entry(self, one: CaseStudy) -> Marks:
        nations = {place.nation.name for place in one.places if place.nation}
        countries = [
            self.catalogue.term("countries", place.country)
            for place in one.places
            if place.country and not place.nation
        ]
        nations |= {term.label for term in countries if term}
        return {
            "theme": self._wider("themes", one.themes),
            "technology": self._wider("technologies", one.technologies),
            "question": self._questions(one.questions),
            "status": {str(one.status)},
            "example": {str(one.example_of or "-")},
            "legal-form": self._wider(
                "legal-forms", [body.legal_form for body in one.organisations if body.legal_form]
            ),
            "region": {slug(place.region) for place in one.places if place.region} or {"-"},
            "nation": {slug(name.removeprefix("the ")) for name in nations} or {"-"},
            "year": {one.started[:4] if one.started else "-"},
        }

    def _claim(self, study: CaseStudy, claim: Any) -> Marks:
        return {
            "outcome": self._wider("outcomes", [claim.outcome]),
            "direction": {str(claim.direction)},
            "level": {str(self.catalogue.strength(claim, study).level)},
        }

    def narrowed(self, choice: Marks, among: list[str] | None) -> dict[str, list[Marks]]:
        """The ids of the entries that are left, each with its claims that are."""
        found = {}
        for name, (own, claims) in self.entries.items():
            told = [claim for claim in claims if _meets(claim, choice)]
            asked = not {"outcome", "direction", "level"}.isdisjoint(choice)
            if _meets(own, choice) and (told or not asked) and (among is None or name in among):
                found[name] = told
        return found

    def counts(self, choice: Marks, among: list[str] | None) -> dict[str, int]:
        """For each value how many entries there would be with it alone in its facet."""
        values = {
            (facet, value)
            for own, claims in self.entries.values()
            for marks in (own, *claims)
            for facet, borne in marks.items()
            for value in borne
        }
        counted = {
            f"{facet} {value}": len(self.narrowed({**choice, facet: {value}}, among))
            for facet, value in values
        }
        return {name: count for name, count in counted.items() if count}


def _meets(marks: Marks, choice: Marks) -> bool:
    return all(marks[facet] & wanted for facet, wanted in choice.items() if facet in marks)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plain, dict[str, Any]]:
    """A commons that is larger than a handful, and its file of facets."""
    commons = tmp_path_factory.mktemp("larger") / "commons"
    command = [sys.executable, ROOT / "benchmarks" / "make_corpus.py", str(ENTRIES), commons]
    subprocess.run(command, check=True, capture_output=True)
    _nest(commons / "case_studies" / "vocabulary" / "themes.yaml")
    opened = open_commons(commons)
    (facets, *_) = result_files(site(opened))
    return Plain(opened.catalogue), json.loads(facets.content)


def _nest(themes: Path) -> None:
    """Put the second theme under the first, if no theme is under another."""
    text = themes.read_text("utf-8")
    if "broader:" not in text:
        first, second, *rest = text.split("  - id: ")[1:]
        head = text.split("  - id: ")[0]
        wide = first.split("\n")[0]
        nested = second.replace("\n", f"\n    broader: {wide}\n", 1)
        themes.write_text("  - id: ".join([head, first, nested, *rest]), "utf-8")


def _choices(plain: Plain, chance: Random) -> list[tuple[dict[str, list[str]], list[str] | None]]:
    """All kinds of choices, the empty one first."""
    known: dict[str, set[str]] = {}
    for own, claims in plain.entries.values():
        for marks in (own, *claims):
            for facet, borne in marks.items():
                known.setdefault(facet, set()).update(borne)
    choices: list[tuple[dict[str, list[str]], list[str] | None]] = [({}, None)]
    for _ in range(CHOICES):
        chosen = {}
        for facet in chance.sample(sorted(known), chance.randint(0, 4)):
            values = sorted(known[facet])
            chosen[facet] = chance.sample(values, min(len(values), chance.randint(1, 3)))
        ids = sorted(plain.entries)
        among = chance.sample(ids, len(ids) // 2) if chance.random() < 0.3 else None
        choices.append((chosen, among))
    return choices


def test_the_browser_finds_and_counts_what_a_look_at_every_entry_finds(
    page: Page, address: str, made: tuple[Plain, dict[str, Any]]
) -> None:
    plain, data = made
    choices = _choices(plain, Random(6))  # noqa: S311
    page.goto(address + "404.html")
    told = page.evaluate(COUNTED, [address, data, choices])
    for (chosen, among), answer in zip(choices, told, strict=True):
        choice = {facet: set(values) for facet, values in chosen.items()}
        found = plain.narrowed(choice, among)
        assert answer["entries"] == list(found), chosen
        assert answer["claims"] == sum(map(len, found.values())), chosen
        assert answer["counts"] == plain.counts(choice, among), chosen
    assert any(not answer["entries"] for answer in told)
    assert sum(len(answer["entries"]) > 3 for answer in told) > 20
