"""The rule book: the page of one rule, and the list of all by chapter."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from evidence_commons.diagnostics import Rule, Severity
from evidence_commons.model.page import Page
from evidence_commons.model.prose import Prose
from evidence_commons.render.sheet import Sheet, Site

_MEANINGS = {
    Severity.ERROR: "what it stands in is not published until it is mended.",
    Severity.WARNING: "it wants a second look before the change is accepted.",
    Severity.NOTICE: "it is good to know, and nothing has to be done.",
}


class _Chapter(NamedTuple):
    name: str
    anchor: str
    rules: tuple[Rule, ...]


def rule(site: Site, one: Rule, text: Prose) -> Page:
    """The page of one rule."""
    return Sheet(site, f"rules/{one.code}/").page(
        "rule.html",
        title=one.title,
        description=f"Rule {one.code}: what is wrong, why it is checked, and how to mend it.",
        rule=one,
        meaning=_MEANINGS[one.severity],
        anchor=_anchor(one.group),
        text=text,
    )


def rules(site: Site) -> Page:
    """The list of all rules."""
    every = [one for one, _ in site.rules]
    return Sheet(site, "rules/").page(
        "rules.html",
        title="Rules",
        description="What is checked in every entry before it is published, and why.",
        count=len(every),
        meanings=[
            (severity, meaning, sum(one.severity is severity for one in every))
            for severity, meaning in _MEANINGS.items()
        ],
        chapters=_chapters(every),
    )


def _chapters(every: Iterable[Rule]) -> list[_Chapter]:
    return [
        _Chapter(name, _anchor(name), tuple(inside))
        for name, inside in groupby(every, lambda one: one.group)
    ]


def _anchor(group: str) -> str:
    return group.lower().replace(" ", "-")
