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
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from evidence_commons.cite.pandoc import CannotFormat
from evidence_commons.cite.style import HARVARD
from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.load.citations import citations_in
from evidence_commons.model.address import relative
from evidence_commons.model.shelf import Shelf
from evidence_commons.model.text_file import TextFile
from evidence_commons.pipeline import open_works
from evidence_commons.render.citing import Citing
from evidence_commons.render.works import WORKS, all_works, list_of_works
from evidence_commons.report.text import visible
from evidence_commons.shelves import Formatting, shelf
from mkdocs_evidence_commons.citing_markdown import LISTS, CitationExtension
from mkdocs_evidence_commons.commons_page import CommonsPage
from mkdocs_evidence_commons.own_folder import own_folder
from mkdocs_evidence_commons.pages import PagesPlugin

log = get_plugin_logger(__name__)

THEME = Path(__file__).parent / "citations_theme"
STYLESHEET, SCRIPT = "assets/evidence-citations.css", "assets/evidence-citations.js"
HERE, ALL_HERE = LISTS.values()


class CitationsConfig(base.Config):
    """Options of the plugin in mkdocs.yml. Beside ``evidence-pages``, it needs none."""

    bib_files = options.ListOfItems(options.Type(str), default=[])
    """The libraries, as paths or patterns such as ``library/*.bib``, from mkdocs.yml on."""

    style = options.Type(str, default=HARVARD)
    """How references are formatted: a style that is shipped, or the path of a CSL file."""

    title = options.Type(str, default="References")
    """The heading over the list of works at the end of a page."""


class CitationsPlugin(BasePlugin[CitationsConfig]):
    """Puts citations and a list of references into pages."""

    pages: PagesPlugin | None
    alone: Shelf

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.extension = CitationExtension()
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        config.theme.dirs.append(str(THEME))
        config.extra_css.append(STYLESHEET)
        config.extra_javascript.append(SCRIPT)
        pages = config.plugins.get("evidence-pages")
        self.pages = pages if isinstance(pages, PagesPlugin) else None
        if self.pages is None and not self.config.bib_files:
            raise PluginError(
                "In mkdocs.yml, name your library under evidence-citations, "
                "such as bib_files: [references.bib]."
            )
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        if self.pages is None:
            texts = (
                TextFile(file.src_uri, file.content_string) for file in files.documentation_pages()
            )
            root, libraries = _root(config), list(self._libraries(config))
            catalogue, found = open_works(root, libraries, texts)
            _tell(found)
            own = own_folder()
            how = Formatting(self.config.style, (), root, own and own / "citations")
            try:
                self.alone = shelf(catalogue.references.values(), how)
            except CannotFormat as error:
                raise PluginError(str(error)) from error
        return files

    def _libraries(self, config: MkDocsConfig) -> Iterator[str]:
        """The paths of the libraries, each once."""
        root, found = _root(config), dict[str, None]()
        for pattern in self.config.bib_files:
            paths = sorted(root.glob(pattern))
            if not paths:
                raise PluginError(f"In mkdocs.yml, bib_files names {pattern}, which is not there.")
            found.update(dict.fromkeys(path.relative_to(root).as_posix() for path in paths))
        yield from found

    @property
    def shelf(self) -> Shelf:
        """The works that pages can cite."""
        return self.pages.site.shelf if self.pages else self.alone

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        self.extension.citing = Citing(self.shelf)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, CommonsPage):
            return html
        citing = self.extension.citing
        _tell_unseen(citing, page)
        if ALL_HERE in html:
            return html.replace(HERE, "").replace(ALL_HERE, str(all_works(citing)), 1)
        if not citing.bibliography:
            return html.replace(HERE, "")
        name, to_work = Path(page.file.src_uri).stem, self._to_work(page)
        if HERE in html:
            return html.replace(HERE, str(list_of_works(citing, name, "", to_work)), 1)
        first = next(iter(page.toc), None)
        under: Any = first.children if first and first.level == 1 else page.toc.items
        under.append(AnchorLink(self.config.title, WORKS, 2))
        return html + str(list_of_works(citing, name, self.config.title, to_work))

    def _to_work(self, page: Page) -> Any:
        """The way from a page to that of a work, where works have pages."""
        if self.pages is None:
            return None
        return lambda key: relative(f"references/{key}/", page.url)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        for library in self._libraries(config):
            server.watch(str(_root(config) / library))
        return server


def _tell(found: tuple[Diagnostic, ...]) -> None:
    """Mistakes are warnings, so that a strict build ends; advice is there for who asks."""
    advice = [one for one in found if one.severity is not Severity.ERROR]
    for one in found:
        level = log.debug if one in advice else log.warning
        level(visible(f"{one.location}: {one.message} {one.help}"))
    if advice:
        log.info(
            f"There is advice on {len(advice)} places of your library: "
            "mkdocs build --verbose shows it."
        )


def _tell_unseen(citing: Citing, page: Page) -> None:
    """A net below the scan of all pages, which tells lines: no key passes unseen here."""
    if citing.unknown:
        told = {str(one.key) for one in citations_in(page.file.content_string, page.url)[0]}
        for key in citing.unknown - told:
            where = page.file.src_uri
            log.warning(visible(f"{where}: No work in the library has the key {key!r}."))


def _root(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent
