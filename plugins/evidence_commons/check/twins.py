"""Whether two records of the library are about one work."""

import re

from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Date


def folded(words: str) -> str:
    """The words alone, without capitals and signs."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def differ(one: Reference, other: Reference, identifiers: bool) -> bool:
    """Whether they are two volumes or the like.

    With ``identifiers``, two DOIs or addresses make two works as well.
    """
    pairs = [
        (one.volume, other.volume),
        (one.number, other.number),
        (one.edition, other.edition),
        (one.pages, other.pages),
    ]
    if identifiers:
        pairs += [(one.doi.casefold(), other.doi.casefold()), (_bare(one.url), _bare(other.url))]
    here, there = one.year or Date(), other.year or Date()
    apart = any(first and second and first != second for first, second in pairs)
    return apart or here.before(there) or there.before(here)


def _bare(url: str | None) -> str:
    """An address without what may differ where it leads to one page."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url or "").casefold()
