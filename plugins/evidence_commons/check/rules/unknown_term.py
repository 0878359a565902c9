"""A word that is not in its vocabulary

Some fields hold words from a list that all entries share: themes, technologies, outcomes and
others. This word is not on the list.

## Why we check it

Readers find entries by these words. With a word of its own, an entry stands alone, and the
tables count it nowhere.

## How to mend it

Type the word as it stands in the vocabulary: its `id`, not its label. If no word fits, add one
to the file in `case_studies/vocabulary`, with a definition.

## Wrong

```yaml
themes:
  - Foood
```

## Right

```yaml
themes:
  - food
```
"""

from collections.abc import Iterator

from evidence_commons.check.nearest import nearest, only_numbers_differ
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_id import is_term_id
from evidence_commons.check.unread import stem, unread_names
from evidence_commons.diagnostics import Severity
from evidence_commons.model.address import address
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.fields import Value, values
from evidence_commons.model.vocabulary import Vocabulary

SEVERITY = Severity.ERROR

THINGS = {"", "question", "metric", "reference"}
"""What a field can name that is no term."""

SHOWS = ("account", "change", "contribution", "cause")
"""What evidence can show: a short list of our own, by which strength is derived."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each word that its vocabulary does not hold."""
    lists = _vocabularies(catalogue)
    unread, missing = unread_names(catalogue) | _broken(lists, catalogue), set[str]()
    for value in _terms(catalogue):
        kind = value.field.described.names
        if kind in unread:
            continue
        if kind in lists:
            yield from _unknown(value, lists[kind])
        elif kind not in missing:
            missing.add(kind)
            yield Finding(
                value.text.location,
                f"There is no vocabulary {said(kind)} to look up {said(value.text)} in.",
                f"Add it as case_studies/vocabulary/{kind}.yaml.",
            )
    for vocabulary in lists.values():
        for term in vocabulary.terms:
            if term.shows and term.shows not in SHOWS:
                near = nearest(term.shows, SHOWS)
                message = f"Evidence cannot show {said(term.shows)}."
                remedy = "Write account, change, contribution or cause."
                yield Finding(term.shows.location, message, remedy, near)


def _vocabularies(catalogue: Catalogue) -> dict[str, Vocabulary]:
    """The vocabularies by id, and by the name of the file where the id is wrong."""
    by_file = {stem(known.location.path): known for known in catalogue.collection.vocabularies}
    return by_file | dict(catalogue.vocabularies)


def _broken(lists: dict[str, Vocabulary], catalogue: Catalogue) -> frozenset[str]:
    """The vocabularies in which a mistake may hide a term."""
    faulty = {fault.location.path for fault in catalogue.collection.faults}
    return frozenset(
        name
        for name, vocabulary in lists.items()
        if vocabulary.location.path in faulty
        or any(not is_term_id(term.id, vocabulary) for term in vocabulary.terms)
    )


def _terms(catalogue: Catalogue) -> Iterator[Value]:
    """Every text that should be a term."""
    for entry in catalogue.collection.entries:
        for value in values(entry):
            if value.field.described.names not in THINGS:
                yield value


def _unknown(value: Value, vocabulary: Vocabulary) -> Iterator[Finding]:
    if vocabulary.term(value.text):
        return
    names = {str(term.label): str(term.id) for term in vocabulary.terms if term.id}
    names |= {str(term.id): str(term.id) for term in vocabulary.terms if term.id}
    near = nearest(value.text, names)
    # Nothing says which code was meant by one with other digits.
    typed = "" if only_numbers_differ(value.text, near) else names.get(near, "")
    question = f'Did you mean "{typed}"? ' if typed else ""
    page = f"The page {address(vocabulary)} has all of them."
    yield Finding(
        value.text.location,
        f"There is no {vocabulary.singular or vocabulary.id} {said(value.text)}.",
        question + page,
        typed,
    )
