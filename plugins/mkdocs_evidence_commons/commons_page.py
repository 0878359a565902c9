"""A finished page of the commons, as a page of MkDocs."""

import re
from collections.abc import Callable
from functools import cached_property
from urllib.parse import quote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from evidence_commons.model.page import Page, Section

NO_DATE = "1980-01-01"
"""For the day of the last change: the day of a build says nothing, and would change the bytes."""

_ANCHOR = re.compile(r' id="([^"]+)"')


class CommonsPage(HostPage):
    """A page whose article is complete: MkDocs wraps it and converts no Markdown.

    Material's templates print titles and descriptions without escaping them, so they are handed
    over as HTML text. ``title`` is what the navigation calls it, or None.
    """

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        make: Callable[[], Page],
        edit: str,
        title: str | None = None,
    ) -> None:
        super().__init__(title, file, config)
        self.update_date = NO_DATE
        self._make = make
        self._edit = edit

    def read_source(self, config: MkDocsConfig) -> None:
        self.fill(self._make())

    def fill(self, made: Page) -> None:
        """Take over what a frame shows of a page."""
        self.written_in = made.written_in
        self.markdown = ""
        self.meta = {
            "description": str(escape(made.description)),
            "hide": [] if made.sections else ["toc"],
        }
        # The home page bears the site's own name, and no other.
        if made.address:
            self.meta["title"] = str(escape(made.title))
        mendable = self._edit and made.written_in
        self.edit_url = self._edit + quote(made.written_in) if mendable else None
        self.content = str(made.html)
        # No part of the page's fields: those of pages of prose are typed by anybody.
        self.for_programs = str(made.head)
        self.toc = outline(made)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to do: the article is complete since ``read_source``."""
        self.links_to_anchors = {}

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """What can be linked to in it. Only pages that prose links into are asked for it."""
        return set(_ANCHOR.findall(self._make().html))


def outline(made: Page) -> TableOfContents:
    """The headings of a page: its own, and its sections under it."""
    return TableOfContents([_link(Section(made.anchor, made.title, made.sections), 1)])


def _link(section: Section, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(section.title)), section.anchor, level)
    link.children = [_link(under, level + 1) for under in section.under]
    return link
