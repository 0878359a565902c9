"""Citing: the citations of one page, and the list of its works that leads back to each of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from evidence_commons.model.citation import Citation, Manner
from evidence_commons.model.cited import Cited
from evidence_commons.model.locator import NOWHERE_IN_IT, Locator, read_locator
from evidence_commons.model.shelf import Shelf
from evidence_commons.model.wording import Piece, Pointer
from evidence_commons.render.downloads import Download, downloads
from evidence_commons.render.escaping import shown


@dataclass(slots=True)
class Citing:
    """Cites works by their keys, and remembers where. ``places`` are the anchors of each work.

    ``unknown`` are keys that no work has, and how often each is cited.
    """

    shelf: Shelf
    places: dict[str, list[str]] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)

    def cite(self, citations: Sequence[Citation]) -> Markup:
        """Citations that stand together in running text, each a link to the list of works."""
        alone = citations[0] if len(citations) == 1 else None
        if alone and alone.manner is Manner.IN_SENTENCE and alone.key not in self.shelf.cited:
            # Perhaps it is the name of somebody, and no work.
            return Markup("@{}").format(alone.key)
        pieces = self.shelf.wording.compose([self._pointer(one) for one in citations])
        # The words are HTML, and what stands around them was escaped.
        return Markup("".join([self._shown(piece, citations) for piece in pieces]))  # noqa: S704

    def _pointer(self, citation: Citation) -> Pointer:
        known = citation.key in self.shelf.cited
        work = self.shelf.cited[citation.key] if known else _unknown(citation.key)
        return Pointer(work, _locator(citation.locator), citation.prefix, citation.manner)

    def _shown(self, piece: Piece, citations: Sequence[Citation]) -> str:
        if piece.pointer is None:
            return piece.words
        key = citations[piece.pointer].key
        if key not in self.shelf.cited:
            self.unknown[key] += 1
            return piece.words
        place, ref = shown(self.place(key)), shown(key)
        return f'<a class="ec-cite" id="{place}" href="#ref-{ref}">{piece.words}</a>'

    def place(self, key: str) -> str:
        """The anchor of the next citation of a work. No key holds the sign before the number."""
        places = self.places.setdefault(key, [])
        places.append(f"cite-{key}" + (f"~{len(places) + 1}" if places else ""))
        return places[-1]

    @property
    def bibliography(self) -> list[tuple[str, Cited]]:
        """The works that were cited so far, sorted."""
        return self.sorted(self.places)

    def sorted(self, keys: Iterable[str]) -> list[tuple[str, Cited]]:
        """Works in the order of a bibliography."""
        works = self.shelf.cited
        return sorted(((key, works[key]) for key in keys), key=lambda pair: pair[1].order)

    def downloads(self, name: str) -> list[Download]:
        """The works that were cited so far, as files to save."""
        return downloads((self.shelf.takeaway(key) for key, _ in self.bibliography), name)

    def coins(self, key: str) -> str:
        """What tells Zotero of a work in the list."""
        return self.shelf.takeaway(key).coins

    def back(self, key: str) -> Markup:
        """The links from a work in the list to where it is cited on this page."""
        label, places = self.shelf.cited[key].label, self.places.get(key, ())
        said = shown(label)
        if len(places) < 2:
            links = [_back(place, f"Back to {said}", "\u21a9") for place in places]
            return Markup("".join(links))  # noqa: S704 - escaped, as below
        links = [
            _back(place, f"Back to {said}, {number} of {len(places)}", str(number))
            for number, place in enumerate(places, 1)
        ]
        return Markup("\u21a9\N{NO-BREAK SPACE}" + " ".join(links))  # noqa: S704


def _back(place: str, label: str, words: str) -> str:
    return f'<a href="#{shown(place)}" aria-label="{label}">{words}</a>'


def _locator(words: str | None) -> Locator:
    """Where in a work; words in which no place can be read stand behind a comma."""
    if not words:
        return NOWHERE_IN_IT
    read = read_locator(words)
    return read if read.value else Locator(rest=f", {read.rest}")


def _unknown(key: str) -> Cited:
    words = Markup('<span class="ec-unknown">unknown work: {}</span>').format(key)
    return Cited(cite=words, author=Markup(""), date=words, entry=Markup(""), order=())
