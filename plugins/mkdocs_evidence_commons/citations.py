"""The plugin that makes citations such as ``[@key, p. 4]`` work in pages of plain prose."""

import xml.etree.ElementTree as etree
from re import Match

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from evidence_commons.diagnostics import NOWHERE
from evidence_commons.load.citations import GROUP, parse_group
from evidence_commons.model.citation import CitationGroup
from evidence_commons.render.sheet import Sheet
from mkdocs_evidence_commons.commons_page import CommonsPage
from mkdocs_evidence_commons.pages import PagesPlugin

log = get_plugin_logger(__name__)

BETWEEN_HTML_AND_EMPHASIS = 85
"""Python-Markdown's priorities: code in backticks has 190, links have 170 to 120, raw HTML has 90,
entities have 80, emphasis has 60. What these took out before us has left a placeholder."""


class CitationsPlugin(BasePlugin):  # type: ignore[type-arg]
    """Puts citations and a list of references into prose pages. Needs ``evidence-pages``."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.extension = CitationExtension()
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        return config

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        pages = config.plugins.get("evidence-pages")
        if not isinstance(pages, PagesPlugin):
            raise PluginError("In mkdocs.yml, list evidence-pages before evidence-citations.")
        self.extension.sheet = Sheet(pages.site, page.url)
        self.extension.page = page.file.src_uri
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        sheet = self.extension.sheet
        if isinstance(page, CommonsPage) or not sheet.bibliography:
            return html
        first = next(iter(page.toc), None)
        under = first.children if first and first.level == 1 else page.toc.items
        under.append(AnchorLink("References", "works-cited", 2))
        return html + str(sheet.references())


class CitationExtension(Extension):
    """Teaches Python-Markdown the citations of the commons."""

    sheet: Sheet
    page: str

    def extendMarkdown(self, md: Markdown) -> None:
        processor = _CitationProcessor(GROUP.pattern, md)
        processor.extension = self
        md.inlinePatterns.register(processor, "evidence-citation", BETWEEN_HTML_AND_EMPHASIS)


class _CitationProcessor(InlineProcessor):
    extension: CitationExtension
    ANCESTOR_EXCLUDES = ("a",)  # a link cannot hold another

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        group = parse_group(m.group(1), lambda _: NOWHERE)
        if group is None:
            return None, None, None
        self._tell_unknown(group)
        html = self.extension.sheet.cite(*group.citations)
        return self.md.htmlStash.store(str(html)), m.start(0), m.end(0)

    def _tell_unknown(self, group: CitationGroup) -> None:
        """A net below the scan of the library, which tells lines: no key passes unseen here."""
        for citation in group.citations:
            if citation.key not in self.extension.sheet.site.catalogue.references:
                where = f"docs/{self.extension.page}"
                log.warning(f"{where}: no work in the library has the key {citation.key!r}.")
