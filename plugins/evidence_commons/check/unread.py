"""What could not be read at all, so that nobody is told of what might stand in it."""

from evidence_commons.diagnostics import Location
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Fault, NotAFile, NotText, Stray, TooBig, Unreadable

UNREAD: tuple[type[Fault], ...] = (NotAFile, NotText, TooBig, Unreadable)
"""The faults for which a file, or a part of it, is not read."""


def unread_paths(catalogue: Catalogue) -> frozenset[str]:
    """The paths of the files that were not read to their end."""
    faults = catalogue.collection.faults
    return frozenset(fault.location.path for fault in faults if isinstance(fault, UNREAD))


def unread_names(catalogue: Catalogue) -> frozenset[str]:
    """The names that things in such files would have: the stems of the files.

    A file in the wrong place, or with the wrong ending, is told as one that nobody reads.
    """
    stray = (fault.location.path for fault in catalogue.faults(Stray))
    stems = frozenset(Location(path).stem for path in (*unread_paths(catalogue), *stray))
    return stems | catalogue.collection.unreadable
