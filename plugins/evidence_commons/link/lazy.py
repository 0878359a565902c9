"""Lazy: a mapping that is made when somebody first looks into it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Thing_co = TypeVar("Thing_co", covariant=True)


class Lazy(Mapping[Key, Thing_co], Generic[Key, Thing_co]):
    """What ``make`` gives, made once and not before it is needed."""

    def __init__(self, make: Callable[[], Mapping[Key, Thing_co]]) -> None:
        self._make = make
        self._made: Mapping[Key, Thing_co] | None = None

    def _whole(self) -> Mapping[Key, Thing_co]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, key: Key) -> Thing_co:
        return self._whole()[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())
