"""The box at the top of a page of a preview: what has to be mended, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.diagnostics.words import many
from evidence_commons.report.text import visible

FEW = 5
"""So many findings are shown in a page; all of them stand in the terminal."""

STYLESHEET = "assets/ec-preview.css"

NO_SEARCH = (
    "This preview has no search index, so that it can show every change at once."
    " To try the search, start it with: python3 scripts/serve.py --search"
)
LAST_GOOD = "This is the last version without mistakes."

_BOX = Markup(
    '<aside class="ec-preview" aria-label="From the preview">\n'
    '<div class="ec-preview__words ec-grid" role="status" tabindex="0">\n{}</div>\n</aside>\n'
)
_FINDING = Markup(
    "<li><p><code>{}</code></p>\n<p><strong>{}</strong> {}</p></li>\n",
)


@dataclass(frozen=True, slots=True)
class Box:
    """What a page of a preview says at its top.

    ``errors`` are all that were found; ``fault`` is why the site itself could not be made anew;
    ``path`` is the file that the page was written in. ``is_old`` says that the page shows an
    earlier version of it, and ``notes`` are said as they are.
    """

    errors: Sequence[Diagnostic]
    fault: str = ""
    path: str = ""
    is_old: bool = False
    notes: Sequence[str] = ()

    @property
    def html(self) -> Markup:
        """The box; nothing if there is nothing to say."""
        notes = [LAST_GOOD, *self.notes] if self.is_old else self.notes
        said = [Markup("<p>{}</p>\n").format(note) for note in notes]
        if self.fault:
            said.append(_fault(self.fault))
        if self.errors:
            said.append(self._findings())
        return _BOX.format(Markup("").join(said)) if said else Markup("")

    def _findings(self) -> Markup:
        own = sorted(self.errors, key=lambda one: one.location.path != self.path)
        items = [_FINDING.format(*map(visible, _words(one))) for one in own[:FEW]]
        left = len(own) - FEW
        more = Markup("<p>And {} more in the terminal.</p>\n").format(f"{left:,}")
        return Markup('<p class="ec-preview__name">{}</p>\n<ul>\n{}</ul>\n{}').format(
            f"{many(len(own), 'mistake')} to mend",
            Markup("").join(items),
            more if left > 0 else "",
        )


def with_box(page: bytes, box: Markup, site: str) -> bytes:
    """A page with a box before all else but the way to its content.

    Args:
        page: the page.
        box: the box; the page stays as it is if that is empty.
        site: the address at which the site begins.
    """
    if not box:
        return page
    link = f'<link rel="stylesheet" href="{site}{STYLESHEET}">\n'.encode()
    head, end, body = page.partition(b"</head>")
    for mark in (b'<header class="ec-header"', b"<main", b"</body>"):
        before, found, after = body.partition(mark)
        if found:
            return b"".join((head, link, end, before, box.encode(), found, after))
    return page + box.encode()


def _fault(fault: str) -> Markup:
    return Markup(
        '<p class="ec-preview__name">The site could not be made anew</p>\n'
        "<p>It is shown as it was before. This is why:</p>\n"
        "<pre>{}</pre>\n"
    ).format("\n".join(map(visible, fault.splitlines())))


def _words(one: Diagnostic) -> tuple[str, str, str]:
    return str(one.location), one.message, one.help
