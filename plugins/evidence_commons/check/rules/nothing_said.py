"""Words that say nothing

A text holds nothing but words such as "none", "as above" or "see website".

## Why we check it

Readers would see these words on the page, and learn nothing. Machines that read our data would take
them for a name, or for something that was hard.

## How to mend it

Leave out what nobody knows, and what there is none of: an empty field is honest. Write out what is
said elsewhere. A list of interests may be empty: `interests: []`.

## Wrong

```yaml
challenges:
  - See website
```

## Right

```yaml
challenges:
  - Few people came on weekdays.
```
"""

from collections.abc import Collection, Iterable, Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import WrongKind
from evidence_commons.model.text import Text

SEVERITY = Severity.WARNING

LONGEST = 24
"""No longer text is looked at: whoever writes more says something."""

IN_NOTES = frozenset(("null", "nil", "~", "n/a"))
"""Behind the name of a field, another rule tells these."""

EMPTY = IN_NOTES | {
    *("none", "nothing", "no", "na", "not applicable", "not available", "unknown", "not known"),
    *("don't know", "not sure", "no idea", "to follow", "coming soon", "as above", "see above"),
    *("same as above", "as before", "see below", "same", "the same", "ditto", "ibid", "op. cit"),
    *("see website", "see our website", "see the website", "see link", "see report", "see body"),
    *("", "-", "--", "–", "—", "?", "??", "…", "x", "test", "asdf"),
}
"""What says nothing, in small letters and without a full stop."""

Told = tuple[Text, str]
"""A text, and the remedy for it if it says nothing."""

WRITE, LEAVE = "Write it out.", "If there is nothing to say, leave the line out."
TAKE = "If there is nothing to say, take the entry out."
INTERESTS = 'If there are none, write "interests: []".'
AGAIN = "Write it out again: each line is read by itself."


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each text in an entry that says nothing."""
    told = frozenset(fault.location for fault in catalogue.faults(WrongKind))
    for study in catalogue.collection.case_studies:
        yield from _findings(_fields(study), in_list=False)
        yield from _findings(_lists(study, told), in_list=True)
    for metric in catalogue.collection.metrics:
        about = (metric.title, metric.definition, metric.unit, metric.why, metric.misses)
        yield from _findings(((text, WRITE) for text in about), in_list=False)
    for question in catalogue.collection.questions:
        for proposal in question.proposals:
            said_of_it = (proposal.text, proposal.proposed_by)
            yield from _findings(((text, WRITE) for text in said_of_it), in_list=False)


def _findings(texts: Iterable[Told], in_list: bool) -> Iterator[Finding]:
    for text, remedy in texts:
        if text and len(text) <= LONGEST:
            words = text.lower().replace("’", "'").rstrip(". ")
            if words in EMPTY and (in_list or words not in IN_NOTES):
                message = f"{said(text)} tells readers nothing."
                yield Finding(text.location, message, _elsewhere(words) or remedy)


def _elsewhere(words: str) -> str:
    """The remedy where the words send readers somewhere else."""
    if "above" in words or words in ("as before", "ditto", "ibid", "op. cit", "same", "the same"):
        return AGAIN
    return "Say here what stands there." if words.startswith("see ") else ""


def _fields(study: CaseStudy) -> Iterator[Told]:
    yield study.title, WRITE
    yield study.summary, WRITE
    if study.ended_because:
        yield study.ended_because, LEAVE
    for name in (*(one.name for one in study.organisations), *(one.name for one in study.places)):
        yield name, "If nobody knows its name, take the entry out."
    for claim in study.claims:
        yield claim.text, WRITE


def _cited(citation: Citation) -> Iterator[Told]:
    for text in (citation.locator, citation.quote):
        if text:
            yield text, LEAVE


def _lists(study: CaseStudy, told: Collection[Location]) -> Iterator[Told]:
    """What stands in lists, and in citations, of which no other rule tells such words.

    Where a text stands in place of a list, that is told already.
    """
    for text in (*study.challenges, *study.lessons):
        if text.location not in told:
            yield text, TAKE
    for claim in study.claims:
        yield from _places(claim)
        for cited in claim.citations:
            yield from _cited(cited)
        if claim.observation and claim.observation.citation:
            yield from _cited(claim.observation.citation)
    for text in study.provenance.interests:
        if text.location not in told:
            yield text, INTERESTS


def _places(claim: Claim) -> Iterator[Told]:
    for text in claim.replicated_in:
        yield text, TAKE
