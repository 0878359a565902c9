"""A second title on one page

A page under `docs` has more than one heading of the first rank, which begins with a single `#`.

## Why we check it

The first of them is the title of the page. People who have a page read to them go by its headings,
and would think that another page begins.

## How to mend it

Begin all other headings with `##` or more.

## Wrong

In `docs/about.md`:

```markdown
# More about us

We are birds.
```

## Right

In `docs/about.md`:

```markdown
### More about us

We are birds.
```
"""

from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

_FIELDS = pattern(r"---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?=\n|$)")
"""Fields on top of a page. Lines of theirs that begin with ``#`` are notes."""

_MAYBE = pattern(r"\n#(?!#)|\n=")
_TITLE = pattern(r"(?:^|(?<=\n))#(?!#)[ \t]*([^\s#][^\n]*)|(?<=\n\n)[^\s#`~][^\n]*\n=+[ ]*(?=\n|$)")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each title of a page behind the first."""
    prose = {page.location.path for page in catalogue.collection.prose_pages}
    for file in catalogue.collection.texts:
        if file.path not in prose or len(_MAYBE.findall(f"\n{file.text}")) < 2:
            continue
        fields = _FIELDS.match(file.text)
        found = [*_TITLE.finditer(file.text, fields.end() if fields else 0)]
        passages = Passages(file)
        titles = [one for one in found if not passages.in_code(one.start())]
        for title in titles[1:]:
            words = (title[1] or title[0].split("\n")[0]).strip()
            typed = f"## {words}" if title[1] else ""
            yield Finding(
                passages.at(*title.span()),
                f"{said(words)} is a second title of this page.",
                'Begin it with "##".',
                typed,
                bool(typed),
            )
