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

from collections.abc import Iterable, Iterator

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
            yield from _repeated((word, word) for word in words)
        yield from _repeated((word, word) for word in study.sdgs)
        yield from _named(study)
    for metric in catalogue.collection.metrics:
        for words in (metric.themes, metric.questions):
            yield from _repeated((word, word) for word in words)
    for question in catalogue.collection.questions:
        yield from _repeated((word, word) for word in question.themes)
        for search in question.searches:
            for words in (search.themes, search.outcomes):
                yield from _repeated((word, word) for word in words)


def _named(study: CaseStudy) -> Iterator[Finding]:
    """The places and organisations that stand there twice: two may share a name."""
    yield from _repeated(
        (place.name, (place.name.casefold(), place.gss, place.country, place.latitude))
        for place in study.places
    )
    yield from _repeated(
        (body.name, (body.name.casefold(), body.id, body.role)) for body in study.organisations
    )


def _repeated(words: Iterable[tuple[Text, object]]) -> Iterator[Finding]:
    """Each word whose like came before it; with each word, what makes it one of its kind."""
    seen = set[object]()
    for word, kind in words:
        if word and kind in seen:
            yield Finding(
                word.location,
                f"{said(word)} stands in this list more than once.",
                "Take one of the two out, or change it to what you meant.",
            )
        seen.add(kind)
