"""A word that stands twice in a list

The same theme, question, work, place or organisation stands more than once in one list.

## Why we check it

The second one adds nothing. Mostly it is a line that was copied and not yet changed, so the word
that was meant is missing.

## How to mend it

Take one of the two out, or change it to what you meant. An organisation with two parts in this may
stand there twice, once for each role.

## Wrong

```yaml
themes:
  - transport
  - transport
```

## Right

```yaml
themes:
  - transport
  - ownership
```
"""

from collections.abc import Iterator, Sequence

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each word that its list holds already."""
    for study in catalogue.collection.case_studies:
        for words in (study.themes, study.technologies, study.questions, study.references):
            yield from _repeated(words, words)
        yield from _repeated(study.sdgs, study.sdgs)
        yield from _named(study)
    for metric in catalogue.collection.metrics:
        for words in (metric.themes, metric.questions):
            yield from _repeated(words, words)
    for question in catalogue.collection.questions:
        yield from _repeated(question.themes, question.themes)
        for search in question.searches:
            for words in (search.themes, search.outcomes):
                yield from _repeated(words, words)


def _named(study: CaseStudy) -> Iterator[Finding]:
    """The places and organisations that stand there twice: two may share a name."""
    if len(study.places) > 1:
        yield from _repeated(
            [one.name for one in study.places],
            [(one.name.casefold(), one.gss, one.country, one.latitude) for one in study.places],
        )
    if len(study.organisations) > 1:
        yield from _repeated(
            [one.name for one in study.organisations],
            [(one.name.casefold(), one.id, one.role) for one in study.organisations],
        )


def _repeated(words: Sequence[Text], kinds: Sequence[object]) -> Iterator[Finding]:
    """Each word whose like came before it; ``kinds`` are what makes each one of its kind."""
    if len(set(kinds)) == len(kinds):
        return
    seen = set[object]()
    for word, kind in zip(words, kinds, strict=True):
        if word and kind in seen:
            yield Finding(
                word.location,
                f"{said(word)} stands in this list more than once.",
                "Take one of the two out, or change it to what you meant.",
            )
        seen.add(kind)
