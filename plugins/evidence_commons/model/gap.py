"""Why there is no evidence on some outcome of some theme: the state of an empty place.

Evidence maps show where nothing is known and seldom why. Here a look for evidence is recorded
with the themes and outcomes that it covered, so that an empty place can say more than nothing.
After 3ie's absolute gaps; that a gap has one of five states is this commons' own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_commons.diagnostics.words import many
from evidence_commons.model.question import PolicyQuestion, Search

STATES = ("under-way", "done", "begun", "not-applicable")
"""Terms of the vocabulary of search statuses, those that say most of the present first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty place: what readers see there, and the search behind it, if there is one."""

    words: str
    search: Search | None = None


def gap(questions: Iterable[PolicyQuestion], theme: str = "", outcome: str = "") -> Gap:
    """Why nothing is known of an outcome in a theme.

    Args:
        questions: all policy questions, with the searches recorded there.
        theme: the term of the theme; "" for any.
        outcome: the term of the outcome; "" for any.
    """
    covering = [
        search
        for question in questions
        for search in question.searches
        if _covers(search.themes, theme) and _covers(search.outcomes, outcome)
    ]
    # Of several looks the one that says most of the present counts, and of these the last.
    covering.sort(key=lambda search: search.date)
    for state in STATES:
        for search in reversed(covering):
            if search.status == state:
                return Gap(_words(search), search)
    return Gap("not searched")


def _covers(named: Iterable[str], term: str) -> bool:
    """Whether a look at these terms is one at this term; without terms it is one at all of them.

    Whoever looked at some of the terms has not looked at all of them.
    """
    terms = tuple(named)
    return not terms or (bool(term) and term in terms)


def _words(search: Search) -> str:
    if search.status == "under-way":
        return "search under way"
    if search.status == "not-applicable":
        return "not applicable"
    if search.status == "begun":
        return f"none in the {many(len(search.works), 'work')} read, {search.date.words}"
    return f"none found, {search.date.words}"
