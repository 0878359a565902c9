"""A citation style: what its file says of how citations stand together."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.etree import ElementTree

from evidence_commons.cite.pandoc import CannotFormat
from evidence_commons.cite.sorting import NAMESPACE, Sorting

HARVARD = "harvard-cite-them-right"
SHIPPED = ("harvard-cite-them-right", "apa")
"""The styles that need no file."""

_HERE = Path(__file__).parent / "styles"
_MOST = 2_000_000
_ALWAYS = frozenset(["type", "language", "title-short", "container-title-short"])
_ANY_NAMES = ("all-names", "all-names-with-initials")


@dataclass(frozen=True)
class Style:
    """A style, read.

    ``variables`` are those fields of works that it looks at. ``open``, ``close`` and the
    delimiters stand around and between citations, as HTML; ``collapse`` says which of them are
    drawn together. Where ``apart`` is true, how a work is cited does not depend on works that it
    cannot be confused with.
    """

    name: str
    title: str
    text: str
    variables: frozenset[str]
    open: str
    close: str
    delimiter: str
    group_delimiter: str
    after_group_delimiter: str
    collapse: str
    apart: bool
    expands_ranges: bool
    in_group: Sorting
    in_list: Sorting


def read_style(name: str, folder: Path = Path()) -> Style:
    """A style that is shipped, by its name, or any other by the path of its .csl file.

    Args:
        name: the name or the path.
        folder: where relative paths start.
    """
    path = _HERE / f"{name}.csl" if name in SHIPPED else folder / name
    try:
        with path.open("rb") as file:
            text = file.read(_MOST + 1).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise CannotFormat(
            f"The citation style {name} cannot be read. Give the path of a .csl file, "
            f"or one of these names: {', '.join(SHIPPED)}."
        ) from error
    return _style(name, text)


def _style(name: str, text: str) -> Style:
    no_style = CannotFormat(
        f"The citation style {name} is no CSL style. Download it again from "
        "github.com/citation-style-language/styles."
    )
    if len(text) > _MOST or "<!" in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL):
        raise no_style
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - it defines no entities
    except ElementTree.ParseError as error:
        raise no_style from error
    citation = root.find(f"{NAMESPACE}citation")
    layout = citation.find(f"{NAMESPACE}layout") if citation is not None else None
    if citation is None or layout is None:
        raise _other_than_needed(name, root) or no_style
    if root.get("class") == "note":
        raise CannotFormat(
            f"The citation style {name} puts citations into footnotes, and here they stand in the "
            "text. Take its form with authors and dates, or another style."
        )
    open_, close = _brackets(layout)
    delimiter = _html(layout.get("delimiter", ""))
    return Style(
        name=name,
        title=_title(root) or name,
        text=text,
        variables=frozenset(re.findall(r"[\w-]+", " ".join(_mentioned(root)))) | _ALWAYS,
        open=open_,
        close=close,
        delimiter=delimiter,
        group_delimiter=_html(citation.get("cite-group-delimiter", ", ")),
        after_group_delimiter=_html(citation.get("after-collapse-delimiter", "")) or delimiter,
        collapse=citation.get("collapse", ""),
        apart=_format(root) == "author-date"
        and citation.get("givenname-disambiguation-rule") not in _ANY_NAMES,
        expands_ranges=root.get("page-range-format") == "expanded",
        in_group=Sorting(root, "citation"),
        in_list=Sorting(root, "bibliography"),
    )


def _other_than_needed(name: str, root: ElementTree.Element) -> CannotFormat | None:
    """Many files only name another style that they take over."""
    for link in root.iter(f"{NAMESPACE}link"):
        if link.get("rel") == "independent-parent":
            parent = str(link.get("href")).rpartition("/")[2]
            return CannotFormat(
                f"The citation style {name} only says that it is the same as {parent}. "
                f"Download {parent}.csl, and name that file."
            )
    return None


def _title(root: ElementTree.Element) -> str:
    return " ".join(root.findtext(f"{NAMESPACE}info/{NAMESPACE}title", "").split())


def _format(root: ElementTree.Element) -> str:
    formats = (one.get("citation-format", "") for one in root.iter(f"{NAMESPACE}category"))
    return next(filter(None, formats), "")


def _mentioned(root: ElementTree.Element) -> list[str]:
    return [one.get("variable", "") for one in root.iter()]


def _html(words: str) -> str:
    return escape(words, quote=False)


_FORMATTED = (
    ("vertical-align", "sup", "sup"),
    ("font-style", "italic", "em"),
    ("font-weight", "bold", "strong"),
)


def _brackets(layout: ElementTree.Element) -> tuple[str, str]:
    """What stands before and behind citations that stand together, as HTML."""
    open_, close = _html(layout.get("prefix", "")), _html(layout.get("suffix", ""))
    for name, value, tag in _FORMATTED:
        if layout.get(name) == value:
            open_, close = f"<{tag}>{open_}", f"{close}</{tag}>"
    return open_, close
