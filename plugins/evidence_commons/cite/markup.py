"""An allow-list for HTML: what a citation may hold. Everything else becomes plain text."""

import re
from html import escape, unescape

from markupsafe import Markup

_SIGN = re.compile("[&<>]")
_TAG = re.compile(r"(<[^<>]*>)")
_PLAIN = frozenset(["em", "i", "strong", "b", "sub", "sup"])
_SMALL_CAPS = '<span class="smallcaps">'
_LINK = re.compile(r'<a href="([^"]*)"[^<>]*>')
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_WRAPPER = re.compile(r"<(/?)(span|div|a)(?: [^<>]*)?>")


def clean(html: str) -> Markup:
    """The same words with no markup but emphasis, small capitals and links to the web.

    What is opened is closed, whatever the HTML says.
    """
    if "<" not in html:
        return Markup(_text(html))  # noqa: S704 - escaped
    sheet = _Sheet()
    for number, piece in enumerate(_TAG.split(html)):
        if number % 2:
            sheet.tag(piece)
        elif piece:
            sheet.made.append(_text(piece))
    while sheet.open:
        sheet.close(sheet.open[-1][0])
    made = "".join(sheet.made).replace("<em></em>", "")
    return Markup(made)  # noqa: S704 - each piece was allowed or escaped


def _text(html: str) -> str:
    return escape(unescape(html), quote=False) if _SIGN.search(html) else html


class _Sheet:
    """HTML while it is being copied: what was made, and what is open, with what will close it."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.open: list[tuple[str, str]] = []

    def tag(self, tag: str) -> None:
        name = tag[1:-1]
        wrapper = _WRAPPER.fullmatch(tag)
        if name == "em" and self.open and self.open[-1] == ("em", "</em>"):
            # Emphasis in emphasis stands upright, as printers do it.
            self._begin(name, "</em>", "<em>")
        elif name in _PLAIN:
            self._begin(name, tag, f"</{name}>")
        elif name[:1] == "/" and (name[1:] in _PLAIN or wrapper):
            self.close(name[1:])
        elif wrapper:
            kept = self._allowed(tag)
            self._begin(wrapper[2], kept, f"</{wrapper[2]}>" if kept else "")
        else:
            self.made.append(_text(tag))

    def close(self, name: str) -> None:
        """Close what was opened last, if it has this name."""
        if self.open and self.open[-1][0] == name:
            self.made.append(self.open.pop()[1])

    def _begin(self, name: str, tag: str, end: str) -> None:
        self.open.append((name, end))
        self.made.append(tag)

    def _allowed(self, tag: str) -> str:
        """A wrapper as it may stand, or nothing."""
        if tag == _SMALL_CAPS:
            return tag
        link = _LINK.fullmatch(tag)
        address = unescape(link[1]) if link and ("a", "</a>") not in self.open else ""
        if _ADDRESS.fullmatch(address):
            return f'<a href="{escape(address)}" rel="noopener">'
        return ""
