"""The evidence map: the claims about each outcome of each theme, or why there are none.

A claim stands wherever a theme of its example meets its outcome, and counts once for each term
that these belong to. So a wider term holds the claims of the terms under it, and none of them
twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from evidence_commons.model.address import slug
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.gap import Gap, gap
from evidence_commons.model.tally import Row, Weighed, by_direction, weigh
from evidence_commons.model.text import Date
from evidence_commons.model.vocabulary import Term, Vocabulary

FIRST_ROWS = 12
FIRST_COLUMNS = 10
"""So many wider terms are seen at first, those with the most claims: more do not fit a window."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims there are, and in how many examples."""

    claims: int
    examples: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: a term, and all that is counted in it."""

    term: Term
    count: Count


@dataclass(frozen=True, slots=True)
class Group:
    """A wider term with those under it, however deep; or a term that stands alone.

    ``first`` says whether it is seen before anybody asks for more.
    """

    wider: Line
    narrower: tuple[Line, ...]
    first: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """The wider term, then those under it."""
        return (self.wider, *self.narrower)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a theme meets an outcome, with the claims there, the strongest first."""

    theme: Term
    outcome: Term
    claims: tuple[Weighed, ...]
    directions: tuple[Row, ...]
    count: Count

    @property
    def strongest(self) -> int:
        """The highest level among the claims."""
        return self.claims[0].strength.level

    @property
    def address(self) -> str:
        """The address of the cell's page."""
        return f"evidence-map/{slug(self.theme.id)}/{slug(self.outcome.id)}/"


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """The whole map. ``cells`` are those with claims, under the ids of theme and outcome."""

    rows: tuple[Group, ...]
    columns: tuple[Group, ...]
    themes: Mapping[str, Term] = field(repr=False)
    outcomes: Mapping[str, Term] = field(repr=False)
    cells: Mapping[tuple[str, str], Cell]
    count: Count
    as_of: Date | None
    catalogue: Catalogue = field(repr=False)

    def gap(self, theme: Term, outcome: Term) -> Gap:
        """Why there is no claim about an outcome of a theme."""
        return gap(self.catalogue.questions.values(), theme.id, outcome.id)

    @property
    def places(self) -> Iterator[tuple[Line, Line]]:
        """Every meeting of a row and a column, row by row."""
        for row in lines(self.rows):
            for column in lines(self.columns):
                yield row, column


def lines(groups: Iterable[Group]) -> Iterator[Line]:
    """All rows, or all columns."""
    return (line for group in groups for line in group.lines)


def counted(claims: Sequence[Weighed]) -> Count:
    """How many claims these are, and of how many examples."""
    return Count(len(claims), len({one.study.id for one in claims}))


def works(claims: Iterable[Weighed]) -> tuple[str, ...]:
    """The keys of the works that claims rest on, each once."""
    found: dict[str, None] = {}
    for one in claims:
        seen = one.claim.observation
        figure = (seen.citation,) if seen and seen.citation else ()
        found.update((citation.key, None) for citation in (*one.claim.citations, *figure))
    return tuple(found)


def evidence_map(catalogue: Catalogue) -> EvidenceMap:
    """The map of a commons."""
    themes = _terms(catalogue.vocabularies.get("themes"))
    outcomes = _terms(catalogue.vocabularies.get("outcomes"))
    claims = _strongest_first(weigh(catalogue, catalogue.listed))
    by_theme: defaultdict[str, list[Weighed]] = defaultdict(list)
    by_outcome: defaultdict[str, list[Weighed]] = defaultdict(list)
    by_both: defaultdict[tuple[str, str], list[Weighed]] = defaultdict(list)
    # Thousands of claims bear the same few terms: those of each are looked up once.
    themes_of = cache(lambda named: tuple(borne(themes, named)))
    outcomes_of = cache(lambda named: tuple(borne(outcomes, (named,))))
    for one in claims:
        about, changed = themes_of(one.study.themes), outcomes_of(one.claim.outcome)
        for theme in about:
            by_theme[theme].append(one)
            for outcome in changed:
                by_both[theme, outcome].append(one)
        for outcome in changed:
            by_outcome[outcome].append(one)
    reviewed = (study.provenance.last_reviewed for study in catalogue.case_studies.values())
    return EvidenceMap(
        rows=_groups(themes, by_theme, FIRST_ROWS),
        columns=_groups(outcomes, by_outcome, FIRST_COLUMNS),
        themes=themes,
        outcomes=outcomes,
        cells={
            (theme, outcome): Cell(
                themes[theme],
                outcomes[outcome],
                tuple(there),
                tuple(row for row in by_direction(catalogue, there) if row.claims),
                counted(there),
            )
            for (theme, outcome), there in sorted(by_both.items())
        },
        count=counted(claims),
        as_of=max(reviewed, default=None),
        catalogue=catalogue,
    )


def borne(terms: Mapping[str, Term], named: Iterable[str]) -> dict[str, str]:
    """The terms that a thing bears: those that it names, and the wider ones of these.

    Each stands with the term that was named, by which it came.
    """
    found: dict[str, str] = {}
    for name in named:
        at = str(name)
        while at in terms and at not in found:
            found[at] = str(name)
            at = str(terms[at].broader or "")
    return found


def _terms(vocabulary: Vocabulary | None) -> dict[str, Term]:
    return {str(term.id): term for term in (vocabulary.terms if vocabulary else ())}


def _strongest_first(claims: Iterable[Weighed]) -> list[Weighed]:
    return sorted(claims, key=lambda one: -one.strength.level)


def _groups(
    terms: Mapping[str, Term], claims: Mapping[str, list[Weighed]], first: int
) -> tuple[Group, ...]:
    """The terms in the order of their list, each narrower one under its widest."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for id, term in terms.items():
        under[str(term.broader) if term.broader in terms else ""].append(id)
    placed: dict[str, None] = {}

    def descend(id: str) -> Iterator[str]:
        waiting = [id]
        while waiting:
            at = waiting.pop()
            if at not in placed:
                placed[at] = None
                yield at
                waiting += reversed(under[at])

    # Terms that are wider than one another, in a ring, have no widest: they stand alone.
    families = [tuple(descend(id)) for id in (*under[""], *terms)]
    families = [family for family in families if family]
    most = sorted(families, key=lambda family: -len(claims.get(family[0], ())))[:first]
    return tuple(
        Group(
            wider=_line(terms, claims, family[0]),
            narrower=tuple(_line(terms, claims, id) for id in family[1:]),
            first=family in most,
        )
        for family in families
    )


def _line(terms: Mapping[str, Term], claims: Mapping[str, list[Weighed]], id: str) -> Line:
    return Line(terms[id], counted(claims.get(id, ())))
