"""Wording: how a citation style sets citations in running text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from evidence_commons.model.citation import Manner
from evidence_commons.model.cited import Cited
from evidence_commons.model.locator import NOWHERE_IN_IT, Locator, LocatorWords

_RANGE = re.compile(r"(\d+)\N{EN DASH}(\d+)")
_LETTERED = re.compile(r"(.*\d-?| )([a-z]{1,2})")


class Pointer(NamedTuple):
    """One citation in running text: a work, where in it to look, and the words about it."""

    cited: Cited
    locator: Locator = NOWHERE_IN_IT
    prefix: str = ""
    manner: Manner = Manner.IN_BRACKETS


class Piece(NamedTuple):
    """Words of running text. Those that stand for a work tell which pointer of the group it is."""

    words: Markup
    pointer: int | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Brackets and what parts citations, as HTML, and the words for each kind of locator.

    ``tail`` is what closes each single citation, behind its locator. ``collapse`` says what is
    drawn together: ``year`` has the same authors named once, ``year-suffix`` their years too, and
    ``citation-number`` writes rows of numbers as ranges.
    """

    open: str
    close: str
    delimiter: str
    group_delimiter: str
    after_group_delimiter: str
    tail: str = ""
    collapse: str = ""
    sorts: bool = False
    dash: str = "\N{EN DASH}"
    expands_ranges: bool = False
    locators: Mapping[str, LocatorWords] = field(default_factory=dict)

    def compose(self, pointers: Sequence[Pointer]) -> list[Piece]:
        """The words for citations that stand together, from the first bracket to the last."""
        row = [_Place(number, pointer) for number, pointer in enumerate(pointers)]
        lead = row.pop(0) if row and row[0].pointer.manner is Manner.IN_SENTENCE else None
        if lead is None:
            return _joined([Piece(_html(self.open)), *self._row(row), Piece(_html(self.close))])
        return _joined(self._sentence(lead, row))

    def _sentence(self, lead: "_Place", row: "list[_Place]") -> list[Piece]:
        """The author as a part of the sentence, the rest in brackets behind."""
        author = lead.pointer.cited.author
        begun = Markup("{} {}").format(author, _html(self.open)) if author else _html(self.open)
        manner = Manner.WITHOUT_AUTHOR if author else Manner.IN_BRACKETS
        own = lead.pointer._replace(manner=manner, prefix="")
        inside = self._row([lead._replace(pointer=own, named=True), *row])
        if author and not any(piece.words for piece in inside):
            return [Piece(author, lead.number)]
        first, *rest = inside
        end = _html(self.close)
        if not any(piece.words for piece in rest):
            return [Piece(begun + first.words + end, lead.number)]
        return [Piece(begun + first.words, lead.number), *rest, Piece(end)]

    def _row(self, row: "list[_Place]") -> list[Piece]:
        if len(row) == 1:
            return self._one(row[0])
        pieces: list[Piece] = []
        for run in _runs(row):
            for clump in self._clumps(run):
                if pieces:
                    pieces.append(Piece(_html(self.delimiter)))
                pieces += self._numbers(clump) or self._clump(clump)
        return pieces

    def _clumps(self, run: "list[_Place]") -> "list[list[_Place]]":
        """Citations of the same authors, or numbers without a gap, that stand together."""
        if self.sorts:
            run = sorted(run, key=lambda place: place.sorted_by)
        clumps: list[list[_Place]] = []
        for place in run:
            found = (clump for clump in clumps if self._belongs(place, clump[-1]))
            if clump := next(found, None):
                clump.append(place)
            else:
                clumps.append([place])
        return clumps

    def _belongs(self, place: "_Place", last: "_Place") -> bool:
        if self.collapse == "citation-number":
            plain = not (place.pointer.locator.value or last.pointer.locator.value)
            return plain and place.figure - last.figure == 1
        return self.collapse.startswith("year") and bool(place.name) and place.name == last.name

    def _numbers(self, clump: "list[_Place]") -> list[Piece]:
        """``1–3`` for three numbers or more."""
        if self.collapse != "citation-number" or len(clump) < 3:
            return []
        return [*self._one(clump[0]), Piece(Markup("\N{EN DASH}")), *self._one(clump[-1])]

    def _clump(self, clump: "list[_Place]") -> list[Piece]:
        pieces = self._one(clump[0])
        for before, place in pairwise(clump):
            letter = self._letter(before.pointer, place.pointer)
            pieces.append(Piece(_html(self._between(clump, letter))))
            year = None if self.collapse == "citation-number" else place.pointer.cited.date
            pieces += self._one(place, letter or year)
        return pieces

    def _between(self, clump: "list[_Place]", letter: str) -> str:
        """What parts citations that were drawn together."""
        if self.collapse == "citation-number" or letter:
            return self.delimiter
        located = any(place.pointer.locator.value for place in clump)
        apart = located and self.collapse == "year"
        return self.after_group_delimiter if apart else self.group_delimiter

    def _letter(self, before: Pointer, pointer: Pointer) -> Markup:
        """The letter alone, behind another of the same year: ``2022a, b``."""
        if not self.collapse.startswith("year-suffix") or before.locator.value:
            return Markup("")
        one, other = _LETTERED.fullmatch(before.cited.date), _LETTERED.fullmatch(pointer.cited.date)
        return Markup(other[2]) if one and other and one[1] == other[1] else Markup("")  # noqa: S704

    def _one(self, place: "_Place", words: Markup | None = None) -> list[Piece]:
        pointer, cited = place.pointer, place.pointer.cited
        if words is None:
            words = cited.date if pointer.manner is Manner.WITHOUT_AUTHOR else cited.cite
        prefix = f"{escape(pointer.prefix.strip())} " if pointer.prefix else ""
        pieces = [Piece(_html(prefix))] if prefix else []
        told = self._told(pointer.locator)
        told = told if words else told.lstrip(" ,")
        tail = self.tail if told and words.endswith(self.tail) else ""
        pieces.append(Piece(words.removesuffix(tail) if tail else words, place.number))
        rest = pointer.locator.rest
        space = " " if rest[:1].isalnum() else ""
        behind = f"{told}{tail}{space}{escape(rest)}" if rest else f"{told}{tail}"
        if behind:
            pieces.append(Piece(_html(behind)))
        return pieces

    def _told(self, locator: Locator) -> str:
        """A locator in the words of the style, as HTML."""
        if not locator.value:
            return ""
        words = self.locators.get(locator.label)
        if words is None:
            return f", {locator.label}{'s' if locator.several else ''} {escape(locator.value)}"
        around = words.roman if locator.roman else words.several if locator.several else words.one
        value = locator.value
        if self.expands_ranges and locator.label == "page":
            value = _RANGE.sub(_expanded, value)
        value = value.replace("\N{EN DASH}", self.dash)
        return f"{around.before}{escape(value)}{around.behind}"


