"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

DAY = "1732233600"  # 22 November 2024


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a check remembers goes to a folder of the tests, not to that of the person.

    And it takes the day for one on which the made-up commons was looked at not long ago.
    """
    folder: Path = tmp_path_factory.mktemp("memory")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVIDENCE_COMMONS_MEMORY", str(folder))
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        yield
