"""Fields as people write them in YAML: plain where that is safe, folded where they are long."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from made_up.words import NOTICE

WIDTH = 98
_PLAIN = re.compile(r"-?\w(?:[\w ()/.,'+-]*[\w).])?|https://\S+")


def entry(fields: Mapping[str, Any]) -> str:
    """A YAML file that holds these fields."""
    return "\n".join([f"# {NOTICE}", *_fields(fields, "")]) + "\n"


def page(fields: Mapping[str, Any], body: str) -> str:
    """A Markdown file with these fields on top."""
    return f"---\n{entry(fields)}---\n{body}\n"


def paragraph(text: str) -> str:
    """Markdown, broken into lines."""
    return "\n".join(wrap(text, WIDTH - 2, break_long_words=False, break_on_hyphens=False))


def _fields(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if value is not None:
            yield from _value(f"{indent}{key}:", value, indent + "  ")


def _value(lead: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield lead
        yield from _fields(value, indent)
    elif isinstance(value, list):
        yield lead if value else f"{lead} []"
        for item in value:
            yield from _item(item, indent)
    else:
        yield from _text(lead, str(value), indent)


def _item(item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping):
        first, *others = _fields(item, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from others
    else:
        yield from _text(f"{indent}-", str(item), indent + "  ")


def _text(lead: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text:
        yield f"{lead} |"
        yield from (f"{indent}{line}".rstrip() for line in text.split("\n"))
    elif len(lead) + len(text) > WIDTH:
        yield f"{lead} >-"
        width = WIDTH - len(indent)
        lines = wrap(text, width, break_long_words=False, break_on_hyphens=False)
        yield from (indent + line for line in lines)
    else:
        yield f"{lead} {text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)}"
