"""The edition of the commons: a short name for all that it says, and its date."""

from dataclasses import dataclass

from evidence_commons.model.collection import Catalogue
from evidence_commons.model.digest import digest
from evidence_commons.model.text import Date


@dataclass(frozen=True, slots=True)
class Edition:
    """``id`` changes with every published word; ``date`` is that of the newest review."""

    id: str
    date: Date | None

    @property
    def words(self) -> str:
        """As it is cited: ``edition 0f1e2d3c4b5a of 30 June 2024``."""
        return f"edition {self.id}" + (f" of {self.date.words}" if self.date else "")


def edition(catalogue: Catalogue) -> Edition:
    """The edition of a commons, the same wherever and whenever it is built."""
    held = catalogue.collection
    things = (*held.entries, *held.vocabularies, *held.references, *held.prose_pages)
    published = {thing.location.path for thing in things}
    published |= {held.home.location.path} if held.home else set()
    texts = held.digests
    reviewed = [study.provenance.last_reviewed for study in catalogue.case_studies.values()]
    name = digest(texts[path] for path in sorted(published & texts.keys())).hex()[:12]
    return Edition(name, max(reviewed, default=None))
