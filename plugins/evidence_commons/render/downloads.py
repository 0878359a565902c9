"""Files that stand in the page itself, so that a link can save them without another request."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from evidence_commons.model.takeaway import Takeaway

Download = tuple[str, str, Markup]
"""What the format is called, the name of the file, and the address that holds it."""

_SIGNS = '%\n\r\t "#&+<>[\\]^`{|}'
_CONTROLS = "".join(chr(code) for code in (*range(32), 127) if chr(code) not in _SIGNS)
_ESCAPES, _RARE = (
    [(sign.encode(), quote(sign).encode()) for sign in signs] for signs in (_SIGNS, _CONTROLS)
)
"""The signs that cannot stand as they are in an address. Letters of all scripts can.

The percent sign comes first, since the others bring new ones.
"""

_KEPT = 20_000
"""So many records are kept escaped: those of some 7,000 works, in three formats each."""


def _escaped(text: str) -> str:
    """Text as a part of an address in HTML.

    Base64 is made as fast and is no longer, but a page that holds it is a quarter larger on its
    way to a reader, since it cannot be compressed.
    """
    signs = text.encode()
    for sign, escaped in _ESCAPES:
        signs = signs.replace(sign, escaped)
    if len(signs.translate(None, _CONTROLS.encode())) < len(signs):
        for sign, escaped in _RARE:
            signs = signs.replace(sign, escaped)
    return signs.replace(b"'", b"&#39;").decode()


_kept = lru_cache(_KEPT)(_escaped)
_LINE, _LIST, _COMMA, _LIST_END = map(_escaped, ("\n", "[", ",\n", "]\n"))


def downloads(works: Iterable[Takeaway], name: str) -> list[Download]:
    """The works in each format, as files of this name. Many pages cite the same few works."""
    return _files(works, name, _kept)


def single(work: Takeaway, name: str) -> list[Download]:
    """A work that no other page cites, in each format."""
    return _files([work], name, _escaped)


def _files(works: Iterable[Takeaway], name: str, escaped: Callable[[str], str]) -> list[Download]:
    works = list(works)
    bibtex = (2 * _LINE).join([escaped(work.bibtex) for work in works]) + _LINE
    ris = "".join([escaped(work.ris) for work in works])
    listed = _COMMA.join([escaped(work.csl_json) for work in works])
    return [
        ("BibTeX", f"{name}.bib", _data("application/x-bibtex", bibtex)),
        ("RIS", f"{name}.ris", _data("application/x-research-info-systems", ris)),
        (
            "CSL-JSON",
            f"{name}.json",
            _data("application/vnd.citationstyles.csl+json", f"{_LIST}{listed}{_LIST_END}"),
        ),
    ]


def table(text: str, name: str) -> Download:
    """A table for spreadsheets, as a file of this name."""
    return ("CSV", f"{name}.csv", _data("text/csv", _escaped(text)))


def _data(kind: str, escaped: str) -> Markup:
    return Markup(f"data:{kind};charset=utf-8,{escaped}")  # noqa: S704
