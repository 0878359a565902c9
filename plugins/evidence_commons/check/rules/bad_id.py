"""A name that cannot stand in a link

The `id` of an entry, a term, a claim or a proposal is its name in links.

## Why we check it

Links break where a name holds spaces, accents or other signs, and some systems take `Robin` and
`robin` for two files, others for one. Once published, a link should last for ever.

## How to mend it

Use small letters, digits and single hyphens, and at most 80 of them. A few words are taken by
Windows, such as `con` and `nul`. Terms of the vocabularies `scopes` and `countries` keep the
capitals of their official codes.

## Wrong

```yaml
id: Robin_Taxis
```

## Right

```yaml
id: robin-taxis
```
"""

from collections.abc import Iterator

from evidence_commons.check.lookalikes import in_plain_letters
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.address import LONGEST, TAKEN, is_id, slug
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Text
from evidence_commons.model.vocabulary import Vocabulary

SEVERITY = Severity.ERROR

CODES = {"scopes", "countries"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each id that no link can hold."""
    for name, file in _ids(catalogue):
        if name and not is_id(name):
            typed = next((word for word in (file, slug(in_plain_letters(name))) if is_id(word)), "")
            message = f"{said(name)} cannot stand in a link."
            if typed and file and not is_id(file):
                yield Finding(name.location, message, f'Call it, and its file, "{typed}".')
            else:
                yield Finding(name.location, message, _remedy(name), typed)
    for vocabulary in catalogue.collection.vocabularies:
        for term in vocabulary.terms:
            if term.id and not is_term_id(term.id, vocabulary):
                word = slug(in_plain_letters(term.id))
                typed = word if is_id(word) else ""
                message = f"{said(term.id)} cannot stand in a link."
                yield Finding(term.id.location, message, _remedy(term.id), typed)


def is_term_id(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name can be that of a term there. Official codes keep their capitals."""
    codes = CODES & {vocabulary.id, vocabulary.location.stem}
    return is_id(name.casefold() if codes else name)


def _ids(catalogue: Catalogue) -> Iterator[tuple[Text, str]]:
    """Each id but those of terms, with the name of the file if it is that of an entry."""
    collection = catalogue.collection
    for thing in (*collection.entries, *collection.vocabularies):
        yield thing.id, thing.location.stem
    for study in collection.case_studies:
        yield from ((claim.id, "") for claim in study.claims)
    for question in collection.questions:
        yield from ((proposal.id, "") for proposal in question.proposals)
        yield from ((part.id, "") for part in question.parts)


def _remedy(name: str) -> str:
    if len(name) > LONGEST:
        return f"Use at most {LONGEST} letters."
    if name in TAKEN:
        return "Windows keeps this word for itself. Add another word, with a hyphen."
    return "Use small letters, digits and single hyphens."
