"""A citation without its brackets

The key of a work stands in the text, but not in the signs that make a citation of it.

## Why we check it

Readers would see the key itself, and no link to the work.

## How to mend it

Put the key behind `@`, and both into square brackets: `[@smith2024]`. A page or a section goes
behind a comma: `[@smith2024, p. 4]`. Where the authors are a part of your sentence, leave out the
brackets: `@smith2024 found that …`.

## Wrong

```yaml
body: Half of the rooms were warm (@magpie2020film).
```

## Right

```yaml
body: Half of the rooms were warm [@magpie2020film].
```
"""

from collections.abc import Collection, Iterator

from evidence_commons.check.bodies import bodies, stretch
from evidence_commons.check.passages import REACH, Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.citation import KEY
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_KEY = KEY.pattern
_SEARCHED = (
    ("\\", "\\[@", pattern(rf"\\\[@({_KEY})((?:, [^()\[\]@\n\\]{{1,60}})?)\\\]")),
    ("(", "](", pattern(rf"\[@({_KEY})()\]\((?:https?:|www\.|#)?[^()\s]{{0,200}}\)")),
    ("(", "(@", pattern(rf"\(@({_KEY})((?:, [^()\[\]@\n]{{1,60}})?)\)")),
    ("[", "[", pattern(rf"\[({_KEY})()\](?![(\[:])")),
    ("\\", "\\cite", pattern(rf"\\cite\w{{0,20}}\{{({_KEY}(?:, ?{_KEY}){{0,20}})()\}}")),
)
"""What people write for a citation, and what stands in each where it does.

Each begins with its rarest sign: one alone is found ten times as fast as two in a row.
"""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each key of a work that stands in a text in other signs than those of a citation."""
    works = catalogue.references
    for thing, markdown, file in bodies(catalogue):
        if any(_found(markdown, works)):
            passages = Passages(file)
            yield from _findings(passages, stretch(thing, passages), works)
    prose = {page.location.path for page in catalogue.collection.prose_pages}
    for file in catalogue.collection.texts:
        if file.path in prose and any(_found(file.text, works)):
            yield from _findings(Passages(file), (0, len(file.text)), works)


def _found(text: str, works: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where such signs begin and end, and the citation that was meant."""
    for rare, signs, form in _SEARCHED:
        for one in form.finditer(text) if rare in text and signs in text else ():
            keys = one[1].split(",")
            if all(key.strip() in works for key in keys) and not _is_inside(text, one.start()):
                cited = "; ".join(f"@{key.strip()}" for key in keys)
                yield one.start(), one.end(), f"[{cited}{one[2]}]"


def _is_inside(text: str, place: int) -> bool:
    """Whether a citation begins before, and has not come to its end."""
    before = text[max(0, place - REACH) : place]
    opened = before.rfind("[")
    return opened > before.rfind("]") and (before[opened + 1 :] + text[place]).lstrip().startswith(
        "@"
    )


def _findings(
    passages: Passages, within: tuple[int, int], works: Collection[str]
) -> Iterator[Finding]:
    start, end = within
    stop = 0
    for begin, behind, cited in sorted(_found(passages.text[start:end], works)):
        if begin < stop or passages.in_code(start + begin):
            continue
        stop = behind
        place = passages.at(start + begin, start + behind)
        words = passages.text[start + begin : start + behind]
        yield Finding(
            place,
            f"These signs make no citation: {said(words)}.",
            f"Write {said(cited)}.",
            cited,
        )
