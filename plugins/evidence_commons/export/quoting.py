"""Text as a value in YAML, so that every reader takes it for the text that it is."""

import json
import re

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,()/'’.-]*[\w)])?|\d{4}(?:-\d\d){0,2}")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def as_value(text: str) -> str:
    """The text on one line, in quotes only where it needs them."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    # What JSON writes for a text, YAML reads as the same text.
    return json.dumps(text, ensure_ascii=False)
