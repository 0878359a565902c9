"""Settled nouns: things as they are published, without the places where they were typed.

Findings need the line and the column of every word; pages need none of them. A settled thing holds
bare strings, takes a third of the room, and can be kept as bytes from one build to the next.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from evidence_commons.diagnostics import NOWHERE, Location
from evidence_commons.model.citation import CitationGroup
from evidence_commons.model.fields import Noun
from evidence_commons.model.prose import Pieces, Prose
from evidence_commons.model.text import Date, Number, Period, Text, Url

AnyNoun = TypeVar("AnyNoun", bound=Noun)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Pieces of prose as bytes: most prose is shown on one page alone."""

    content: bytes

    def __call__(self) -> Pieces:
        made: Pieces = pickle.loads(self.content)  # noqa: S301 - made below, in this process
        return made


def settled(noun: AnyNoun) -> AnyNoun:
    """The same thing without places; only that of its file stays."""
    made = _settled(noun)
    object.__setattr__(made, "location", Location(noun.location.path, noun.location.line))
    return made


def _settled(noun: AnyNoun) -> AnyNoun:
    kind = type(noun)
    values = [_value(getattr(noun, name)) for name in _names(kind)]
    return _made(kind, NOWHERE, values)


def _value(value: Any) -> Any:
    kind = type(value)
    if kind is Text:
        return str(value)
    if kind is tuple:
        return tuple([_value(one) for one in value]) if value else value
    if isinstance(value, Noun):
        return _prose(value) if isinstance(value, Prose) else _settled(value)
    if isinstance(value, CitationGroup):
        return CitationGroup(_value(value.citations))
    return kind(str(value)) if isinstance(value, Text) else value


def _prose(prose: Prose) -> Prose:
    pieces = tuple(_value(piece) for piece in prose.pieces)
    return Prose(
        markdown=str(prose.markdown),
        citations=_value(prose.citations),
        make=_Kept(frozen(pieces)),
    )


def frozen(thing: Any) -> bytes:
    """A settled thing, or a tuple of them, as bytes."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=5)
    pickler.dispatch_table = _table()
    pickler.dump(thing)
    return file.getvalue()


def thawed(content: bytes) -> Any:
    """A thing from its bytes, which must come from where only their owner writes.

    Raises:
        Exception: of whatever kind, if these are no such bytes.
    """
    return pickle.loads(content)  # noqa: S301 - said above


@cache
def _table() -> dict[Any, Callable[[Any], Any]]:
    """How each kind of thing becomes bytes: its kind and its values, in the order of its fields."""
    nouns = dict.fromkeys(_kinds(Noun), _reduced)
    return {**nouns, **dict.fromkeys((Number, Date, Period, Url), _reduced_text)}


def _kinds(kind: type) -> list[type]:
    under: list[type] = kind.__subclasses__()
    return [kind, *(one for each in under for one in _kinds(each))]


def _reduced(noun: Noun) -> Any:
    kind = type(noun)
    return _made, (kind, noun.location, [getattr(noun, name) for name in _names(kind)])


def _reduced_text(text: Text) -> Any:
    return type(text), (str(text),)


def _made(kind: type[AnyNoun], location: Location, values: list[Any]) -> AnyNoun:
    """A noun from its values: by far the most of the work where ten thousand are thawed."""
    noun = object.__new__(kind)
    put = object.__setattr__
    put(noun, "location", location)
    for name, value in zip(_names(kind), values, strict=True):
        put(noun, name, value)
    return noun


def _names(kind: type) -> tuple[str, ...]:
    return _found_names(kind)


@cache
def _found_names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.name != "location")
