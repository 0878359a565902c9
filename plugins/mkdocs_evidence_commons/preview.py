"""A preview of a commons: each page is made when somebody asks for it, and no other.

What was made waits in the folder that the host's server shows, until the next change. So the
server answers as it always does, and puts into each page the script that follows changes.
"""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.model.address import address
from evidence_commons.model.page import DataFile, Page
from evidence_commons.pipeline import Opened, data_files, library_files, result_files, search_files
from evidence_commons.publish.swap import put_in_place
from evidence_commons.render.maker import Maker
from evidence_commons.render.sheet import Site
from evidence_commons.report.text import summary, text_report
from mkdocs_evidence_commons.preview_box import NO_SEARCH, Box
from mkdocs_evidence_commons.shells import Shells

SEARCH = "EVIDENCE_COMMONS_SEARCH"
"""The variable that asks for a search in a preview, if it is not empty."""

_FIND = "find/"
_RECORDS = (
    "schema/",
    *(f"data/{name}." for name in "case-studies metrics questions vocabularies".split()),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the sound things of a commons, and pages of those that were sound before.

    ``last_good`` has an address and its maker for each file in which there is a mistake now.
    """

    opened: Opened
    site: Site
    makers: Mapping[str, Maker]
    last_good: Mapping[str, tuple[str, Maker]] = field(default_factory=dict)

    def followed_by(self, opened: Opened, site: Site, makers: Mapping[str, Maker]) -> "Shown":
        """The next state. What has a mistake in it now keeps its page, as it was without one."""
        wrong = {one.location.path for one in opened.errors}
        good = {path: page for path, page in self.last_good.items() if path in wrong}
        for entry in self.site.catalogue.collection.entries:
            place = address(entry)
            if entry.location.path in wrong and (maker := self.makers.get(place)):
                good[entry.location.path] = place, maker
        return Shown(opened, site, makers, good)


class Newest(Mapping[str, Maker]):
    """The makers of a site that changes, so that nobody holds on to what it was before."""

    def __init__(self, makers: Callable[[], Mapping[str, Maker]]) -> None:
        self._makers = makers

    def __getitem__(self, address: str) -> Maker:
        return Maker(partial(self._made, address))

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers())

    def __len__(self) -> int:
        return len(self._makers())

    def _made(self, address: str) -> Page:
        return self._makers()[address]()


class Preview:
    """The state of a preview, and what of it stands in the folder of the server.

    Requests come on many threads: whoever changes something holds the ``lock``. ``turn`` is
    another one after each change. ``folder`` is what the server shows, ``frame`` stands around
    the pages, and ``fault`` is why the site could not be made anew.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.turn = 0
        self.fault = ""
        self.folder = Path()
        self._errors: tuple[Diagnostic, ...] = ()
        self._told: frozenset[Diagnostic] = frozenset()
        self._told_in = -1
        self._shown: Shown | None = None
        self.frame: Shells | None = None
        self._old_prose: set[str] = set()
        self._made: dict[str, str] = {}
        self._has_search = bool(os.environ.get(SEARCH))

    def tell(self, opened: Opened) -> None:
        """Say in the terminal what stops publication, and what was not said before."""
        if self._told_in == self.turn:
            return
        found = opened.diagnostics
        news = [one for one in found if one.severity is Severity.ERROR or one not in self._told]
        if news:
            print(text_report(news, opened.excerpt, _colours()), file=sys.stderr, flush=True)
        elif self._errors:
            print(summary(found), file=sys.stderr, flush=True)
        self._told, self._told_in, self._errors = frozenset(found), self.turn, opened.errors

    def show(self, opened: Opened, site: Site, makers: Mapping[str, Maker]) -> None:
        """Show this from now on."""
        before = self._shown or Shown(opened, site, {})
        self._shown = before.followed_by(opened, site, makers)
        self.forget()

    def take(self, stage: Path) -> None:
        """Show what the host has built, with the old pages of prose in which mistakes are now."""
        entries = self._shown.last_good if self._shown else {}
        wrong = {one.location.path for one in self._errors if one.location.path.endswith(".md")}
        self._old_prose = {path for path in wrong - entries.keys() if self._keep(path, stage)}
        put_in_place(stage, self.folder)
        self._made.clear()

    def forget(self) -> None:
        """Let go of what was made: something has changed."""
        for path in {*self._made}:
            (self.folder / path).unlink(missing_ok=True)
        self._made.clear()
        self.turn += 1

    def make(self, path: str) -> Box:
        """Make the file that a path within the site means; return what its page says on top."""
        shown, frame = self._shown, self.frame
        if shown is None or frame is None:  # the host builds once before it serves
            return Box(())
        place = f"{path.removesuffix('index.html').strip('/')}/".removeprefix("/")
        if path.startswith(("data/", "schema/")):
            self._make_files(path, shown)
            return Box(())
        old = dict(shown.last_good.values())
        written, is_old = self._prose(place)
        if maker := shown.makers.get(place) or old.get(place):
            written, is_old = self._make_page(place, maker, frame), place not in shown.makers
        notes = [NO_SEARCH] if place == _FIND and not self._has_search else []
        return Box(self._errors, self.fault, written, is_old, notes)

    def _make_page(self, place: str, maker: Maker, frame: Shells) -> str:
        """Make a page, unless it is there; return the file that it was written in."""
        path = f"{place}index.html"
        if path not in self._made:
            made = maker()
            self._put(path, frame.whole(made), made.written_in)
        return self._made[path]

    def _make_files(self, path: str, shown: Shown) -> None:
        """Make all data files of the kind that a path belongs to, unless they are there."""
        make: Callable[[], Iterable[DataFile]] = partial(result_files, shown.site)
        if path.startswith("data/search/"):
            make = partial(search_files, shown.site) if self._has_search else tuple
        elif path.startswith("data/references."):
            make = partial(library_files, shown.site)
        elif path.startswith(_RECORDS):
            make = partial(data_files, shown.opened)
        if path not in self._made:
            for one in make():
                self._put(one.path, one.content.encode("utf-8", "surrogatepass"))

    def _put(self, path: str, content: bytes, written_in: str = "") -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self._made[path] = written_in

    def _prose(self, place: str) -> tuple[str, bool]:
        """The file of a page of prose with a mistake in it, and whether the page is an old one."""
        files = (f"docs/{place}index.md", f"docs/{place.rstrip('/')}.md")
        wrong = {one.location.path for one in self._errors}
        path = next((one for one in files if one in wrong), "")
        return path, path in self._old_prose

    def _keep(self, path: str, stage: Path) -> bool:
        """Keep the page of a file of prose as it was, if there is one and no new one."""
        name = path.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/")
        old, new = self.folder / name / "index.html", stage / name / "index.html"
        if old.is_file() and not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(old, new)
            return True
        return False


def _colours() -> bool:
    """Whether the person wants colours and the terminal can show them."""
    able = os.environ.get("TERM") != "dumb" and (os.name != "nt" or "WT_SESSION" in os.environ)
    return able and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
