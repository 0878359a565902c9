"""Pictures are known by their first bytes, whatever their names say."""

from pathlib import Path

import pytest

from evidence_commons.load.files import read_files
from evidence_commons.load.pictures import HEAVY
from evidence_commons.model.faults import Fault, HeavyPicture, NotAPicture, SameButForCapitals

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPG = b"\xff\xd8\xff\xe0" + bytes(20)
GIF = b"GIF89a" + bytes(20)
WEBP = b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(20)


def faults(root: Path, **pictures: bytes) -> tuple[Fault, ...]:
    docs = root / "docs"
    docs.mkdir()
    for name, content in pictures.items():
        (docs / name.replace("_", ".")).write_bytes(content)
    return read_files(root).faults


def test_each_kind_is_known(tmp_path: Path) -> None:
    assert not faults(tmp_path, a_png=PNG, a_jpg=JPG, b_jpeg=JPG, a_gif=GIF, a_webp=WEBP)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(JPG, "jpg"), (WEBP, "webp"), (b"", ""), (b"<svg onload='alert(1)'/>", ""), (b"\x89PN", "")],
)
def test_one_under_a_wrong_name_is_told(tmp_path: Path, content: bytes, kind: str) -> None:
    (fault,) = faults(tmp_path, a_png=content)
    assert isinstance(fault, NotAPicture)
    assert fault.kind == kind


def test_a_large_one_is_told_and_not_read(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, a_png=PNG + bytes(HEAVY), b_png=PNG + bytes(HEAVY - len(PNG)))
    assert isinstance(fault, HeavyPicture)
    assert fault.location.path == "docs/a.png"


def test_two_that_one_folder_cannot_hold_everywhere_are_told(tmp_path: Path) -> None:
    found = faults(tmp_path, Map_png=PNG, map_png=PNG)
    if len(list((tmp_path / "docs").iterdir())) < 2:
        pytest.skip("this folder cannot hold them")
    (fault,) = found
    assert isinstance(fault, SameButForCapitals)
    assert (fault.location.path, fault.other) == ("docs/map.png", "docs/Map.png")
