r"""Words of others to words between the braces of a record: ``R&amp;D`` becomes ``R\&D``.

Letters stay as they are, whatever their script. Only the signs that mean something to readers of
BibTeX are written otherwise, so that they are read as themselves again.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

LONGEST = 1_000
"""No words of a record are longer. What is longer is an abstract, or a mistake."""

TAG = re.compile(
    r"<(?P<end>/?)(?:jats:)?(?P<name>i|em|italic|b|bold|strong|sub|sup|sc|scp|span|p|br|tt|u|title"
    r"|mml:\w+)(?P<more>\s[^<>]*)?/?>",
    re.IGNORECASE,
)
STYLES = {"i": "emph", "em": "emph", "italic": "emph", "sub": "sub", "sup": "super"}
LOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
HIGH = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
NUMBER = re.compile("[0-9+-]+")

LONGEST_TYPED = 8_000
"""Readers give up on what is longer, and it can only be signs upon signs."""

JOINERS = "\u200c\u200d"
"""Signs without width that some scripts need."""

# Readers of BibTeX make one sign of each of these, so it may as well stand here.
DASHES_AND_QUOTES = (
    ("---", "\u2014"), ("--", "\u2013"), ("``", "\u201c"), ("''", "\u201d"),
)  # fmt: skip
SIGN = re.compile(r"[&%$#_{}\\~]|(?<=[!?])`")
OTHERWISE = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "`": "{`}"}
WORD = re.compile(r"[^\W_]+")


def plain(value: Any) -> str:
    """What a value says, on one line, without tags; "" if it is no text or far too long."""
    text = said(value)
    return cleaned(html.unescape(TAG.sub("", text))) if len(text) <= LONGEST else ""


def said(value: Any) -> str:
    """A text or a whole number as text, of several the first; "" for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15
    return str(value) if is_number else ""


def typed(value: Any) -> str:
    """What a value says, as it is typed in a record."""
    return _bounded(escaped(plain(value)))


def typed_title(value: Any) -> str:
    """A title as it is typed in a record: slanted words kept, and the capitals of UK in braces."""
    text = said(value)
    if len(text) > LONGEST:
        return ""
    keep = not shouts(plain(text))
    pieces = [_piece(style, words, keep) for style, words in _styled(text)]
    return _bounded(" ".join("".join(pieces).split()))


def shouts(title: str) -> bool:
    """Whether all letters of a title are capitals, so that they say nothing."""
    return title.isupper() and " " in title


def cleaned(text: str) -> str:
    """The text on one line, without signs that nobody sees, each letter in its usual form."""
    shown = "".join(map(_shown, text))
    for signs, one in DASHES_AND_QUOTES:
        shown = shown.replace(signs, one)
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def escaped(text: str) -> str:
    """The text so that a reader of BibTeX reads it as it is."""
    return SIGN.sub(lambda sign: OTHERWISE.get(sign[0], f"\\{sign[0]}"), text)


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST_TYPED else ""


def _shown(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isprintable() else " "
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    hidden = (kind in ("Cf", "Cs") and sign not in JOINERS) or ord(sign) & 0xFFFE == 0xFFFE
    return "" if hidden else sign


def _styled(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text, and the style in which they stand, in pieces as long as can be."""
    place, style, words = 0, "", ""
    for tag in TAG.finditer(text):
        words += text[place : tag.start()]
        place, new = tag.end(), _style(tag, style)
        if new != style:
            yield style, words
            style, words = new, ""
    yield style, words + text[place:]


def _style(tag: re.Match[str], style: str) -> str:
    """The style behind a tag. Of styles inside one another the last one counts."""
    name = tag["name"].lower()
    if name == "span":
        kept = "nocase" in (tag["more"] or "")
        return "case" if kept else ("" if tag["end"] and style == "case" else style)
    if name not in STYLES:
        return style
    if tag["end"]:
        return "" if style == STYLES[name] else style
    return STYLES[name]


def _piece(style: str, words: str, keep: bool) -> str:
    words = html.unescape(words)
    text = cleaned(words)
    if not text:
        return " " if words else ""
    front, back = " " * words[0].isspace(), " " * words[-1].isspace()
    return f"{front}{_set(style, text, keep)}{back}"


def _set(style: str, text: str, keep: bool) -> str:
    if style in ("sub", "super"):
        if NUMBER.fullmatch(text):
            return text.translate(LOW if style == "sub" else HIGH)
        return rf"\text{style}script{{{escaped(text)}}}"
    if style == "case":
        return f"{{{escaped(text)}}}"
    kept = _with_capitals_kept(text) if keep else escaped(text)
    return rf"\emph{{{kept}}}" if style == "emph" else kept


def _with_capitals_kept(text: str) -> str:
    """The text with words such as UK or iPhone in braces, so that no style takes their capitals."""
    place, parts = 0, []
    for word in WORD.finditer(text):
        if any(map(str.isupper, word[0][1:])):
            parts += [escaped(text[place : word.start()]), f"{{{word[0]}}}"]
            place = word.end()
    return "".join([*parts, escaped(text[place:])])
