"""The frames of a site, each rendered by MkDocs when the first page wants it."""

from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from evidence_commons.model.digest import digest, package_digest
from evidence_commons.model.page import Page
from mkdocs_evidence_commons.commons_page import CommonsPage
from mkdocs_evidence_commons.shell import Marks, Pieces, Shell


class Shells:
    """What stands around the pages of the commons.

    Of a page's address a frame shows how deep it lies, which ways of the navigation lead towards
    it, and which links start in its own part of the site. So pages of one part and one depth share
    a frame; a page that stands in the navigation has one of its own.
    """

    def __init__(
        self, env: Environment, nav: Navigation, files: Files, config: MkDocsConfig, edit: str
    ) -> None:
        self._env = env
        self._nav = nav
        self._files = files.documentation_pages()
        self._config = config
        self._edit = edit
        self._ways = {unquote(page.url): page for page in nav.pages}
        self._marks = Marks()
        self._shells: dict[str, Shell] = {}
        self._states: dict[str, bytes] = {}
        # How a page is filled in follows from the code of the plugins.
        self._code = package_digest(Path(__file__).parent, ".py")

    def state(self, address: str) -> bytes:
        """A name for the frame of the page at an address."""
        like = self._like(address)
        if like not in self._states:
            self._states[like] = digest([self.shell_for(address).digest, self._code])
        return self._states[like]

    def whole(self, made: Page) -> bytes:
        """A page in its frame."""
        return self.shell_for(made.address).page(made)

    def shell_for(self, address: str) -> Shell:
        """The frame of the page at an address."""
        like = self._like(address)
        if like not in self._shells:
            self._shells[like] = self._shell(like)
        return self._shells[like]

    def _like(self, address: str) -> str:
        """An address with the same frame, in which all is a mark that the frame cannot show."""
        if address in self._ways:
            return address
        towards = [way for way in self._ways if address.startswith(way)]
        part = f"{address.partition('/')[0]}/" if address else ""
        kept = max((*towards, part), key=len)
        return kept + f"{self._marks.any}/" * address[len(kept) :].count("/")

    def _shell(self, address: str) -> Shell:
        listed, bare = (self._pieces(address, listed) for listed in (True, False))
        base = self._config.site_url or ""
        return Shell(listed, bare, base and f"{base.rstrip('/')}/")

    def _pieces(self, address: str, listed: bool) -> Pieces:
        page = self._page(address, self._marks.page(address, listed))
        wanted = {*self._marks.of}
        if page.canonical_url:
            page.canonical_url = self._marks.of["canonical"]
        else:
            wanted.remove("canonical")
        if not listed:
            wanted.remove("contents")
        if not address:
            wanted.remove("title")  # the first page bears the name of the site
        return self._marks.pieces(self._rendered(page, listed), wanted)

    def _page(self, address: str, marked: Page) -> CommonsPage:
        """The page of the navigation itself, or one that stands nowhere; with marks for words."""
        page = self._ways.get(address)
        if not isinstance(page, CommonsPage):
            file = File.generated(self._config, f"{address}index.md", content="")
            page = CommonsPage(file, self._config, lambda: marked, self._edit)
        page.fill(marked)
        return page

    def _rendered(self, page: CommonsPage, listed: bool) -> str:
        context = dict(get_context(self._nav, self._files, self._config, page))
        if listed:
            context["ec_contents"] = lambda _: self._marks.of["contents"]
        page.active = True
        try:
            return self._env.get_template("main.html").render(context)
        finally:
            page.active = False
