"""A word that is not in its vocabulary

Some fields hold words from a list that all entries share: themes, technologies, outcomes and
others. This word is not on the list.

## Why we check it

Readers find entries by these words. With a word of its own, an entry stands alone, and the
tables count it nowhere.

## How to mend it

Type the word as it stands in the vocabulary: its `id`, not its label. If no word fits, add one
to the file in `case_studies/vocabulary`, with a definition. What stands in `broader` is a word of
the same file. What a design `shows` is one of four
words: `account`, `change`, `contribution` or `cause`.

## Wrong

```yaml
themes:
  - Transprot
```

## Right

```yaml
themes:
  - transport
```
"""

from collections.abc import Iterator, Mapping

from evidence_commons.check.nearest import nearest, only_numbers_differ, sure_match
from evidence_commons.check.quotes import entries_in, said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.bad_id import is_term_id
from evidence_commons.check.unread import unread_names
from evidence_commons.diagnostics import Severity
from evidence_commons.model.address import address
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import WrongKind
from evidence_commons.model.text import Text
from evidence_commons.model.vocabulary import Vocabulary

SEVERITY = Severity.ERROR

SHOWS = ("account", "change", "contribution", "cause")
"""What evidence can show: a short list of our own, by which strength is derived."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each word that its vocabulary does not hold."""
    lists = _vocabularies(catalogue)
    unread = unread_names(catalogue) | _broken(lists, catalogue)
    told = {fault.location for fault in catalogue.faults(WrongKind)}
    for kind in sorted(catalogue.words.keys() & lists.keys() - unread):
        known = _ids(lists[kind])
        for word in catalogue.words[kind]:
            if word not in known and word.location not in told:
                yield _unknown(word, lists[kind])
    for name, vocabulary in lists.items():
        known = _ids(vocabulary) if name not in unread else frozenset()
        for term in vocabulary.terms:
            if known and term.broader and term.broader not in known:
                yield _unknown(term.broader, vocabulary)
            if term.shows and term.shows not in SHOWS:
                near = nearest(term.shows, SHOWS)
                message = f"Evidence cannot show {said(term.shows)}."
                remedy = "Write account, change, contribution or cause."
                sure = sure_match(term.shows, near, SHOWS)
                yield Finding(term.shows.location, message, remedy, near, sure)


def _vocabularies(catalogue: Catalogue) -> dict[str, Vocabulary]:
    """The vocabularies by id, and by the name of the file where the id is wrong."""
    by_file = {known.location.stem: known for known in catalogue.vocabularies.values()}
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


def _ids(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(map(str, (term.id for term in vocabulary.terms)))


def _unknown(word: Text, vocabulary: Vocabulary) -> Finding:
    ids = {str(term.label): str(term.id) for term in vocabulary.terms if term.id}
    ids |= {str(term.id): str(term.id) for term in vocabulary.terms if term.id}
    near = nearest(word, ids)
    # Nothing says which code was meant by one with other digits.
    typed = "" if only_numbers_differ(word, near) else ids.get(near, "")
    question = f'Did you mean "{typed}"? ' if typed else ""
    others = [name for name, meant in ids.items() if meant != typed]
    if _several(word, ids):
        typed, question = "", "Write each word on a line of its own, after a hyphen. "
    page = f"The page {address(vocabulary)} has all of them."
    return Finding(
        word.location,
        f"There is no {vocabulary.singular or vocabulary.id} {said(word)}.",
        question + page,
        typed,
        bool(typed) and sure_match(word, near, others),
    )


def _several(word: str, known: Mapping[str, str]) -> bool:
    """Whether a word is several known ones in a row."""
    parts = entries_in(word)
    return len(parts) > 1 and all(part in known for part in parts)
