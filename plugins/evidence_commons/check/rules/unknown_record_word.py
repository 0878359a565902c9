"""A misspelt kind or field of a record

We do not know this word, but it is near to one that we know, or is what another program calls it.

## Why we check it

We read a record by its kind and the names of its fields. What stands in a field with another name
is not shown.

## How to mend it

Type the word as we show it. If it is a field of your own, give it a name that is less like ours.

## Wrong

```bibtex
@bok{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publsher = {Nowhere Press},
  year = {2023},
}
```

## Right

```bibtex
@book{wren2023,
  author = {Wren, Ada},
  title = {Who owns the taxi?},
  publisher = {Nowhere Press},
  year = {2023},
}
```
"""

from collections.abc import Iterator
from functools import lru_cache

from evidence_commons.check.nearest import nearest
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import MissingField, UnknownRecordWord
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

KINDS_ELSEWHERE = {
    **dict.fromkeys(("webpage", "website", "web", "blog", "blogpost", "internet"), "online"),
    **dict.fromkeys(("journalarticle", "magazinearticle", "newspaperarticle"), "article"),
    **dict.fromkeys(("journal", "magazine", "newspaper", "paper"), "article"),
    **dict.fromkeys(("booksection", "bookchapter", "chapter"), "incollection"),
    **dict.fromkeys(("conferencepaper", "conferenceproceedings"), "inproceedings"),
    **dict.fromkeys(("film", "videorecording"), "movie"),
    **dict.fromkeys(("computerprogram", "program"), "software"),
    **dict.fromkeys(("generic", "document", "other", "presentation"), "misc"),
}
FIELDS_ELSEWHERE = {
    **dict.fromkeys(("accessed", "accessdate", "lastchecked", "visited"), "urldate"),
    **dict.fromkeys(("website", "link", "uri", "weblink"), "url"),
    **dict.fromkeys(("creator", "writer"), "author"),
    **dict.fromkeys(("publicationtitle", "newspaper", "magazine"), "journal"),
}
"""What other programs call kinds and fields."""

ALIKE = 0.8
LONGEST = 30


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each unknown word that is near to a known one which the record does not use already."""
    told = {slip.location for fault in catalogue.faults(MissingField) if (slip := slip_for(fault))}
    for fault in catalogue.faults(UnknownRecordWord):
        near = meant_word(fault.word, fault.known)
        if near and near not in fault.used and fault.location not in told:
            message = f"There is no {fault.what} {said(fault.word)} for records."
            yield Finding(fault.location, message, f'Did you mean "{near}"?', near)


@lru_cache(maxsize=1_000)
def meant_word(word: str, known: tuple[str, ...]) -> str:
    """The known word that was meant; none for a numbered field of someone's own, such as url2."""
    for elsewhere in (KINDS_ELSEWHERE, FIELDS_ELSEWHERE):
        if (other := elsewhere.get(word, "")) in known:
            return other
    own = len(word) > LONGEST or any(sign.isdigit() for sign in word)
    return "" if own else nearest(word, known, ALIKE)


def slip_for(fault: MissingField) -> Text | None:
    """The field of a record that was meant to be the one that is missing."""
    if fault.noun != "Reference":
        return None
    slips = (slip for slip in fault.slips if isinstance(slip, Text))
    return next((slip for slip in slips if meant_word(slip, fault.free) == fault.key), None)
