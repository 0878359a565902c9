"""The order in which readers meet things."""

import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Titled(Protocol):
    """Anything with a title."""

    @property
    def title(self) -> str: ...


AnyTitled = TypeVar("AnyTitled", bound=Titled)


def by_title(things: Iterable[AnyTitled]) -> list[AnyTitled]:
    """Things by their titles: capitals, accents and a leading "The" do not count."""
    return sorted(things, key=lambda thing: (_plain(thing.title), thing.title))


def _plain(title: str) -> str:
    folded = title.casefold()
    if folded.isascii():  # as most are: there is no accent to take off
        return folded.removeprefix("the ")
    parted = unicodedata.normalize("NFKD", folded).removeprefix("the ")
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
