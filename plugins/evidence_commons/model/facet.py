"""What examples can be narrowed by: facets, each with its values and with who bears them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

BLANK = "-"
"""The id of the value that stands for an empty field."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what readers see, the address of its page or "", and the number of its wider one.

    Whatever bears a value bears the wider ones too: who looks for food finds gardens.
    """

    id: str
    label: str
    address: str = ""
    wider: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A value that could be borne. ``wider`` is the id of its wider value, or ""."""

    id: str
    label: str
    address: str = ""
    wider: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow. ``of`` says what bears its values: each ``entry``, or each ``claim``.

    ``borne`` holds for each of them, in their order, the numbers of the values that it names;
    ``upward`` for each value its own number and those of the wider ones.
    """

    id: str
    label: str
    of: str
    values: tuple[Value, ...]
    borne: tuple[tuple[int, ...], ...]
    upward: tuple[tuple[int, ...], ...]

    def number(self, value: str) -> int | None:
        """The number of the value with that id, or None."""
        return next((place for place, one in enumerate(self.values) if one.id == value), None)

    def bearers(self) -> tuple[tuple[int, ...], ...]:
        """For each value the numbers of those who bear it or a narrower one, in their order."""
        found: list[list[int]] = [[] for _ in self.values]
        with_wider = {
            named: {wider for own in named for wider in self.upward[own]}
            for named in set(self.borne)
        }
        for number, named in enumerate(self.borne):
            for value in with_wider[named]:
                found[value].append(number)
        return tuple(map(tuple, found))


def facet(  # noqa: PLR0913
    name: tuple[str, str],
    of: str,
    known: Iterable[Known],
    named: Sequence[Sequence[str]],
    *,
    blank: str = "",
    whole: bool = False,
) -> Facet:
    """Give numbers to the values that are borne.

    Args:
        name: the facet's id and label.
        of: what bears its values.
        known: the values there are, in the order that readers see.
        named: for each bearer the ids that it names. Ids that are not known count for nothing.
        blank: the label of the value of those that name nothing; "" if all of them name something.
        whole: whether values are kept that nothing bears.
    """
    ordered = _nested({one.id: one for one in known})
    # Thousands name the same few ids: each set of them is looked up once.
    bearers = [tuple(ids) for ids in named]
    borne = {ids: [id for id in dict.fromkeys(ids) if id in ordered] for ids in set(bearers)}
    used = set(ordered) if whole else _with_wider(ordered, set(chain(*borne.values())))
    kept = [one for id, one in ordered.items() if id in used]
    if blank and not all(borne.values()):
        kept.append(Known(BLANK, blank))
    numbers = {one.id: number for number, one in enumerate(kept)}
    values = tuple(Value(one.id, one.label, one.address, numbers.get(one.wider)) for one in kept)
    none = (numbers[BLANK],) if BLANK in numbers else ()
    numbered = {ids: tuple(numbers[id] for id in found) or none for ids, found in borne.items()}
    return Facet(
        *name,
        of,
        values,
        tuple(map(numbered.__getitem__, bearers)),
        tuple(_upward(values, number) for number in range(len(values))),
    )


def _nested(known: Mapping[str, Known]) -> dict[str, Known]:
    """The values with the narrower ones right behind their wider one, rings of them last."""
    under: dict[str, list[Known]] = {}
    for one in known.values():
        under.setdefault(one.wider if one.wider in known else "", []).append(one)
    found: dict[str, Known] = {}

    def add(one: Known) -> None:
        if one.id not in found:
            found[one.id] = one
            for narrower in under.get(one.id, ()):
                add(narrower)

    for top in under.get("", ()):
        add(top)
    for one in known.values():
        add(one)
    return found


def _with_wider(known: Mapping[str, Known], used: set[str]) -> set[str]:
    """Ids with those of all wider values."""
    found: set[str] = set()
    for id in used:
        at = id
        while at in known and at not in found:
            found.add(at)
            at = known[at].wider
    return found


def _upward(values: Sequence[Value], number: int) -> tuple[int, ...]:
    """The number of a value and those of the wider ones, each once."""
    found: list[int] = []
    at: int | None = number
    while at is not None and at not in found:
        found.append(at)
        at = values[at].wider
    return tuple(found)
