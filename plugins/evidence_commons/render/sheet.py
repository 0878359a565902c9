"""A page while it is being written: its links, its citations, and at the end its bibliography."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from markupsafe import Markup

from evidence_commons.diagnostics import Rule
from evidence_commons.model.address import address, relative, term_address
from evidence_commons.model.citation import Citation, CitationGroup, Manner
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import LEVEL_MEANINGS, LEVEL_NAMES
from evidence_commons.model.page import Page, Section
from evidence_commons.model.prose import Prose
from evidence_commons.model.result_set import ResultSet, result_set
from evidence_commons.model.shelf import Shelf
from evidence_commons.model.takeaway import Takeaway
from evidence_commons.model.text import Text
from evidence_commons.render.chart_among import Among, among
from evidence_commons.render.citing import Citing
from evidence_commons.render.downloads import Download, single
from evidence_commons.render.escaping import plain_quotes
from evidence_commons.render.head import head
from evidence_commons.render.repository import correction, history
from evidence_commons.render.templating import ENVIRONMENT
from evidence_commons.render.works import list_of_works

Made = TypeVar("Made")

NOTHING = Markup("")
_HEADING = re.compile(r'([123])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Site:
    """All that pages are made from.

    ``edit`` is put before a file's path to mend it, or is "". ``name`` and ``url`` are those of
    the site; without a ``url``, nobody can cite a page of it.
    """

    catalogue: Catalogue
    shelf: Shelf
    rules: tuple[tuple[Rule, Prose], ...] = ()
    edit: str = ""
    name: str = ""
    url: str = ""
    own: Callable[[str, str, str], Takeaway] | None = None

    def once(self, make: Callable[[Catalogue], Made]) -> Made:
        """What a function makes of the catalogue: made at the first wish, then kept for all pages.

        Hand over the same function each time, not a new one that does the same.
        """
        return self.catalogue.once(make)

    @property
    def results(self) -> ResultSet:
        """Every example and claim, in the order of the list, with what narrows them."""
        return self.once(result_set)


class Own(NamedTuple):
    """How to cite a page of the site: its entry in each style, and files to save."""

    entries: list[tuple[str, Markup]]
    files: list[Download]


@dataclass(slots=True)
class Sheet:
    """One page of the site, from its address on. Templates call it ``sheet``.

    ``room`` is the first part of its address, and ``up`` the way out of there.
    """

    site: Site
    address: str
    citing: Citing = field(init=False)
    room: str = field(init=False)
    up: str = field(init=False)
    head: Markup = NOTHING

    def __post_init__(self) -> None:
        self.citing = Citing(self.site.shelf)
        self.room = self.address[: self.address.find("/") + 1]
        self.up = "../" * self.address.count("/")

    def page(
        self,
        template: str,
        title: str,
        description: str,
        written_in: str = "",
        in_head: Markup = NOTHING,
        **values: Any,
    ) -> Page:
        """Fill in a template and read the table of contents off its headings."""
        written = ENVIRONMENT.get_template(template).render(
            sheet=self,
            catalogue=self.site.catalogue,
            title=title,
            written_in=written_in,
            LEVEL_NAMES=LEVEL_NAMES,
            LEVEL_MEANINGS=LEVEL_MEANINGS,
            **values,
        )
        html = plain_quotes(written)
        anchor, sections = _headings(html)
        return Page(
            address=self.address,
            title=title,
            description=description,
            # The template has escaped everything that was not markup already.
            html=Markup(html),  # noqa: S704
            anchor=anchor,
            sections=sections,
            written_in=written_in,
            head=in_head or self.head,
        )

    def to(self, target: object) -> str:
        """The way from this page to a thing's page, or to an address."""
        return self._way(target if isinstance(target, str) else address(target))

    def to_term(self, vocabulary: str, term_id: str) -> str:
        """The way to a term's page."""
        return self._way(term_address(vocabulary, term_id))

    def _way(self, target: str) -> str:
        """The way to an address; to most, it is all the way up and then down."""
        near = target.startswith(self.room)
        return relative(target, self.address) if near else self.up + target

    def label(self, vocabulary: str, term_id: str) -> str:
        """A term as readers see it."""
        return self.site.once(_labels).get((vocabulary, term_id), term_id)

    def cite(self, *citations: Citation) -> Markup:
        """Citations in running text: ``(Mean, 2022; Perez, no date, p. 3)``, each a link."""
        return self.citing.cite(citations)

    def cite_work(self, key: str) -> Markup:
        """A whole work in running text: ``Mean (2022)``."""
        return self.cite(Citation(key=Text(key), manner=Manner.IN_SENTENCE))

    def prose(self, prose: Prose | None) -> Markup:
        """Prose with its citations filled in."""
        pieces = prose.pieces if prose else ()
        # Pieces are HTML already, and so are citations.
        return Markup(  # noqa: S704
            "".join(
                self.cite(*piece.citations) if isinstance(piece, CitationGroup) else piece
                for piece in pieces
            )
        )

    def among(self, metric_id: str) -> Among | None:
        """All values of a metric, to see one among them; None if it has no two."""
        return self.site.once(among).get(metric_id)

    def references(self) -> Markup:
        """The list of the works that were cited so far, with its heading."""
        return list_of_works(self.citing, self.name, to_work=self.to_work)

    def to_work(self, key: str) -> str:
        """The way to the page of a work."""
        return self.to(self.site.catalogue.references[key])

    @property
    def name(self) -> str:
        """What a file is called that somebody saves from this page."""
        return self.address.strip("/").rpartition("/")[2] or "home"

    def own(self, title: str, date: str = "") -> "Own | None":
        """How to cite this page, if the site has an address."""
        site = self.site
        if not (site.url and site.own):
            return None
        here = site.url + quote(self.address)
        entries = [
            (style, entry(title, here, date[:4])) for style, entry in site.shelf.entries.items()
        ]
        away = site.own(title, here, date)
        self.head = head((), away.linked)
        return Own(entries, single(away, self.name))

    def edit(self, path: str) -> str:
        """The address at which a file can be mended, or "" if none is known."""
        return self.site.edit and self.site.edit + quote(path)

    def history(self, path: str) -> str:
        """The address at which all changes of a file can be read, or ""."""
        return history(self.site.edit, path)

    def correction(self, name: str, path: str) -> str:
        """The address at which a mistake on this page can be told, or ""."""
        page = self.site.url + quote(self.address)
        return correction(self.site.edit, name, page, path)

    def has(self, address: str) -> bool:
        """Whether a page of prose is published at an address."""
        pages = self.site.catalogue.collection.prose_pages
        return any(page.address == address for page in pages)


def _labels(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    """Each term as readers see it, by its vocabulary and its id."""
    return {
        (vocabulary, term.id): term.label
        for vocabulary, known in catalogue.vocabularies.items()
        # Of two terms with one id, the first counts.
        for term in reversed(known.terms)
    }


def _headings(html: str) -> tuple[str, tuple[Section, ...]]:
    """The anchor of the first heading, and those of level 2 with those of level 3 under them."""
    first = ""
    found: list[tuple[Section, list[Section]]] = []
    headings = map(_HEADING.match, html.split("<h")[1:])
    for level, anchor, inside in (one.groups() for one in headings if one):
        words = re.sub(r"<[^>]*>", "", inside) if "<" in inside else inside
        section = Section(anchor, unescape(words).strip())
        if level == "1":
            first = anchor
        elif level == "2":
            found.append((section, []))
        elif found:
            found[-1][1].append(section)
    sections = (replace(one, under=tuple(under)) if under else one for one, under in found)
    return first, tuple(sections)
