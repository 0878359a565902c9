"""Thirty thousand damaged files are checked safely. ``scripts/fuzz.py`` checks any number of them.

To see one that fails, with SEED and its number: python3 scripts/fuzz.py --seed 1 --only 4711
Of libraries, more are checked; there, add --kind library.
"""

import pytest
from tests.hostile.mutate import mutant
from tests.hostile.tally import Tally, tally

SEED = 1
COUNT, PART = 30_000, 3_000
MOST_GENERIC = 0.05
"""Of so small a share of the findings may no more be said than that a file cannot be read."""

LIBRARIES = range(PART)

PARTS = [range(start, start + PART) for start in range(0, COUNT, PART)]


@pytest.fixture(scope="module", params=PARTS, ids=lambda part: f"from {part.start}")
def checked(request: pytest.FixtureRequest) -> Tally:
    return tally(SEED, request.param)


def test_nothing_that_stands_in_a_file_makes_checking_it_fail_or_take_long(checked: Tally) -> None:
    assert checked.count == PART
    assert checked.wrong == ()


def test_nearly_always_more_is_said_than_that_a_file_cannot_be_read(checked: Tally) -> None:
    assert checked.findings > PART / 3
    assert len(checked.generic) <= MOST_GENERIC * checked.findings


def test_no_record_of_a_damaged_library_is_lost_without_a_word() -> None:
    checked = tally(SEED, LIBRARIES, "library")
    assert checked.count == len(LIBRARIES)
    assert checked.wrong == ()


@pytest.mark.parametrize("number", [0, 17, 4711])
def test_a_number_gives_the_same_file_each_time(number: int) -> None:
    assert mutant(SEED, number) == mutant(SEED, number)


def test_files_of_one_kind_alone_can_be_damaged() -> None:
    assert {mutant(SEED, number, "library").seed.path for number in range(50)} == {"references.bib"}


def test_other_numbers_and_other_seeds_give_other_files() -> None:
    made = [mutant(seed, number).content for seed in (1, 2) for number in range(50)]
    assert len(set(made)) > 90
