"""Quotes around a text, so that YAML reads it as the text that it is."""

from evidence_commons.model.pattern import pattern

LONGEST = 60
"""No more of a text is said in a message."""

LONGEST_LINE = 200
"""Nobody writes a longer list on one line."""

FEW = 3
"""What has more words than that is a sentence, and no entry of a list."""

_BETWEEN = pattern(r"[,;/&\n]| and ")

_ODD_ENDS = pattern("^[\u00a0\u2000-\u200a\u202f\u3000]|[\u00a0\u2000-\u200a\u202f\u3000]$")
"""Spaces that are not plain ones and that nobody can see at the ends of a text."""

_PLAIN = pattern(r"[A-Za-z0-9][A-Za-z0-9 ./_-]*")


def in_quotes(text: str) -> str:
    """The text in quotes, single or double as it needs fewer changes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_value(text: str) -> str:
    """The text as a value, with quotes only where it needs them."""
    return text if _PLAIN.fullmatch(text) else in_quotes(text)


def entries_in(text: str) -> list[str]:
    """The entries of a list that someone wrote on one line. A whole sentence is one entry."""
    short = text[:LONGEST_LINE]
    parts = [part.strip() for part in _BETWEEN.split(short) if part.strip()]
    sentence = any(len(part.split()) > FEW for part in parts) or len(text) > len(short)
    return [text.strip()] if sentence else parts


def said(text: str) -> str:
    """The text in quotes for a message: on one line, and cut where it would be too long."""
    shown = _ODD_ENDS.sub("\N{OPEN BOX}", text[: 4 * LONGEST])
    line = " ".join(shown.split())
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    return f'"{short}"'
