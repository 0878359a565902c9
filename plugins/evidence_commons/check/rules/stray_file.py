"""A file that nobody reads

It stands in a folder of entries, but it is no entry; or it stands in `docs`, but is neither a
page nor a picture.

## Why we check it

A file with the wrong ending, or in the wrong folder, is easily taken for an entry. Its author
would wait in vain for a page. Files of other kinds can hold programs that would run in the
browsers of readers, so they are not published.

## How to mend it

Entries are right in `case_studies`, vocabularies right in `case_studies/vocabulary`, and both
end in `.yaml`. Questions are right in `docs/questions`, metrics right in `docs/metrics`, and
they end in `.md`, as all pages do. Pictures end in `.png`, `.jpg`, `.webp` or `.gif`. Move or
rename the file, or delete it.

## Wrong

```
case_studies/robin-taxis.yaml.txt
```

## Right

```
case_studies/robin-taxis.yaml
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.rule import Finding
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import Stray
from evidence_commons.model.pattern import pattern

SEVERITY = Severity.WARNING

PUBLISHED = {"md", "yaml", "yml", "png", "jpg", "jpeg", "webp", "gif"}

LONGER = pattern(r"\.(md|ya?ml)\.\w+$")
"""A name that has got a second ending, as programs give it that know only their own kinds."""

_WORDS = "Copy its text into an entry that ends in .yaml, or cite it as a work."
_PHOTO = "Save the picture as .jpg, .png or .webp, in docs."
OTHER_KINDS = {
    "bib": "Works stand in one file, references.bib. Move its records there, and delete it.",
    "ris": "Works stand in references.bib. Save it as BibTeX, and add its records there.",
    "pdf": "Cite it as a work in references.bib, and link to where others have published it.",
    "svg": "Drawings of this kind can hold a program. Save it as .png or .webp, in docs.",
    "html": "Pages are written in Markdown, and end in .md.",
    "htm": "Pages are written in Markdown, and end in .md.",
    **dict.fromkeys(("doc", "docx", "odt", "rtf", "pages"), _WORDS),
    **dict.fromkeys(("xls", "xlsx", "ods", "csv"), "Put its numbers into claims or metrics."),
    **dict.fromkeys(("heic", "tif", "tiff", "bmp", "avif"), _PHOTO),
}
"""What to do with files of kinds that have no place here, by the end of their names."""

LEFT_BEHIND = pattern(
    r".*(?:~|\.(?:bak|backup|db|ini|log|old|orig|rej|swp|temp|tmp))|(?:Thumbs|~\$).*", re.IGNORECASE
)
"""What programs for text and folders leave behind."""


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each file that is read by nobody."""
    for fault in catalogue.faults(Stray):
        yield Finding(fault.location, "Nobody reads this file.", _remedy(fault.location.path))


def _remedy(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    ending = name.rpartition(".")[2]
    if LEFT_BEHIND.fullmatch(name):
        return "A program left it behind. If you do not need it, delete it."
    if longer := LONGER.search(name):
        return f'Take the end off its name, so that it ends in ".{longer[1]}".'
    if ending.lower() in ("markdown", "mdown", "mkd") and path.startswith("docs/"):
        return 'Let its name end in ".md".'
    if ending != ending.lower() and ending.lower() in PUBLISHED:
        return f'Write the end of its name in small letters, as ".{ending.lower()}".'
    if remedy := OTHER_KINDS.get(ending.lower()):
        return remedy
    return _in_docs(path, ending) if path.startswith("docs/") else _in_entries(ending)


def _in_docs(path: str, ending: str) -> str:
    if ending == "md":
        folder = "/".join(path.split("/")[:2])
        return f"Move it to {folder}, with no folder between, or to another folder of docs."
    if ending in ("yaml", "yml"):
        return "If it is an entry, move it to case_studies. If not, delete it."
    return "Pages end in .md, pictures in .png, .jpg, .webp or .gif. Rename it, or delete it."


def _in_entries(ending: str) -> str:
    if ending in ("yaml", "yml"):
        return "Move it to case_studies, or to case_studies/vocabulary."
    if ending == "md":
        return (
            "Questions belong into docs/questions, metrics into docs/metrics, other pages into"
            " docs. If it is an example, let its name end in .yaml."
        )
    return "If it is an entry, let its name end in .yaml. If not, delete it."
