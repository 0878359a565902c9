"""The plugin that publishes the commons: its pages, its data files, its look."""

import gc
import logging
import shutil
import tempfile
import time
from collections.abc import Mapping, Set
from functools import partial
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from evidence_commons.cite.pandoc import CannotFormat
from evidence_commons.cite.style import HARVARD
from evidence_commons.diagnostics import Severity
from evidence_commons.diagnostics.words import together
from evidence_commons.load.files import LIBRARY
from evidence_commons.pipeline import site, site_again
from evidence_commons.publish.faces import Faces
from evidence_commons.publish.opening import Held, Reopened, reopen_commons
from evidence_commons.publish.publication import Publication
from evidence_commons.publish.publishing import Show, publish_data, publish_pages
from evidence_commons.render.maker import Maker
from evidence_commons.render.pages import PagesByPart, pages
from evidence_commons.render.sheet import Site
from evidence_commons.report.text import text_report, visible
from evidence_commons.shelves import Formatting
from mkdocs_evidence_commons.commons_files import CommonsFiles
from mkdocs_evidence_commons.commons_page import NO_DATE, CommonsPage
from mkdocs_evidence_commons.configured import plugins_on_pages
from mkdocs_evidence_commons.contents import contents_of
from mkdocs_evidence_commons.emission import has_warned, pack_sitemap, summary
from mkdocs_evidence_commons.frame import POLICY, host_styles, with_classes
from mkdocs_evidence_commons.keeping import Keeping
from mkdocs_evidence_commons.layout import refuse_other_layouts, remove_unwanted, root_of
from mkdocs_evidence_commons.own_folder import own_folder
from mkdocs_evidence_commons.preview import Newest, Preview
from mkdocs_evidence_commons.preview_server import PreviewServer, Watched
from mkdocs_evidence_commons.progress import Progress
from mkdocs_evidence_commons.shells import Shells

log = get_plugin_logger(__name__)

THEME = Path(__file__).parent / "theme"
PREVIEW_THEME = Path(__file__).parent / "preview_theme"
STYLESHEETS = (
    "assets/evidence-commons.css",
    "assets/ec-shell.css",
    "assets/ec-search.css",
    "assets/ec-pages.css",
)
"""On every page, in this order."""

BEFORE_OTHERS, AFTER_OTHERS = 100, -100
"""Others may press the files of a site together, or change what templates can use."""


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

    pages_through_mkdocs = options.Type(bool, default=False)
    """Whether MkDocs itself builds the pages of the commons, so that its other plugins see them.

    That takes longer, and holds all of them in memory. The pages are the same.
    """


