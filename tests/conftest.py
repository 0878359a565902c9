"""What all tests share."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

INVENTED = Path(__file__).parent / "invented"
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


@pytest.fixture
def commons(tmp_path: Path) -> Path:
    """A copy of the made-up commons, in which there is nothing to mend."""
    return Path(shutil.copytree(INVENTED, tmp_path / "commons"))


@pytest.fixture
def edit(commons: Path) -> Callable[[str, str, str], None]:
    """Change some words of a file of the commons."""

    def change(path: str, old: str, new: str) -> None:
        text = (commons / path).read_text("utf-8")
        assert old in text
        (commons / path).write_text(text.replace(old, new, 1), "utf-8")

    return change
