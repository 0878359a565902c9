"""Who is near to whom: found of ten thousand examples once, and kept while nobody's kin changes."""

import marshal

from evidence_commons.model.collection import Catalogue
from evidence_commons.model.related import kinship
from evidence_commons.publish.store import Store

KIND = "kin"


class Kin:
    """The nearest examples to each, from one build to the next."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self._made, self._store = catalogue.once(kinship), store
        self._state = self._made.state
        known = store.get(KIND, "")
        self._is_new = not (known and known[0] == self._state)
        if known and not self._is_new:
            self._made.found.update(enumerate(marshal.loads(known[1])))  # noqa: S302 - from the store

    def keep(self) -> None:
        """Keep what was found, once it was found of all."""
        found = self._made.found
        if self._is_new and len(found) == len(self._made.entries):
            every = [found[number] for number in range(len(found))]
            self._store.keep(KIND, {"": (self._state, marshal.dumps(every))})
