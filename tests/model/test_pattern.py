"""Patterns that are made late look as any others do, and all of ours can be made."""

import re
from collections.abc import Iterable
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import evidence_commons.check.rules
from evidence_commons.model.pattern import pattern

LATE = type(pattern(""))


def modules() -> Iterable[ModuleType]:
    for found in walk_packages(evidence_commons.__path__, "evidence_commons."):
        yield import_module(found.name)


def test_a_late_pattern_looks_as_any_other() -> None:
    late, made = pattern("(a)b*", re.IGNORECASE), re.compile("(a)b*", re.IGNORECASE)
    text = "xABBay"
    assert late.pattern == made.pattern
    assert late.findall(text) == made.findall(text)
    assert [one.span() for one in late.finditer(text, 1, 4)] == [(1, 4)]
    assert late.sub("-", text) == made.sub("-", text)
    assert late.match(text) is None
    assert late.fullmatch("a")


def test_all_of_ours_can_be_made() -> None:
    held = [value for module in modules() for value in vars(module).values()]
    late = [one for value in held for one in (*_inside(value), value) if isinstance(one, LATE)]
    assert len(late) > 100
    for one in late:
        one.search("")


def _inside(value: object) -> Iterable[object]:
    """What stands in a table, down to its cells."""
    if isinstance(value, tuple | list):
        for one in value:
            yield one
            yield from _inside(one)
    elif isinstance(value, dict):
        yield from _inside([*value.values()])
