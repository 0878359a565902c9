"""Reading leaves Python's sweeper as it was, and a preview that reads again does not grow."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from evidence_commons.load.unswept import unswept


class Thing:
    """Something that can hold on to itself."""

    own: "Thing"


@pytest.fixture(autouse=True)
def _left_as_it_was() -> Iterator[None]:
    was = gc.isenabled()
    gc.unfreeze()
    yield
    gc.unfreeze()
    (gc.enable if was else gc.disable)()


def test_nothing_is_swept_within_and_all_is_as_before_behind() -> None:
    gc.enable()
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with unswept():
        pass
    assert not gc.isenabled()


def test_a_mistake_within_leaves_it_as_before_as_well() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="odd"), unswept():
        raise ValueError("odd")
    assert gc.isenabled()


def test_what_one_reading_left_behind_goes_away_after_the_next() -> None:
    with unswept():
        thing = Thing()
        thing.own = thing
        there = weakref.ref(thing)
    del thing
    with unswept():
        pass
    gc.collect()
    assert there() is None


def test_whoever_reads_once_and_holds_it_sweeps_only_what_comes_later() -> None:
    gc.enable()
    with unswept(is_held=True):
        assert not gc.isenabled()
    aside = gc.get_freeze_count()
    assert gc.isenabled()
    assert aside
    with unswept(is_held=True):
        later = Thing()
        later.own = later
        there = weakref.ref(later)
    del later
    gc.collect()
    assert there() is None
    assert 0 < gc.get_freeze_count() <= aside