class _Place(NamedTuple):
    """A pointer, and its number in the group as it was typed."""

    number: int
    pointer: Pointer
    named: bool = False

    @property
    def name(self) -> str:
        """Who is named; the same for works that are drawn together."""
        return self.pointer.cited.team

    @property
    def sorted_by(self) -> tuple[bool, tuple[str, ...]]:
        """Whoever is a part of the sentence, or has words in front, stays there."""
        return not (self.named or self.pointer.prefix), self.pointer.cited.place

    @property
    def figure(self) -> int:
        """The number that stands for a work, in styles that have numbers."""
        figures = re.sub(r"\D", "", self.pointer.cited.label)
        return int(figures) if figures else -1


def _runs(row: "list[_Place]") -> "list[list[_Place]]":
    """Parts of a row. A work with words about it, such as "see", stays where somebody put it."""
    runs: list[list[_Place]] = []
    open_ = False
    for place in row:
        has_words_behind = bool(place.pointer.locator.rest)
        if open_ and not (place.pointer.prefix or has_words_behind):
            runs[-1].append(place)
        else:
            runs.append([place])
        open_ = not has_words_behind
    return runs


def _expanded(pages: re.Match[str]) -> str:
    """``122–128`` for ``122–28``."""
    first, last = pages.groups()
    return f"{first}\N{EN DASH}{first[: max(0, len(first) - len(last))]}{last}"


def _html(words: str) -> Markup:
    # A style's own words are HTML since they were read.
    return Markup(words)  # noqa: S704


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The same words, those that stand for no work in as few pieces as can be."""
    made: list[Piece] = []
    for piece in pieces:
        if made and piece.pointer is None and made[-1].pointer is None:
            made[-1] = Piece(_html(f"{made[-1].words}{piece.words}"))
        elif piece.words:
            made.append(piece)
    return made
