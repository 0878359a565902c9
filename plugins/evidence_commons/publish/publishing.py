"""Publishing: every page and every data file of a site, of which only what must be is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from evidence_commons.model.digest import code_digest, digest, looks_digest
from evidence_commons.model.page import DataFile, Page
from evidence_commons.pipeline import data_files, library_files, result_files
from evidence_commons.publish.faces import Faces
from evidence_commons.publish.kin import Kin
from evidence_commons.publish.opening import Reopened
from evidence_commons.publish.publication import Publication
from evidence_commons.publish.remembering import Remembering
from evidence_commons.publish.searching import Searching
from evidence_commons.publish.store import Store
from evidence_commons.publish.workers import each
from evidence_commons.render.maker import Maker
from evidence_commons.render.sheet import Site

Tell = Callable[[int, int], None]
"""Is told how many pages are made, and of how many."""


class Frame(Protocol):
    """What stands around every page."""

    def state(self, address: str) -> bytes:
        """A name for all that the frame of a page shows."""

    def whole(self, page: Page) -> bytes:
        """A page in its frame, in UTF-8."""


@dataclass(frozen=True, slots=True)
class Show:
    """What pages are made from: a site, the faces of its things, and what stands around a page."""

    site: Site
    faces: Faces
    frame: Frame


@dataclass(frozen=True, slots=True)
class Stale:
    """A page that must be made: its file, what it is made from, and its maker."""

    path: str
    state: bytes
    maker: Maker


def publish_data(reopened: Reopened, show: Show, to: Publication, store: Store) -> None:
    """Put every data file of a site, the index of its search included.

    Args:
        reopened: the commons.
        show: what its pages are made from.
        to: where they go.
        store: what keeps things from one build to the next.
    """
    site, setting = show.site, setting_of(show.site)
    everything = digest([setting, show.faces.all()])
    kept = Remembering(store, "records", setting, show.faces)
    if publish_files("records", partial(data_files, reopened.opened, kept), everything, to, store):
        kept.close()
    works = digest([setting, show.faces.of(site.catalogue.references)])
    publish_files("library", partial(library_files, site), works, to, store)
    publish_files("results", partial(result_files, site), everything, to, store)
    for name, state, make in Searching(site, setting, show.faces, store).parts():
        publish_files(name, make, state, to, store)


def publish_pages(
    makers: Mapping[str, Maker], show: Show, to: Publication, store: Store, tell: Tell
) -> None:
    """Put every page; those that show what they showed before stay as they are.

    Args:
        makers: the makers of the pages, by address.
        show: what the pages are made from.
        to: where they go.
        store: what keeps things from one build to the next.
        tell: is told of the progress.
    """

    def make(one: Stale) -> None:
        to.put(one.path, one.state, show.frame.whole(one.maker()))

    kin = Kin(show.site.catalogue, store)
    stale = list(_stale(makers, show, to))
    kin.keep()
    each(stale, make, to, tell)


def publish_files(
    name: str, make: Callable[[], Iterable[DataFile]], state: bytes, to: Publication, store: Store
) -> bool:
    """Put some data files, all of which follow from one state; whether they had to be made.

    Args:
        name: what they are called together.
        make: makes them.
        state: a name for all that they are made from.
        to: where they go.
        store: what keeps how they are called.
    """
    whole = digest([name, state])
    known = store.get("files", name)
    if known and known[0] == whole:
        paths = known[1].decode().split("\n")
        if all(to.stands(path, whole) for path in paths):
            return False
    put = [to.put_file(one, whole).path for one in make()]
    store.keep("files", {name: (whole, "\n".join(put).encode())})
    return True


def setting_of(site: Site) -> bytes:
    """A name for what is the same on all pages: the code, the site itself, the way it cites."""
    shelf = site.shelf
    prose = sorted(page.address for page in site.catalogue.collection.prose_pages)
    own = [entry("Title", "https://example.org/", "2000") for entry in shelf.entries.values()]
    words = (site.name, site.url, site.edit, *shelf.styles, repr(shelf.wording), *own, *prose)
    return digest([code_digest(), looks_digest(), *words])


def _stale(makers: Mapping[str, Maker], show: Show, to: Publication) -> Iterator[Stale]:
    setting, everything = setting_of(show.site), show.faces.all()
    for address, maker in makers.items():
        path = f"{address}index.html"
        shown = everything if maker.shows is None else show.faces.of(maker.shows())
        state = digest([setting, show.frame.state(address), shown])
        if not to.stands(path, state):
            yield Stale(path, state, maker)
