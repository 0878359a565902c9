"""Two versions of one text

Two people changed the same lines, and a program put both versions below each other, with marks
around them. Nobody has chosen yet.

## Why we check it

Readers would see both versions, and the marks.

## How to mend it

Choose one version, or make one of the two. Then delete the lines that begin with `<<<<<<<`,
`=======` and `>>>>>>>`.

## Wrong

```markdown
<<<<<<< HEAD
Riders came in spring.
=======
Riders came in summer.
>>>>>>> mine
```

## Right

```markdown
Riders came in summer.
```
"""

from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.rule import Finding
from evidence_commons.check.unread import unread_paths
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.text_file import TextFile

SEVERITY = Severity.ERROR

MARK = "<<<<<<< "
INDENT = 40
"""No such mark is indented any further."""

MESSAGE = "Two versions of one text begin here, one below the other."
REMEDY = "Keep one version. Then delete the lines that begin with <<<<<<<, ======= and >>>>>>>."


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each first mark, in files that can be read for all that."""
    for file in catalogue.collection.texts:
        # Between the records of the library, such lines are told as text that nobody reads.
        library = file.path.endswith(".bib")
        if MARK in file.text and not library and file.path not in unread_paths(catalogue):
            yield from _marks(file)


def _marks(file: TextFile) -> Iterator[Finding]:
    passages = Passages(file)
    start = file.text.find(MARK)
    while start >= 0:
        begins = file.text[max(passages.start_of_line(start), start - INDENT) : start]
        if not begins.strip() and not passages.in_code(start):
            yield Finding(passages.at(start, passages.end_of_line(start)), MESSAGE, REMEDY)
        start = file.text.find(MARK, start + 1)
