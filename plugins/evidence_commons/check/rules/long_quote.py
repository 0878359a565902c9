"""A quote that is too long

A quote is a few words of the work, at most 50.

## Why we check it

The words belong to whoever wrote them. A few may be quoted to show that a claim is true. More than
that needs their leave, and readers do not need it to find the place.

## How to mend it

Keep the words that bear out the claim. Tell the rest in words of your own, and say in `locator`
where it stands.

## Wrong

```yaml
citations:
  - key: wren2021taxis
    quote: >-
      In the spring of 2019 a group of drivers who had met by chance at a rank by the station began
      to talk about what it would take to own their own company, and after many meetings, some of
      them rather long, they set up Robin Taxis, which has more than four hundred members.
```

## Right

```yaml
citations:
  - key: wren2021taxis
    quote: more than four hundred members
```
"""

from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.citation import Citation
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion

SEVERITY = Severity.WARNING

LONGEST = 50


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each quote with too many words."""
    for study in catalogue.collection.case_studies:
        yield from _long(_in_study(study))
    for metric in catalogue.collection.metrics:
        yield from _long(_in_observations(metric))
    for question in catalogue.collection.questions:
        yield from _long(_in_question(question))


def _in_study(study: CaseStudy) -> Iterator[Citation | None]:
    for claim in study.claims:
        yield from claim.citations
        yield claim.manual
        if claim.observation:
            yield claim.observation.citation
    yield from (cost.citation for cost in study.costs)
    yield from (grant.citation for grant in study.funding)


def _in_observations(metric: Metric) -> Iterator[Citation | None]:
    yield from (observation.citation for observation in metric.observations)


def _in_question(question: PolicyQuestion) -> Iterator[Citation]:
    yield from question.citations
    for proposal in question.proposals:
        yield from proposal.citations


def _long(citations: Iterator[Citation | None]) -> Iterator[Finding]:
    for citation in citations:
        quote = citation and citation.quote
        if quote and quote.count(" ") >= LONGEST and (words := len(quote.split())) > LONGEST:
            yield Finding(
                quote.location,
                f"This quote has {words} words. At most {LONGEST} fit.",
                "Keep the few words that bear this out. The rest belongs to whoever wrote it.",
            )
