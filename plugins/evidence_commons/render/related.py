"""Related examples in the words of a page: each with the reason why it is shown."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from evidence_commons.diagnostics.words import mid_sentence, together
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.organisation import organisations
from evidence_commons.model.related import Feature, Related, kinship
from evidence_commons.render.escaping import shown
from evidence_commons.render.sheet import Sheet

_MOST = 3
"""So many reasons are given at most."""

_VOCABULARIES = {"theme": "themes", "technology": "technologies", "outcome": "outcomes"}
_BOTH = {
    "organisation": "This takes part in both:",
    "place": "Both are in",
    "region": "Both are in this region:",
    "outcome": "Both make claims about",
    "question": "Both speak to a question:",
    "technology": "Both use",
    "theme": "Both are about",
}


class Near(NamedTuple):
    """A related example, and why it is shown."""

    study: CaseStudy
    reasons: list[Markup]


def related(sheet: Sheet, study: CaseStudy) -> list[Near]:
    """The examples nearest to one, the nearest first."""
    found = sheet.site.once(kinship).of(study)
    return [Near(one.study, list(_reasons(sheet, study, one))) for one in found]


def _reasons(sheet: Sheet, study: CaseStudy, other: Related) -> Iterator[Markup]:
    """Why two examples are near, the strongest reason first; those of a kind together."""
    kinds = dict.fromkeys(feature.kind for feature in other.shared)
    if "place" in kinds:
        kinds.pop("region", None)
    for kind in list(kinds)[:_MOST]:
        named = [_named(sheet, one) for one in other.shared if one.kind == kind]
        apart = _apart(sheet, study, other) if kind == "outcome" else ""
        # What is shared was escaped one by one.
        yield Markup(f"{_BOTH[kind]} {together(named)}{shown(apart)}")  # noqa: S704


def _named(sheet: Sheet, feature: Feature) -> str:
    """What is shared, escaped, as a link to its page if it has one."""
    catalogue = sheet.site.catalogue
    if feature.kind in _VOCABULARIES:
        vocabulary = _VOCABULARIES[feature.kind]
        words = mid_sentence(sheet.label(vocabulary, feature.id))
        return _link(words, sheet.to_term(vocabulary, feature.id))
    if feature.kind == "question" and feature.id in catalogue.questions:
        asked = catalogue.questions[feature.id]
        return _link(asked.title, sheet.to(asked))
    if feature.kind == "organisation":
        body = sheet.site.once(organisations).by_slug[feature.id]
        return _link(body.name, sheet.to(body.address))
    return shown(feature.id)


def _apart(sheet: Sheet, study: CaseStudy, other: Related) -> str:
    """Whether they disagree on an outcome that both make claims about."""
    for feature in other.shared:
        if feature.kind == "outcome":
            here, there = (_directions(sheet, one, feature.id) for one in (study, other.study))
            if here != there:
                return f" (here {here}; there {there})"
    return ""


def _directions(sheet: Sheet, study: CaseStudy, outcome: str) -> str:
    named = dict.fromkeys(one.direction for one in study.claims if one.outcome == outcome)
    return together([mid_sentence(sheet.label("directions", one)) for one in named])


def _link(words: str, address: str) -> str:
    return f'<a href="{shown(address)}">{shown(words)}</a>'
