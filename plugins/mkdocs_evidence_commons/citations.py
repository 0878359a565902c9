"""The plugin that makes citations such as ``[@key, p. 4]`` work in pages of plain prose.

Beside ``evidence-pages`` it cites the library of the commons. Alone, in any MkDocs site, it cites
the libraries that are named in mkdocs.yml.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from evidence_commons.cite.pandoc import CannotFormat
from evidence_commons.cite.style import HARVARD
from evidence_commons.diagnostics import Diagnostic
from evidence_commons.model.address import relative
from evidence_commons.model.shelf import Shelf
from evidence_commons.model.text_file import TextFile
from evidence_commons.pipeline import open_works
from evidence_commons.render.citing import Citing
from evidence_commons.shelves import Formatting, shelf
from mkdocs_evidence_commons.citing_markdown import CitationExtension
from mkdocs_evidence_commons.commons_page import CommonsPage
from mkdocs_evidence_commons.layout import root_of
from mkdocs_evidence_commons.libraries import library_paths
from mkdocs_evidence_commons.own_folder import own_folder
from mkdocs_evidence_commons.pages import PagesPlugin
from mkdocs_evidence_commons.settling import in_order, with_list, without_dead_ends
from mkdocs_evidence_commons.telling import (
    by_path,
    tell_of_libraries,
    tell_of_nothing,
    tell_of_page,
    tell_of_spoiled,
    tell_unseen,
)

THEME = Path(__file__).parent / "citations_theme"
STYLESHEET, SCRIPT = "assets/evidence-citations.css", "assets/evidence-citations.js"

AFTER_OTHERS, BEFORE_OTHERS = -100, 100
"""Pages that other plugins make are cited from too; and they may press pages together."""


class _OneOrSeveral(options.ListOfItems[str]):
    """A list of words, or one of them alone."""

    def run_validation(self, value: object) -> list[str]:
        return super().run_validation([value] if isinstance(value, str) else value)


class CitationsConfig(base.Config):
    """Options of the plugin in mkdocs.yml. Beside ``evidence-pages``, it needs none."""

    bib_files = _OneOrSeveral(options.Type(str), default=[])
    """The libraries, as paths or patterns such as ``library/*.bib``, from mkdocs.yml on."""

    style = options.Type(str, default=HARVARD)
    """How references are formatted: a style that is shipped, or the path of a CSL file."""

    title = options.Type(str, default="References")
    """The heading over the list of works at the end of a page; none if it is empty."""


class CitationsPlugin(BasePlugin[CitationsConfig]):
    """Puts citations and a list of references into pages."""

    pages: PagesPlugin | None
    libraries: list[str]
    alone: Shelf
    found: dict[str, list[Diagnostic]]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.extension = CitationExtension()
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        config.theme.dirs.append(str(THEME))
        # First, so that what a site says of its own looks wins.
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript.append(SCRIPT)
        pages = config.plugins.get("evidence-pages")
        self.pages = pages if isinstance(pages, PagesPlugin) else None
        self.libraries = [] if self.pages else library_paths(root_of(config), self.config.bib_files)
        return config

    @event_priority(AFTER_OTHERS)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        if self.pages is None:
            self._open(files, config)
        return files

    def _open(self, files: Files, config: MkDocsConfig) -> None:
        """Read the libraries, and scan the pages that may cite them."""
        root = root_of(config)
        catalogue, found = open_works(root, self.libraries, _texts(files, config))
        self.found = by_path(found)
        tell_of_libraries(one for path in self.libraries for one in self.found.pop(path, ()))
        if not catalogue.references:
            tell_of_nothing(self.libraries)
        own = own_folder()
        how = Formatting(self.config.style, (), root, own and own / "citations")
        try:
            self.alone = shelf(catalogue.references.values(), how)
        except CannotFormat as error:
            raise PluginError(str(error)) from error
        tell_of_spoiled(self.alone.spoiled)

    @property
    def shelf(self) -> Shelf:
        """The works that pages can cite."""
        return self.pages.site.shelf if self.pages else self.alone

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        self.extension.turn_to(Citing(self.shelf))
        return markdown

    @event_priority(BEFORE_OTHERS)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, CommonsPage):
            return html
        self._tell(page, config)
        citing, title = self.extension.citing, self.config.title
        name = Path(page.file.src_uri).stem
        html, anchor = with_list(in_order(html, citing), citing, name, title, self._to_work(page))
        if anchor:
            first = next(iter(page.toc), None)
            under: Any = first.children if first and first.level == 1 else page.toc.items
            under.append(AnchorLink(title, anchor, 2))
        return html

    def _tell(self, page: Page, config: MkDocsConfig) -> None:
        """Warn of citations on a page that lead nowhere."""
        rendered = self.extension
        if not rendered.citing.unknown and not rendered.left_alone:
            return
        typed = TextFile(_path(page.file, config), page.file.content_string)
        if self.pages:
            tell_unseen(typed, rendered.citing)
        else:
            tell_of_page(typed, rendered, self.found.get(typed.path, ()))

    def _to_work(self, page: Page) -> Any:
        """The way from a page to that of a work, where works have pages."""
        if self.pages is None:
            return None
        return lambda key: relative(f"references/{key}/", page.url)

    @event_priority(BEFORE_OTHERS)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return without_dead_ends(output) if self.pages is None else output

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        for watched in (*self.libraries, self.config.style):
            if (path := root_of(config) / watched).is_file():
                server.watch(str(path))
        return server


def _texts(files: Files, config: MkDocsConfig) -> Iterator[TextFile]:
    """The pages as they were typed. What cannot be read, MkDocs tells."""
    for file in files.documentation_pages():
        try:
            yield TextFile(_path(file, config), file.content_string)
        except (OSError, ValueError):
            continue


def _path(file: File, config: MkDocsConfig) -> str:
    """The path of a page as its author knows it."""
    place = Path(file.abs_src_path or "").resolve()
    within = bool(file.abs_src_path) and place.is_relative_to(root_of(config))
    return place.relative_to(root_of(config)).as_posix() if within else file.src_uri
