"""How the nouns describe their own fields.

One description of each field serves every room: the loader reads by it, the rules check by it,
the schema for editors and the pages for contributors are made from it.
"""

from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from evidence_commons.diagnostics import NOWHERE, Location
from evidence_commons.model.text import Text


@dataclass(frozen=True, slots=True)
class Described:
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


@dataclass(frozen=True, slots=True)
class Typed:
    """A field of a noun that people fill in: its name in files, its kind, and its description.

    ``leaf`` is what one value of it is: a :class:`Text`, a :class:`Noun` or a ``Prose``.
    """

    attribute: str
    key: str
    leaf: type
    many: bool
    described: Described


def typed_fields(noun: type) -> tuple[Typed, ...]:
    """The fields of ``noun`` that people fill in, in the order in which they are written."""
    return _typed_fields(noun)


@cache
def _typed_fields(noun: type) -> tuple[Typed, ...]:
    hints = get_type_hints(noun)
    return tuple(
        _typed(declared, hints[declared.name])
        for declared in fields(noun)
        if "described" in declared.metadata
    )


def _typed(declared: Field[Any], hint: Any) -> Typed:
    described: Described = declared.metadata["described"]
    many = get_origin(hint) is tuple
    leaf = next((arg for arg in get_args(hint) if isinstance(arg, type)), hint)
    return Typed(declared.name, described.key or declared.name, leaf, many, described)


@dataclass(frozen=True, slots=True)
class Value:
    """One filled-in text, with the field that it fills and the noun that holds it."""

    text: Text
    field: Typed
    holder: Noun


def values(noun: Noun) -> Iterator[Value]:
    """Every text in ``noun`` and in the nouns inside it, in order."""
    for typed in typed_fields(type(noun)):
        held = getattr(noun, typed.attribute)
        for value in held if typed.many else (held,):
            if isinstance(value, Noun):
                yield from values(value)
            elif isinstance(value, Text) and value:
                yield Value(value, typed, noun)
