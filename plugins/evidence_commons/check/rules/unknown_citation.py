"""A citation of a work that is not in the library

The key points to no record in `references.bib`.

## Why we check it

A claim is only as good as what it rests on. A citation that leads nowhere leaves readers with
nothing to hold it against.

## How to mend it

Type the key as it stands in `references.bib`, or add the work there.

## Wrong

```yaml
citations:
  - key: wren2021taxi
```

## Right

```yaml
citations:
  - key: wren2021taxis
```
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from evidence_commons.check.bare import bare
from evidence_commons.check.nearest import MOST, only_numbers_differ, same_name, sure_match
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.citation import Citation, Manner
from evidence_commons.model.collection import Catalogue, Mention
from evidence_commons.model.faults import BrokenReference, LostText
from evidence_commons.model.pattern import pattern
from evidence_commons.model.reference import Reference

SEVERITY = Severity.ERROR

LIBRARY = "references.bib"
LONGEST = 300
_NO_KEY = pattern(r"[ /]")
_YEAR = pattern(r"[A-Za-z][-_:.]?(?:1[6-9]|20)\d\d(?!\d)")
_FRONT = pattern(r"[A-Za-z]{3,}\d{4}(?=[A-Za-z]{2})")
"""How keys begin that programs make: a name and a year, and then a word of the title."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each citation that leads nowhere, unless the library or the record could not be read."""
    if not catalogue.references or LIBRARY in unread_paths(catalogue):
        return
    if _has_lost_records(catalogue):
        return
    broken = {_letters(fault.key) for fault in catalogue.faults(BrokenReference) if fault.key}
    unknown = {
        key: mentions
        for key, mentions in catalogue.mentions.items()
        if key and key not in catalogue.references and _letters(key) not in broken
    }
    many = Counter(path for mentions in unknown.values() for path in _paths(mentions))
    for key, mentions in unknown.items():
        few = {path: many[path] <= MOST for path in _paths(mentions)}
        remedies = {
            is_few: _remedy(key, catalogue.references if is_few else {})
            for is_few in set(few.values())
        }
        for mention in mentions:
            if not _is_meant(mention.citation, key, remedies.values()):
                continue
            place = mention.citation.key.location
            message = f"No work in {LIBRARY} has the key {said(key)}."
            yield Finding(place, message, *remedies[few[place.path]])


def _is_meant(citation: Citation, key: str, remedies: Iterable[tuple[str, str, bool]]) -> bool:
    """Whether it is a citation at all: in a sentence, it may be a name, such as ``@wrentaxis``."""
    if citation.manner is not Manner.IN_SENTENCE:
        return True
    return bool(_YEAR.search(key)) or any(near for _, near, _ in remedies)


def _paths(mentions: Iterable[Mention]) -> frozenset[str]:
    """The files in which they stand."""
    return frozenset(mention.citation.key.location.path for mention in mentions)


def _remedy(key: str, known: Mapping[str, Reference]) -> tuple[str, str, bool]:
    """What to do about a key that no work has, the key that was meant, and whether it is sure."""
    if meant := _meant(key, known):
        if meant in key:
            return "Write the key alone.", meant, True
        return f"If you mean {said(meant)}, write its key.", meant, True
    near = same_name(key, known)
    remedy = f'Did you mean "{near}"?' if near else f"Add the work to {LIBRARY}, with this key."
    # Another year is as likely another work: that is for people to decide.
    typed = "" if only_numbers_differ(key, near) else near
    if not near and (other := _renamed(key, known)):
        remedy = f"Is it {said(other)} now? If not, add the work to {LIBRARY}, with this key."
    return remedy, typed, sure_match(key, typed, known)


def _meant(key: str, known: Mapping[str, Reference]) -> str:
    """The key that stands in brackets or marks, or whose work has this title, DOI or address."""
    plain = bare(key).strip("[]{}@ ")
    if plain in known:
        return plain
    if not _NO_KEY.search(plain) or len(plain) > LONGEST:
        return ""
    wanted = plain.casefold().rstrip("/. ")
    same = [name for name, work in known.items() if wanted in _other_names(work)]
    return same[0] if len(same) == 1 else ""


def _other_names(work: Reference) -> Iterator[str]:
    """What else a work can be told by, in small letters."""
    yield work.title.casefold()
    if work.doi:
        for front in ("", "doi:", "https://doi.org/"):
            yield f"{front}{work.doi}".casefold()
    if work.url:
        yield work.url.casefold().rstrip("/")


def _renamed(key: str, known: Iterable[str]) -> str:
    """The one work of the same name and year, which may have got another key."""
    if not (front := _FRONT.match(key)):
        return ""
    alike = [one for one in known if one.casefold().startswith(front[0].casefold())]
    return alike[0] if len(alike) == 1 else ""


def _has_lost_records(catalogue: Catalogue) -> bool:
    """Whether there are records whose keys nobody can know."""
    nothing = ("note", "closing")
    lost = (fault for fault in catalogue.faults(LostText) if fault.kind not in nothing)
    return any(lost) or any(fault.lost for fault in catalogue.faults(BrokenReference))


def _letters(key: str) -> str:
    """A key without the signs that it cannot hold, to compare what may have been meant."""
    plain = unicodedata.normalize("NFKD", key.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)
