"""The files of a commons are read with care, in order, and only where they belong."""

import os
import sys
from pathlib import Path

import pytest

from evidence_commons.load.files import ENTRY_BYTES, Files, TextFile, read_files
from evidence_commons.model.faults import ByteOrderMark, Fault, NotAFile, NotText, Stray, TooBig

WINDOWS = sys.platform == "win32"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def put(root: Path, path: str, content: str | bytes = "id: a\n") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def paths(files: tuple[TextFile, ...]) -> list[str]:
    return [file.path for file in files]


def told(files: Files) -> list[tuple[type[Fault], str]]:
    return [(type(fault), str(fault.location)) for fault in files.faults]


class TestEachFileHasItsKind:
    def test_by_its_folder_and_ending(self, root: Path) -> None:
        for path in (
            "case_studies/robin.yaml",
            "case_studies/owl.yml",
            "case_studies/vocabulary/themes.yaml",
            "docs/index.md",
            "docs/about.md",
            "docs/questions/wires.md",
            "docs/questions/more/notes.md",
            "docs/metrics/members.md",
            "docs/map.png",
            "references.bib",
        ):
            put(root, path, b"\x89PNG\r\n\x1a\n" if path.endswith(".png") else "id: a\n")
        files = read_files(root)
        assert paths(files.case_studies) == ["case_studies/owl.yml", "case_studies/robin.yaml"]
        assert paths(files.vocabularies) == ["case_studies/vocabulary/themes.yaml"]
        assert paths(files.questions) == ["docs/questions/wires.md"]
        assert paths(files.metrics) == ["docs/metrics/members.md"]
        assert paths(files.prose) == ["docs/about.md"]
        assert paths(files.home) == ["docs/index.md"]
        assert paths(files.libraries) == ["references.bib"]
        assert [fault.location.path for fault in files.faults] == ["docs/questions/more/notes.md"]

    def test_an_empty_folder_is_a_commons_of_nothing(self, root: Path) -> None:
        files = read_files(root)
        assert not (files.case_studies or files.libraries or files.faults)

    def test_what_is_no_entry_among_entries_is_told(self, root: Path) -> None:
        put(root, "case_studies/robin.yaml.txt")
        put(root, "case_studies/drafts/robin.yaml")
        put(root, "case_studies/README.md")
        put(root, "case_studies/.hidden")
        assert told(read_files(root)) == [
            (Stray, "case_studies/drafts/robin.yaml:1:1"),
            (Stray, "case_studies/robin.yaml.txt:1:1"),
        ]


class TestTextIsReadAlikeEverywhere:
    def test_whatever_ends_its_lines_and_begins_its_bytes(self, root: Path) -> None:
        put(root, "case_studies/a.yaml", b"\xef\xbb\xbfid: a\r\ntitle: b\rurl: c\n")
        files = read_files(root)
        assert files.case_studies[0].text == "id: a\ntitle: b\nurl: c\n"
        assert told(files) == [(ByteOrderMark, "case_studies/a.yaml:1:1")]

    @pytest.mark.parametrize("text", ["Café £5", "नमस्ते", "کتاب‌خانه", "שלום", "漢字", "🚲👩‍🔧"])
    def test_in_every_script(self, root: Path, text: str) -> None:
        put(root, "case_studies/a.yaml", text)
        assert read_files(root).case_studies[0].text == text


class TestWhatIsNoTextIsTold:
    def test_another_encoding_where_it_shows(self, root: Path) -> None:
        put(root, "case_studies/a.yaml", "id: a\r\ntitle: Café\n".encode("cp1252"))
        files = read_files(root)
        assert told(files) == [(NotText, "case_studies/a.yaml:2:11")]
        assert not files.case_studies

    @pytest.mark.parametrize("sign", [*"\x00\x1b\x7f\x85\u2028\u202e\u2066\ufeff"], ids=ascii)
    def test_a_sign_that_nobody_sees(self, root: Path, sign: str) -> None:
        put(root, "case_studies/a.yaml", f"id: a\ntitle: x{sign}y\n")
        (fault,) = read_files(root).faults
        assert isinstance(fault, NotText)
        assert (str(fault.location), fault.sign) == ("case_studies/a.yaml:2:9", sign)

    def test_a_picture_that_is_called_an_entry(self, root: Path) -> None:
        put(root, "case_studies/a.yaml", b"\x89PNG\r\n\x1a\n\x00\x00")
        assert told(read_files(root)) == [(NotText, "case_studies/a.yaml:1:1")]

    def test_a_file_of_any_size_is_not_read_beyond_the_bound(self, root: Path) -> None:
        put(root, "case_studies/a.yaml", b"a" * (ENTRY_BYTES + 1))
        put(root, "case_studies/b.yaml", b"a" * ENTRY_BYTES)
        files = read_files(root)
        assert told(files) == [(TooBig, "case_studies/a.yaml:1:1")]
        assert paths(files.case_studies) == ["case_studies/b.yaml"]

    @pytest.mark.skipif(WINDOWS or os.geteuid() == 0, reason="whoever runs this may read all")
    def test_a_file_that_nobody_may_open(self, root: Path) -> None:
        put(root, "case_studies/a.yaml").chmod(0)
        assert told(read_files(root)) == [(NotText, "case_studies/a.yaml:1:1")]


@pytest.mark.skipif(WINDOWS, reason="links need rights there")
class TestLinksAreToldAndNeverFollowed:
    def test_to_a_file(self, root: Path, tmp_path: Path) -> None:
        secret = put(tmp_path, "elsewhere/secret.yaml")
        (root / "case_studies").mkdir()
        (root / "case_studies" / "a.yaml").symlink_to(secret)
        files = read_files(root)
        assert told(files) == [(NotAFile, "case_studies/a.yaml:1:1")]
        assert not files.case_studies

    def test_to_a_folder_and_round_in_circles(self, root: Path) -> None:
        put(root, "docs/about.md")
        (root / "docs" / "loop").symlink_to(root / "docs")
        files = read_files(root)
        assert told(files) == [(NotAFile, "docs/loop:1:1")]
        assert paths(files.prose) == ["docs/about.md"]

    @pytest.mark.parametrize("name", ["case_studies", "docs", "references.bib"])
    def test_in_place_of_a_whole_folder(self, root: Path, name: str) -> None:
        (root / name).symlink_to("/etc")
        assert told(read_files(root)) == [(NotAFile, f"{name}:1:1")]

    def test_and_so_is_a_pipe_that_would_wait_for_ever(self, root: Path) -> None:
        (root / "case_studies").mkdir()
        os.mkfifo(root / "case_studies" / "a.yaml")
        assert told(read_files(root)) == [(NotAFile, "case_studies/a.yaml:1:1")]

    def test_and_folders_within_folders_have_an_end(self, root: Path) -> None:
        put(root, "docs/" + "a/" * 30 + "b.md")
        assert [kind for kind, _ in told(read_files(root))] == [TooBig]
