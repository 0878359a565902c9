"""The frame of many pages: rendered once around marks, in whose places each page's own words go."""

import re
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape
from mkdocs.exceptions import PluginError

from evidence_commons.model.page import Page, Section
from mkdocs_evidence_commons.commons_page import outline
from mkdocs_evidence_commons.contents import contents

REMEDY = (
    'Set "pages_through_mkdocs: true" under "evidence-pages" in mkdocs.yml: each page then goes'
    " through the templates, and the build takes longer."
)


class Pieces(NamedTuple):
    """A frame in pieces: its start, and the name of each thing that is filled in with what follows.

    In UTF-8 from the beginning: most of a page is its frame, which need not be encoded for each.
    """

    start: bytes
    then: tuple[tuple[str, bytes], ...]


class Marks:
    """Signs that nobody could have written, for what each page has of its own."""

    def __init__(self) -> None:
        self.any = f"ec{secrets.token_hex(6)}"
        names = "title description canonical head contents".split()
        self.of = {name: f"{self.any}-{name}-" for name in names}
        # Templates look whether an article brings its own heading.
        self.of["article"] = f"<h1>{self.any}-article-</h1>"
        self._names = {mark: name for name, mark in self.of.items()}
        self._pattern = re.compile(f"({'|'.join(map(re.escape, self._names))})")

    def page(self, address: str, listed: bool) -> Page:
        """A page that is all marks. ``listed`` says whether it has a table of contents."""
        sections = (Section(self.any, self.any), Section(self.any, self.any))
        return Page(
            address=address,
            title=self.of["title"],
            description=self.of["description"],
            html=Markup(self.of["article"]),  # noqa: S704
            anchor=self.any,
            sections=sections if listed else (),
            written_in=self.any,
            head=Markup(self.of["head"]),  # noqa: S704
        )

    def pieces(self, rendered: str, wanted: set[str]) -> Pieces:
        """Cut a rendered page of marks into pieces.

        Raises:
            PluginError: the templates leave out what is wanted, or use a page in other ways.
        """
        pieces = self._pattern.split(rendered)
        names = [self._names[mark] for mark in pieces[1::2]]
        if missing := ", ".join(sorted(wanted.difference(names))):
            raise PluginError(
                f"The templates of this site leave out or change what a page says here: {missing}."
                f" {REMEDY}"
            )
        if changed := [piece for piece in pieces[::2] if self.any in piece]:
            near = changed[0].partition(self.any)[0][-60:].strip()
            raise PluginError(
                "The templates of this site show more of a page than its title, description,"
                f" address, table of contents and article. It stands after: {near} {REMEDY}"
            )
        start, *others = map(str.encode, pieces[::2])
        return Pieces(start, tuple(zip(names, others, strict=True)))


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame, ready to be filled in.

    ``listed`` is the frame of a page with a table of contents, ``bare`` that of one without;
    ``base`` is the address of the site, or "".
    """

    listed: Pieces
    bare: Pieces
    base: str

    def page(self, made: Page) -> bytes:
        """A whole page, as MkDocs would have rendered it."""
        toc = contents(outline(made))
        words = {
            "title": _in_head(made.title),
            "description": _in_head(made.description),
            "canonical": self.base + quote(made.address),
            "head": made.head,
            "contents": toc,
            "article": made.html,
        }
        start, then = self.listed if toc else self.bare
        pieces = [start]
        for name, html in then:
            pieces += words[name].encode(), html
        return b"".join(pieces)

    @property
    def digest(self) -> bytes:
        """Another one for every other frame: then all of its pages must be made anew."""
        return blake2b(repr((self.listed, self.bare, self.base)).encode(), digest_size=16).digest()


def _in_head(text: str) -> str:
    """Plain text as the template writes it into the head: on one line."""
    return str(escape(" ".join(text.split())))
