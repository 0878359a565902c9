"""What editors put in at one stroke: the fields that must be there, with a stop in each."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from evidence_commons.export.kinds import inside
from evidence_commons.model.fields import Typed


def snippet(label: str, about: str, fields: Iterable[Typed]) -> list[dict[str, Any]]:
    """The snippet for a thing with these fields, as schemas hold it."""
    return [{"label": label, "description": about, "body": _body(tuple(fields), count(1))}]


def _body(fields: tuple[Typed, ...], stops: Iterator[int]) -> dict[str, Any]:
    """The required fields; of a thing that requires none, the first."""
    needed = [typed for typed in fields if typed.described.required] or fields[:1]
    return {typed.key: _value(typed, stops) for typed in needed}


def _value(typed: Typed, stops: Iterator[int]) -> Any:
    fields = inside(typed)
    value = _body(fields, stops) if fields else f"${next(stops)}"
    return [value] if typed.many else value
