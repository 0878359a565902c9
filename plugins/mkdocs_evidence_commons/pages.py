"""The plugin that publishes the commons: its pages, its data files, its look."""

from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from evidence_commons.cite.pandoc import CannotFormat
from evidence_commons.cite.style import HARVARD
from evidence_commons.diagnostics import Severity
from evidence_commons.load.files import LIBRARY
from evidence_commons.load.pictures import PICTURES
from evidence_commons.pipeline import (
    Opened,
    data_files,
    library_files,
    open_commons,
    result_files,
    search_files,
    site,
)
from evidence_commons.render.pages import Maker, pages
from evidence_commons.render.sheet import Site
from evidence_commons.report.text import text_report, visible
from evidence_commons.shelves import Formatting
from mkdocs_evidence_commons.commons_page import NO_DATE, CommonsPage
from mkdocs_evidence_commons.frame import POLICY, host_styles, is_unused, with_classes
from mkdocs_evidence_commons.own_folder import own_folder
from mkdocs_evidence_commons.progress import Progress

log = get_plugin_logger(__name__)

THEME = Path(__file__).parent / "theme"
STYLESHEETS = (
    "assets/evidence-commons.css",
    "assets/ec-shell.css",
    "assets/ec-search.css",
    "assets/ec-pages.css",
)
"""On every page, in this order."""


class PagesConfig(base.Config):
    """Options of the plugin in mkdocs.yml."""

    repository = options.Type(str, default="")
    """The web address of the repository, for "edit this entry". Empty: no links."""

    branch = options.Type(str, default="main")
    """The branch that edits go to."""

    style = options.Type(str, default=HARVARD)
    """How references are formatted: a style that is shipped, or the path of a CSL file."""

    other_styles = options.ListOfItems(options.Type(str), default=["apa"])
    """More styles for the pages of works."""


class PagesPlugin(BasePlugin[PagesConfig]):
    """Reads and checks the commons, then hands MkDocs one finished page after another."""

    site: Site
    edit: str
    opened: Opened
    is_preview = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        _refuse_other_layouts(config)
        self.opened = open_commons(_root(config))
        self._refuse_or_tell(strict=config.strict)
        repository = self.config.repository.rstrip("/")
        self.edit = f"{repository}/edit/{self.config.branch}/" if repository else ""
        self.site = self._site(config)
        config.theme.dirs.insert(0, str(THEME))
        config.extra_css[:0] = STYLESHEETS
        return config

    def _site(self, config: MkDocsConfig) -> Site:
        own = own_folder()
        formatting = Formatting(
            self.config.style,
            tuple(self.config.other_styles),
            _root(config),
            own and own / "citations",
        )
        try:
            made = site(self.opened, self.edit, formatting, config.site_name, config.site_url or "")
        except CannotFormat as error:
            raise PluginError(f"Nothing was published. {error}") from error
        for spoiled in made.shelf.spoiled:
            log.warning(visible(f"{LIBRARY}: {spoiled.key}: {spoiled.message}"))
        return made

    def _refuse_or_tell(self, strict: bool) -> None:
        """Stop before the last good site is touched, or tell what is left out of a preview."""
        errors = self.opened.errors if strict else self.opened.blocking
        if errors:
            report = text_report(errors, self.opened.excerpt)
            raise PluginError(f"Nothing was published. These must be mended first:\n\n{report}")
        for one in self.opened.diagnostics:
            level = log.warning if one.severity is Severity.ERROR else log.info
            level(visible(f"{one.location}: {one.message} {one.help}"))
        if self.opened.errors:
            files = dict.fromkeys(one.location.path for one in self.opened.errors)
            log.warning(
                visible(f"Left out until it is mended: what is wrong in {', '.join(files)}")
            )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        prose = {page.location.path for page in self.site.catalogue.collection.prose_pages}
        for file in [file for file in files if is_unused(file.src_uri)]:
            files.remove(file)
        for file in [file for file in files if _of_docs(file, config)]:
            wanted = f"docs/{file.src_uri}" in prose or file.src_uri.endswith(PICTURES)
            if not wanted or _is_link(file, config):
                files.remove(file)
        makers = pages(self.site)
        progress = Progress(len(makers))
        folders = {f"{address[:-1].rpartition('/')[0]}/" for address in makers}
        for address, make in makers.items():
            # The path that an author would link to, as docs/questions/funding.md is one.
            # A list is a folder, even if nothing is in it yet.
            folder = address in folders or address.count("/") < 2
            path = f"{address}index.md" if folder else f"{address[:-1]}.md"
            files.append(self._page(path, progress.counting(make), config))
        for made in (
            *data_files(self.opened),
            *library_files(self.site),
            *result_files(self.site),
            *search_files(self.site),
        ):
            files.append(File.generated(config, made.path, content=made.content))
        return files

    def _page(self, path: str, make: Maker, config: MkDocsConfig) -> File:
        """A page that MkDocs has no file for. Only lists stand in the navigation."""
        file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.page = CommonsPage(file, config, make, self.edit)
        return file

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        if not isinstance(page, CommonsPage):
            page.update_date = NO_DATE
            page.edit_url = f"{self.edit}docs/{quote(page.file.src_uri)}" if self.edit else None
        return markdown

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        # The preview of MkDocs follows changes by a script that it puts into each page.
        env.globals["ec_policy"] = "" if self.is_preview else POLICY
        env.globals["ec_host_styles"] = host_styles(files)
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return html if isinstance(page, CommonsPage) else with_classes(html)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        for watched in ("case_studies", "references.bib"):
            if (path := _root(config) / watched).exists():
                server.watch(str(path))
        return server


def _refuse_other_layouts(config: MkDocsConfig) -> None:
    """Links between pages, and what is read, follow from where things are."""
    if Path(config.docs_dir).resolve() != _root(config) / "docs":
        raise PluginError("In mkdocs.yml, leave docs_dir at docs: the commons is read from there.")
    if not config.use_directory_urls:
        raise PluginError("In mkdocs.yml, leave use_directory_urls at true: addresses end in /.")


def _root(config: MkDocsConfig) -> Path:
    """The commons: the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent


def _of_docs(file: File, config: MkDocsConfig) -> bool:
    """Whether a file stands under docs/, and is not one of the theme's."""
    place = file.abs_src_path
    return place is not None and Path(place).is_relative_to(config.docs_dir)


def _is_link(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of docs/ is a link, or stands in a folder that is one."""
    path = Path(str(file.abs_src_path))
    docs = Path(config.docs_dir)
    return any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(docs))
