"""A finished page of the commons, as a page of MkDocs."""

import re
from collections.abc import Callable
from urllib.parse import quote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from evidence_commons.model.page import Page, Section

NO_DATE = "1980-01-01"
"""For the day of the last change: the day of a build says nothing, and would change the bytes."""


class CommonsPage(HostPage):
    """A page whose article is complete: MkDocs wraps it and converts no Markdown.

    Material's templates print titles and descriptions without escaping them, so they are handed
    over as HTML text.
    """

    def __init__(
        self, file: File, config: MkDocsConfig, make: Callable[[], Page], edit: str
    ) -> None:
        super().__init__(None, file, config)
        self.update_date = NO_DATE
        self._make = make
        self._edit = edit

    def read_source(self, config: MkDocsConfig) -> None:
        made = self._make()
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
        self.toc = contents(made)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to do: the article is complete since ``read_source``."""
        self.present_anchor_ids = set(re.findall(r' id="([^"]+)"', self.content or ""))
        self.links_to_anchors = {}


def contents(made: Page) -> TableOfContents:
    """A table of contents: the page itself, and its sections under it."""
    return TableOfContents([_link(Section(made.anchor, made.title, made.sections), 1)])


def _link(section: Section, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(section.title)), section.anchor, level)
    link.children = [_link(under, level + 1) for under in section.under]
    return link
