"""A link to a page that is not there

A page under `docs` links to another page of this site, and there is none of that name.

## Why we check it

Readers would end on the page for dead links.

## How to mend it

Write the way from the folder of this page to the file of the other, with its ending:
`contribute.md`, or `../about.md`. Our lists are called `case-studies/index.md`,
`questions/index.md` and so on.

## Wrong

In `docs/about.md`:

```markdown
Read [how to help](contribut.md).
```

## Right

In `docs/about.md`:

```markdown
Read [how to help](contribute.md).
```
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from evidence_commons.check.nearest import MOST, nearest
from evidence_commons.check.passages import Passages
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.one_address import TAKEN
from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.address import address, slug, term_address
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.ERROR

_LINK = pattern(
    r"\]\(<?(?![a-zA-Z][\w+.-]*:|[/#])(www\.[^\s()<>]+|[^\s()<>#?]+)(?:[#?][^\s()<>]*)?>?(?=[\s)])"
)
_OF_PAGES = ("md", "html", "htm", "yaml", "yml")
_PICTURES = ("png", "jpg", "jpeg", "webp", "gif")
_VOCABULARIES = "case_studies/vocabulary/"
_NOT_OURS = ("rules/", "data/", "schema/")
"""What this site fills by itself, page by page."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each link from a page of prose to a page that neither stands in docs nor is made."""
    prose = {page.location.path for page in catalogue.collection.prose_pages}
    pages: _Pages | None = None
    for file in catalogue.collection.texts:
        if file.path in prose and "](" in file.text:
            passages = Passages(file)
            for link in _LINK.finditer(file.text):
                pages = pages or _Pages(frozenset(_known(catalogue)))
                yield from _finding(passages, link, pages)


class _Pages:
    """The pages that are there, and the nearest of them to those that are not."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self._near: dict[str, str] = {}

    def nearest(self, target: str) -> str:
        if target not in self._near and len(self._near) < MOST:
            self._near[target] = nearest(target, self.known)
        return self._near.get(target, "")


def _known(catalogue: Catalogue) -> Iterator[str]:
    """The files that a page can link to, relative to docs; those that are made are so called."""
    for path in catalogue.collection.paths:
        if path.startswith("docs/"):
            yield path.removeprefix("docs/")
        elif not path.startswith(_VOCABULARIES):
            yield f"case-studies/{slug(Location(path).stem)}.md"
    for place in TAKEN:
        yield f"{place}index.md"
    for work in catalogue.references.values():
        yield f"{address(work)[:-1]}.md"
    for vocabulary in catalogue.vocabularies.values():
        yield f"{address(vocabulary)}index.md"
        for term in vocabulary.terms:
            yield f"{term_address(vocabulary.id, term.id)[:-1]}.md"


def _finding(passages: Passages, link: re.Match[str], pages: _Pages) -> Iterator[Finding]:
    folder = posixpath.dirname(passages.file.path.removeprefix("docs/"))
    target = posixpath.normpath(posixpath.join(folder, unquote(link[1])))
    there = target in pages.known or f"{target}/".startswith(_NOT_OURS)
    if there or passages.in_code(link.start()):
        return
    if link[1].startswith("www."):
        yield Finding(
            passages.at(*link.span(1)),
            f"{said(link[1])} is read as a page of this site.",
            "Write the whole address.",
            f"https://{link[1]}",
        )
        return
    _, point, ending = target.rpartition(".")
    if point and ending not in _OF_PAGES:
        yield Finding(
            passages.at(*link.span(1)),
            f"There is no {'picture' if ending in _PICTURES else 'file'} {said(target)}.",
            "Put it into docs, and write its name as the file is called."
            if ending in _PICTURES
            else "Link to where others have published it.",
        )
        return
    if not point and Location(passages.file.path).stem in ("index", "README"):
        return  # the address of a page, as it is seen from the page of its folder
    near = pages.nearest(target if point else f"{target}.md")
    typed = posixpath.relpath(near, folder or ".") if near else ""
    yield Finding(
        passages.at(*link.span(1)),
        f"There is no page {said(target)} to link to.",
        f'Did you mean "{typed}"?' if typed else "Link to the file of a page, with its ending.",
        typed,
    )