class PagesPlugin(BasePlugin[PagesConfig]):
    """Reads and checks the commons, then publishes one finished page after another.

    The frame of a page is rendered by MkDocs once for many; the pages themselves MkDocs never
    sees, unless it is asked to build them.
    """

    site: Site
    edit: str
    reopened: Reopened
    makers: Mapping[str, Maker]
    files: CommonsFiles
    nav: Navigation
    env: Environment
    progress: Progress
    kept: Keeping
    publication: Publication
    start: float
    host: MkDocsConfig
    named: set[str]
    preview: Preview | None = None
    held: Held | None = None
    own: Path | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.own = own_folder()
        if command == "serve":
            self.preview, self.held = Preview(), Held()
            # It needs a memory, if only for as long as it lives.
            self.own = self.own or Path(tempfile.mkdtemp(prefix="evidence-commons-"))
        else:
            # A build ends soon, and what it makes it needs until then: there is little to sweep.
            gc.disable()

    def on_shutdown(self) -> None:
        gc.enable()
        if self.own and self.own != own_folder():
            shutil.rmtree(self.own, ignore_errors=True)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.start = time.monotonic()
        refuse_other_layouts(config)
        self.host = config
        self.kept = Keeping.of(root_of(config), Path(config.site_dir), self.own)
        # Until all is there, the last good site stays as it is.
        config.site_dir = str(self.kept.stage)
        self._open(config)
        repository = self.config.repository.rstrip("/")
        self.edit = f"{repository}/edit/{self.config.branch}/" if repository else ""
        self.site = self._site(config)
        if self.preview:
            self.preview.folder = self.kept.site
            config.theme.dirs.insert(0, str(PREVIEW_THEME))
        config.theme.dirs.insert(0, str(THEME))
        config.extra_css[:0] = STYLESHEETS
        return config

    def _open(self, config: MkDocsConfig) -> None:
        """Read and check the commons."""
        self.reopened = reopen_commons(root_of(config), self.kept.found, self.kept.store, self.held)
        if self.preview:
            self.preview.tell(self.reopened.opened)
            if blocking := self.reopened.opened.blocking:
                files = together([*dict.fromkeys(one.location.path for one in blocking)])
                raise PluginError(visible(f"Nothing new is shown until {files} can be read."))
        else:
            self._refuse_or_tell(strict=config.strict)

    def _site(self, config: MkDocsConfig) -> Site:
        formatting = Formatting(
            self.config.style,
            tuple(self.config.other_styles),
            root_of(config),
            self.own and self.own / "citations",
        )
        try:
            made = site(
                self.reopened.opened, self.edit, formatting, config.site_name, config.site_url or ""
            )
        except CannotFormat as error:
            raise PluginError(f"Nothing was published. {error}") from error
        for spoiled in made.shelf.spoiled:
            log.warning(visible(f"{LIBRARY}: {spoiled.key}: {spoiled.message}"))
        return made

    def _refuse_or_tell(self, strict: bool) -> None:
        """Stop before the last good site is touched, or tell what is left out of it."""
        opened = self.reopened.opened
        errors = opened.errors if strict else opened.blocking
        if errors:
            report = text_report(errors, opened.excerpt)
            raise PluginError(f"Nothing was published. These must be mended first:\n\n{report}")
        for one in opened.diagnostics:
            level = log.warning if one.severity is Severity.ERROR else log.info
            level(visible(f"{one.location}: {one.message} {one.help}"))
        if opened.errors:
            files = dict.fromkeys(one.location.path for one in opened.errors)
            log.warning(
                visible(f"Left out until it is mended: what is wrong in {', '.join(files)}")
            )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        prose = {page.location.path for page in self.site.catalogue.collection.prose_pages}
        remove_unwanted(files, prose, config)
        self.makers = PagesByPart(self.site) if self.preview else pages(self.site)
        known = Newest(lambda: self.makers) if self.preview else self.makers
        self.files = CommonsFiles(files, known, config, self.edit)
        if self.config.pages_through_mkdocs:
            self.files.hand_over()
            self.told = 0
            self.progress = Progress()
        elif unseeing := plugins_on_pages(config):
            log.info(
                f"Only pages of prose are seen by {', '.join(unseeing)}."
                ' With "pages_through_mkdocs: true", the pages of the commons are too.'
            )
        return self.files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.named = set()
        for page in nav.pages:
            if isinstance(page, CommonsPage) and page.title is None:
                page.read_source(config)
                # Kept: what was read is forgotten, and the title stands on every page.
                page.title = page.title
                self.named.add(page.written_in)
        self.nav = nav
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        if not isinstance(page, CommonsPage):
            page.update_date = NO_DATE
            page.edit_url = f"{self.edit}docs/{quote(page.file.src_uri)}" if self.edit else None
        return markdown

    @event_priority(AFTER_OTHERS)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        # The preview of MkDocs follows changes by a script that it puts into each page.
        env.globals["ec_policy"] = "" if self.preview else POLICY
        env.globals["ec_host_styles"] = host_styles(files)
        env.globals["ec_contents"] = contents_of
        env.globals["ec_addresses"] = self._addresses(config)
        self.env = env
        return env

    def _addresses(self, config: MkDocsConfig) -> list[str]:
        """The addresses of the pages that the host's own map of the site would leave out."""
        if self.preview or self.config.pages_through_mkdocs or not config.site_url:
            return []
        base = config.site_url.rstrip("/")
        return [f"{base}/{quote(address)}" for address in self.makers]

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, CommonsPage):
            self.told += 1
            self.progress.tell(self.told, len(self.makers))
            return html
        return with_classes(html)

    def _publish(self, config: MkDocsConfig) -> None:
        """Put the pages and the data files beside what MkDocs has made."""
        shells = Shells(self.env, self.nav, self.files, config, self.edit)
        if self.preview:
            self._show(self.preview)
            self.preview.frame = shells
            return
        show = Show(self.site, Faces(self.reopened, self.site), shells)
        self.publication = self.kept.publication()
        if not self.config.pages_through_mkdocs:
            tell = Progress().tell if log.isEnabledFor(logging.INFO) else lambda *_: None
            publish_pages(self.makers, show, self.publication, self.kept.store, tell)
        publish_data(self.reopened, show, self.publication, self.kept.store)
        for path in self.files.missing(self.publication.rows):
            level = config.validation.links.not_found
            log.log(level, f"A page links to {path}, and the site has no such file.")
        if not self.files.documentation_pages():
            pack_sitemap(self.kept.stage)

    def _put_in_place(self, config: MkDocsConfig) -> None:
        """Bring the site to its place, when other plugins have done what they do to it."""
        if self.preview:
            self.preview.take(self.kept.stage)
            return
        if config.strict and has_warned():
            # The host is about to end the build for it: the last good site stays.
            shutil.rmtree(self.kept.stage)
            return
        self.publication.take()
        try:
            gone = self.publication.publish()
        except OSError as error:
            why = f"({error.strerror or error})"
            raise PluginError(f"The site could not be put at {self.kept.site} {why}.") from error
        self.kept.store.close()
        # For whoever brings the site to the web after this, such as gh-deploy.
        config.site_dir = str(self.kept.site)
        passed = time.monotonic() - self.start
        log.info(summary(self.reopened.opened, self.publication, gone, passed))

    def on_build_error(self, *, error: Exception) -> None:
        if hasattr(self, "kept"):
            shutil.rmtree(self.kept.stage, ignore_errors=True)

    on_post_build = CombinedEvent(
        event_priority(BEFORE_OTHERS)(_publish), event_priority(AFTER_OTHERS)(_put_in_place)
    )

    def _show(self, preview: Preview) -> None:
        """Show in the preview what was read last."""
        makers = {} if self.config.pages_through_mkdocs else self.makers
        preview.show(self.reopened.opened, self.site, makers)

    def _again(self, preview: Preview, changed: Set[str]) -> bool:
        """Show anew what changed entries say, without the host; whether that is enough."""
        if self.config.pages_through_mkdocs or changed & self.named:
            return False
        before = self._prose()
        self._open(self.host)
        if self._prose() != before:
            return False
        self.site = site_again(self.site, self.reopened.opened) or self._site(self.host)
        self.makers = PagesByPart(self.site)
        self._show(preview)
        return True

    def _prose(self) -> set[str]:
        """The pages of prose without mistakes: an entry that they link to may come or go."""
        pages = self.reopened.opened.catalogue.collection.prose_pages
        return {page.location.path for page in pages}

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        root = root_of(config)
        if (library := root / LIBRARY).exists():
            server.watch(str(library))
        if self.preview:
            others = [library, *map(Path, (config.config_file_path, *config.watch))]
            again = partial(self._again, self.preview)
            PreviewServer(server, self.preview, Watched(root, others), again).start()
        return server
