"""How the nouns describe their own fields.

One description of each field serves every room: the loader reads by it, the rules check by it,
the schema for editors and the pages for contributors are made from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from evidence_commons.diagnostics import NOWHERE, Location
from evidence_commons.model.text import Text


class Described(NamedTuple):
    """What a field means: a sentence for people, whether it must be there, what its words name.

    ``names`` says that the text must be the name of something else: a kind of thing
    (``question``, ``metric``, ``reference``) or a vocabulary (``themes``, ``outcomes``...).
    ``example`` is a made-up value, and ``longest`` the most characters, where there is a bound.
    """

    about: str
    required: bool = False
    names: str = ""
    key: str = ""
    example: str = ""
    longest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A thing that someone wrote down, and where it begins."""

    location: Location = field(default=NOWHERE, repr=False, compare=False)


def required(
    about: str, names: str = "", key: str = "", example: str = "", longest: int = 0
) -> Any:
    """A field that must be filled in; ``key`` is its name in files where that differs."""
    described = Described(about, True, names, key, example, longest)
    return field(metadata={"described": described})


def optional(about: str, names: str = "", key: str = "", example: str = "") -> Any:
    """A field that may be left out."""
    described = Described(about, names=names, key=key, example=example)
    return field(default=None, metadata={"described": described})


def several(about: str, names: str = "", needed: bool = False, example: str = "") -> Any:
    """A list, empty unless filled in; ``example`` is one of its entries."""
    described = Described(about, required=needed, names=names, example=example)
    return field(default=(), metadata={"described": described})


class Typed(NamedTuple):
    """A field of a noun that people fill in: its name in files, its kind, and its description.

    ``leaf`` is what one value of it is: a :class:`Text`, a :class:`Noun` or a ``Prose``. A field
    ``is_plain`` that holds any one text, as it was typed.
    """

    attribute: str
    key: Text
    leaf: type
    many: bool
    described: Described
    is_noun: bool
    is_plain: bool


class Shape(NamedTuple):
    """The fields of a kind of noun, in the ways in which they are looked up.

    ``naming`` are those that name other things, or hold nouns that do: the attribute, whether it
    holds many, and what it names; "" for nouns.
    """

    fields: tuple[Typed, ...]
    by_key: Mapping[Text, Typed]
    required: tuple[Typed, ...]
    naming: tuple[tuple[str, bool, str], ...]


def shape(noun: type) -> Shape:
    """The shape of a kind of noun."""
    return _shape(noun)


@cache
def _shape(noun: type) -> Shape:
    hints = get_type_hints(noun)
    every = tuple(
        _typed(declared, hints[declared.name])
        for declared in fields(noun)
        if "described" in declared.metadata
    )
    required = tuple(typed for typed in every if typed.described.required)
    naming = tuple(
        (typed.attribute, typed.many, "" if typed.is_noun else typed.described.names)
        for typed in every
        if typed.described.names or _holds_names(typed)
    )
    return Shape(every, {typed.key: typed for typed in every}, required, naming)


def _holds_names(typed: Typed) -> bool:
    return typed.is_noun and bool(shape(typed.leaf).naming)


def typed_fields(noun: type) -> tuple[Typed, ...]:
    """The fields of ``noun`` that people fill in, in the order in which they are written."""
    return shape(noun).fields


def _typed(declared: Field[Any], hint: Any) -> Typed:
    described: Described = declared.metadata["described"]
    many = get_origin(hint) is tuple
    leaf = next((arg for arg in get_args(hint) if isinstance(arg, type)), hint)
    key = Text(described.key or declared.name)
    is_plain = leaf is Text and not many
    return Typed(declared.name, key, leaf, many, described, issubclass(leaf, Noun), is_plain)


class Value(NamedTuple):
    """One filled-in text, with the field that it fills and the noun that holds it."""

    text: Text
    field: Typed
    holder: Noun


def values(noun: Noun) -> Iterator[Value]:
    """Every text in ``noun`` and in the nouns inside it, in order."""
    for typed in shape(type(noun)).fields:
        held = getattr(noun, typed.attribute)
        if not held:
            continue
        for value in held if typed.many else (held,):
            if typed.is_noun:
                yield from values(value)
            elif value:
                yield Value(value, typed, noun)


def names(noun: Noun) -> list[tuple[str, Text]]:
    """Every name of another thing in ``noun`` and in the nouns inside it, with its kind."""
    found: list[tuple[str, Text]] = []
    _add_names(noun, found)
    return found


def _add_names(noun: Noun, found: list[tuple[str, Text]]) -> None:
    """Add them to a list: to hand each up through all that holds it would take twice as long."""
    for attribute, many, kind in shape(type(noun)).naming:
        held = getattr(noun, attribute)
        if not held:
            continue
        if kind:
            found += [(kind, name) for name in held if name] if many else [(kind, held)]
        elif many:
            for inner in held:
                _add_names(inner, found)
        else:
            _add_names(held, found)
