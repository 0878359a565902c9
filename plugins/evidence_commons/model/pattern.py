"""Patterns that are made when they are first used: of the hundreds, one run uses few."""

import re
from typing import Any, cast


class _Late:
    """Stands in for a pattern, and gets each of its ways of looking when it is first asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        way = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, way)
        return way


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What :func:`re.compile` gives, and later. A mistake in it comes out at its first use."""
    return cast("re.Pattern[str]", _Late(text, flags))
