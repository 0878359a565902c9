"""One folder takes the place of another."""

import sys
from pathlib import Path

import pytest

from evidence_commons.publish import swap


@pytest.mark.parametrize("platform", [sys.platform, "a system that cannot exchange folders"])
def test_one_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(swap.sys, "platform", platform)
    new, place = tmp_path / "new", tmp_path / "place"
    for folder in (new, place):
        folder.mkdir()
        (folder / "name").write_text(folder.name)

    swap.put_in_place(new, place)

    assert (place / "name").read_text() == "new"
    assert list(tmp_path.iterdir()) == [place]
