"""The index of the search: of a kind of things in which nothing has changed, nothing is made."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from evidence_commons.export.search import indexed, joined
from evidence_commons.export.search_documents import Maker, documents
from evidence_commons.export.search_kinds import KINDS, Kind
from evidence_commons.export.search_postings import Share
from evidence_commons.export.search_weights import Scales
from evidence_commons.model.digest import digest
from evidence_commons.model.page import DataFile
from evidence_commons.pipeline import others_to_find
from evidence_commons.publish.faces import Faces
from evidence_commons.publish.remembering import Remembering
from evidence_commons.publish.store import Store
from evidence_commons.render.sheet import Site

Part = tuple[str, bytes, Callable[[], Iterable[DataFile]]]
"""Files under a name: the name, a name for all that they follow from, and what makes them."""


class Searching:
    """The parts of the index: one for each kind, and one for all."""

    def __init__(self, site: Site, setting: bytes, faces: Faces, store: Store) -> None:
        self._site, self._setting, self._faces, self._store = site, setting, faces, store
        self._shares: dict[Kind, Share] = {}

    def parts(self) -> Iterator[Part]:
        """The parts, in the order in which they must be made: the last is made of the others."""
        states = {}
        for kind in KINDS:
            makers = documents(kind, self._site.catalogue, others_to_find(self._site))
            state = digest([self._setting, self._faces.of([one.shows for one in makers])])
            states[kind] = state
            yield f"search {kind.id}", state, partial(self._texts, kind, makers, state)
        yield (
            "search",
            digest(states.values()),
            lambda: joined({kind: self._share(kind, state) for kind, state in states.items()}),
        )

    def _texts(self, kind: Kind, makers: Sequence[Maker], state: bytes) -> Iterator[DataFile]:
        """The files of the texts of a kind; its share of the index is kept."""
        kept = Remembering(self._store, f"words of {kind.id}", self._setting, self._faces)
        self._shares[kind], texts = indexed(kind, makers, Scales(self._site.catalogue), kept)
        kept.close()
        self._store.keep("share", {kind.id: (state, marshal.dumps(tuple(self._shares[kind])))})
        return texts

    def _share(self, kind: Kind, state: bytes) -> Share:
        """The share of a kind: the one that was made just now, or the one that was kept."""
        if kind not in self._shares:
            known = self._store.get("share", kind.id)
            if known and known[0] == state:
                return Share(*marshal.loads(known[1]))  # noqa: S302 - from the store
            makers = documents(kind, self._site.catalogue, others_to_find(self._site))
            self._texts(kind, makers, state)
        return self._shares[kind]
