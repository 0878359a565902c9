"""What a page says that it shows is all that it looks at.

A page is left as it was while the things are as they were that its maker names. So here every page
of a commons is made while somebody notes which things it asks for anything: one that was not named
could change, and the page would go on telling the old tale.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from evidence_commons.link.outline import outlines
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.reference import Reference
from evidence_commons.model.vocabulary import Listed
from evidence_commons.pipeline import Opened, open_commons, site
from evidence_commons.render.pages import pages

KINDS = (CaseStudy, Metric, PolicyQuestion, Reference)


def name(thing: object) -> str:
    """What a thing is called in an outline."""
    if isinstance(thing, Reference):
        return f"reference {object.__getattribute__(thing, 'key')}"
    kind = {CaseStudy: "case-study", Metric: "metric", PolicyQuestion: "question"}[type(thing)]
    return f"{kind} {object.__getattribute__(thing, 'id')}"


def named(shown: Iterable[object]) -> Iterator[object]:
    """Every thing among those that a page says it shows."""
    for one in shown:
        if isinstance(one, KINDS):
            yield one
        elif isinstance(one, Listed):
            continue
        elif is_dataclass(one):
            yield from named([getattr(one, part.name) for part in fields(one)])
        elif isinstance(one, Iterable) and not isinstance(one, str):
            yield from named(one)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of all things that anybody asks for anything but its name."""
    seen: set[str] = set()

    def note(thing: object, attribute: str) -> object:
        if attribute not in ("id", "key", "location") and not attribute.startswith("__"):
            seen.add(name(thing))
        return object.__getattribute__(thing, attribute)

    for kind in KINDS:
        monkeypatch.setattr(kind, "__getattribute__", note)
    return seen


def test_what_pages_look_at_is_named(made_up: Path, asked: set[str]) -> None:
    opened: Opened = open_commons(made_up)
    collection = opened.catalogue.collection
    mentions = {one.path: one.mentions for one in outlines(collection)}
    texts = {name(one): one.location.path for one in collection.entries}
    made = site(opened, url="https://commons.example/", name="A made-up commons")
    wrong = {}
    for address, maker in pages(made).items():
        if maker.shows is None:
            continue
        asked.clear()
        things = {name(thing) for thing in named(maker.shows())}
        # What a number was counted of that the page shows is not shown itself.
        counted = set(asked)
        allowed = counted.union(things, *(mentions.get(texts.get(one, ""), ()) for one in things))
        asked.clear()
        maker()
        if more := asked - allowed:
            wrong[address] = sorted(more)[:3]
    assert wrong == {}
