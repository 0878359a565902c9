"""Whoever holds what was read shows the pages that are made when everything is read anew."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.publish.test_again import EDITS, STEPS, Bench, Edit

from evidence_commons.model.page import Page
from evidence_commons.pipeline import Opened, site, site_again
from evidence_commons.publish.opening import Held, reopen_commons
from evidence_commons.publish.store import Store
from evidence_commons.render.pages import PagesByPart, pages
from evidence_commons.render.sheet import Site
from evidence_commons.shelves import Formatting


class Holding:
    """A process that opens a commons again and again, as a preview does."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.held = bench, Held()
        self.store = Store(bench.memory / "store")
        self.made: Site | None = None

    def same(self) -> bool:
        """Whether it finds and shows what is found and shown when nothing is held."""
        commons = self.bench.commons
        again = reopen_commons(commons, self.bench.memory / "found", self.store, self.held)
        anew = reopen_commons(commons)
        self.made = (self.made and site_again(self.made, again.opened)) or self.site(again.opened)
        assert again.opened.diagnostics == anew.opened.diagnostics
        assert again.digests == anew.digests
        return by_part(self.made) == all_of(self.site(anew.opened))

    def site(self, opened: Opened) -> Site:
        formatting = Formatting(folder=self.bench.shared)
        return site(opened, "", formatting, "A made-up commons", "https://c.example/")


def all_of(made: Site) -> dict[str, Page]:
    return {address: maker() for address, maker in pages(made).items()}


def by_part(made: Site) -> dict[str, Page]:
    """The pages by parts that are gathered one after another, as people ask for them."""
    makers = PagesByPart(made)
    return {address: makers[address]() for address in reversed(list(pages(made)))}


@pytest.mark.parametrize("first", range(0, len(EDITS), 9))
def test_after_each_kind_of_change(first: int, small: Path, tmp_path: Path) -> None:
    holding = Holding(Bench(small, tmp_path))
    assert holding.same()
    for number, edit in enumerate(EDITS[first : first + 9]):
        edit(holding.bench, 7 + number)
        assert holding.same()


@given(steps=STEPS)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_any_series_of_changes(
    steps: list[tuple[Edit, int]], small: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    holding = Holding(Bench(small, tmp_path_factory.mktemp("held")))
    for edit, number in steps:
        edit(holding.bench, number)
        assert holding.same()


def test_a_page_that_is_not_there_is_in_no_part(small: Path, tmp_path: Path) -> None:
    made = Holding(Bench(small, tmp_path)).site(reopen_commons(small).opened)
    makers = PagesByPart(made)
    assert set(makers) == set(pages(made))
    for nowhere in ("nothing/", "case-studies/nobody/", "case-studies", "rules/none/", "/"):
        assert nowhere not in makers
