"""A page while it is being written: its links, its citations, and at the end its bibliography."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from evidence_commons.diagnostics import Rule
from evidence_commons.model.address import address, relative, term_address
from evidence_commons.model.citation import Citation, CitationGroup
from evidence_commons.model.cited import Cited
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import LEVEL_MEANINGS, LEVEL_NAMES
from evidence_commons.model.page import Page, Section
from evidence_commons.model.prose import Prose

_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEXT = re.compile(r">[^<]+")
_HEADING = re.compile(r'<h([123])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Site:
    """All that pages are made from. ``edit`` is put before a file's path to mend it, or is ""."""

    catalogue: Catalogue
    cited: Mapping[str, Cited]
    rules: tuple[tuple[Rule, Prose], ...] = ()
    edit: str = ""


@dataclass(slots=True)
class Sheet:
    """One page of the site, from its address on. Templates call it ``sheet``."""

    site: Site
    address: str
    cited: dict[str, Cited] = field(default_factory=dict)

    def page(
        self, template: str, title: str, description: str, written_in: str = "", **values: Any
    ) -> Page:
        """Fill in a template and read the table of contents off its headings."""
        written = _ENVIRONMENT.get_template(template).render(
            sheet=self,
            catalogue=self.site.catalogue,
            title=title,
            written_in=written_in,
            LEVEL_NAMES=LEVEL_NAMES,
            LEVEL_MEANINGS=LEVEL_MEANINGS,
            **values,
        )
        html = _TEXT.sub(_plain_quotes, written)
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
        )

    def to(self, target: object) -> str:
        """The way from this page to a thing's page, or to an address."""
        return relative(target if isinstance(target, str) else address(target), self.address)

    def to_term(self, vocabulary: str, term_id: str) -> str:
        """The way to a term's page."""
        return relative(term_address(vocabulary, term_id), self.address)

    def label(self, vocabulary: str, term_id: str) -> str:
        """A term as readers see it."""
        term = self.site.catalogue.term(vocabulary, term_id)
        return term.label if term else term_id

    def cite(self, *citations: Citation) -> Markup:
        """Citations in running text: ``(Mean 2022; Perez n.d., p. 3)``, each a link."""
        return Markup("({})").format(Markup("; ").join(self._cite(one) for one in citations))

    def _cite(self, citation: Citation) -> Markup:
        cited = self.site.cited.get(citation.key)
        if cited is None:
            return Markup('<span class="ec-unknown">unknown work: {}</span>').format(citation.key)
        self.cited[citation.key] = cited
        way = self.to(self.site.catalogue.references[citation.key])
        link = Markup('<a class="ec-cite" href="{}">{}</a>').format(way, cited.label)
        return link + (Markup(", {}").format(citation.locator) if citation.locator else "")

    def prose(self, prose: Prose | None) -> Markup:
        """Prose with its citations filled in."""
        pieces = prose.pieces if prose else ()
        return Markup("").join(
            self.cite(*piece.citations) if isinstance(piece, CitationGroup) else piece
            for piece in pieces
        )

    @property
    def bibliography(self) -> list[tuple[str, Cited]]:
        """The works that were cited so far, sorted."""
        return sorted(self.cited.items(), key=lambda pair: pair[1].order)

    def references(self) -> Markup:
        """The list of the works that were cited so far, with its heading."""
        parts: Any = _ENVIRONMENT.get_template("_parts.html").module
        references: Markup = parts.references(self)
        return references

    def edit(self, path: str) -> str:
        """The address at which a file can be mended, or "" if none is known."""
        return self.site.edit and self.site.edit + quote(path)

    def has(self, address: str) -> bool:
        """Whether a page of prose is published at an address."""
        pages = self.site.catalogue.collection.prose_pages
        return any(page.address == address for page in pages)


def _plain_quotes(text: re.Match[str]) -> str:
    """Quotation marks need no escape outside of tags, and searches find words without it."""
    return text.group().replace("&#39;", "'").replace("&#34;", '"')


def _headings(html: str) -> tuple[str, tuple[Section, ...]]:
    """The anchor of the first heading, and those of level 2 with those of level 3 under them."""
    first = ""
    found: list[Section] = []
    for level, anchor, inside in _HEADING.findall(html):
        section = Section(anchor, unescape(re.sub(r"<[^>]*>", "", inside)).strip())
        if level == "1":
            first = anchor
        elif level == "2":
            found.append(section)
        elif found:
            found[-1] = replace(found[-1], under=(*found[-1].under, section))
    return first, tuple(found)
