"""Mending through the door: what is typed, what is told, and what is left as it was."""

import json
import os
import stat
import subprocess
import sys

import pytest
from tests.building import INVENTED, tree
from tests.scripts.test_check import HERE, alone

ROBIN = "case_studies/robin-taxis.yaml"
BIB = "references.bib"
SLIPS = {
    "status: scaled": "status:scaled   # since the spring",
    "summary: A taxi": "sumary:   A taxi",
    "started: 2019-04-01": "started: 1 April 2019",
    "url: https://robintaxis.example\n": "url: www.robintaxis.example\n",
    "technologies:\n  - ": "technologies:\n\n# one alone\n\t- ",
    "independent: no\n": 'independent: "No"\n',
}
MENDED = {
    "status: scaled": "status: scaled   # since the spring",
    "summary: A taxi": "summary:   A taxi",
    "url: https://robintaxis.example\n": "url: https://www.robintaxis.example\n",
    "technologies:\n  - ": "technologies:\n\n# one alone\n  - ",
}


@pytest.fixture
def check(commons, run):
    def check(*arguments, **surroundings):
        door = ("-c", HERE, "--root", str(commons), "--format", "text")
        return run(*door, *map(str, arguments), env=alone(**surroundings), cwd=commons)

    return check


def change(file, changes):
    text = file.read_bytes().decode()
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_bytes(text.encode())


def sound(changes):
    """The made-up entry with changes in it."""
    text = (INVENTED / ROBIN).read_text("utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def test_what_is_sure_is_mended_and_all_else_kept(commons, check):
    change(commons / ROBIN, SLIPS)
    told = check("--fix")
    assert (commons / ROBIN).read_text("utf-8") == sound(MENDED)
    assert "  4: unknown-field: sumary -> summary\n" in told.stdout
    assert "  6: bad-date: 1 April 2019 -> 2019-04-01\n" in told.stdout
    assert "unreadable-file: <tab> -> 2 spaces\n" in told.stdout
    assert told.stdout.endswith("\nNothing to mend.\nMended 6 of 6.\n")
    assert told.returncode == 0


def test_a_second_time_changes_nothing(commons, check):
    change(commons / ROBIN, SLIPS)
    check("--fix")
    before, written = tree(commons), (commons / ROBIN).stat().st_mtime_ns
    told = check("--fix")
    assert told.stdout == "Nothing to mend.\n"
    assert tree(commons) == before
    assert (commons / ROBIN).stat().st_mtime_ns == written


def test_what_is_not_sure_is_told_and_left(commons, check):
    change(commons / ROBIN, {"status: scaled": "status: grown", "started: 2019": "strated: 2019"})
    told = check("--fix")
    assert (commons / ROBIN).read_text("utf-8") == sound({"status: scaled": "status: grown"})
    assert "rule: unknown-term" in told.stdout
    assert told.stdout.endswith("\n1 error.\nMended 1 of 2.\n")
    assert told.returncode == 1


def test_a_mend_that_would_make_a_finding_is_given_up_and_told(commons, check):
    change(commons / ROBIN, {"summary: A taxi": f"sumary: {'very ' * 60}A taxi"})
    before = tree(commons)
    told = check("--fix")
    assert tree(commons) == before
    assert "  4: unknown-field: not mended by itself, as something else would be" in told.stdout
    assert "Mended" not in told.stdout
    assert told.returncode == 1


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_and_a_missing_last_one_are_kept(commons, check, line_end):
    wanted = sound({}).removesuffix("\n").replace("\n", line_end).encode()
    (commons / ROBIN).write_bytes(wanted.replace(b"status: scaled", b"status:scaled"))
    assert check("--fix").returncode == 0
    assert (commons / ROBIN).read_bytes() == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="has no such rights")
def test_the_rights_of_a_file_are_kept(commons, check):
    change(commons / ROBIN, {"status: scaled": "status:scaled"})
    (commons / ROBIN).chmod(0o640)
    names = sorted(path.name for path in commons.rglob("*"))
    check("--fix")
    assert stat.S_IMODE((commons / ROBIN).stat().st_mode) == 0o640
    assert sorted(path.name for path in commons.rglob("*")) == names


def test_pages_and_the_library_are_mended_too(commons, check):
    library, page = commons / BIB, commons / "docs/questions/who-owns-the-wires.md"
    before = tree(commons)
    url = next(row for row in library.read_text("utf-8").splitlines() if " url = {https://" in row)
    change(library, {f"{url}\n": f"{url.replace('https://', 'www.')}\n"})
    change(page, {"title:": "titel:"})
    assert check("--fix").stdout.endswith("Mended 2 of 2.\n")
    after = tree(commons)
    new = f"{url.replace('https://', 'https://www.')}\n"
    assert after.pop(BIB).decode() == before.pop(BIB).decode().replace(f"{url}\n", new)
    assert after == before


def test_only_the_named_files_are_mended(commons, check):
    owl = commons / "case_studies/owl-library.yaml"
    change(commons / ROBIN, {"summary:": "sumary:"})
    change(owl, {"summary:": "sumary:"})
    told = check("--fix", ROBIN)
    assert (commons / ROBIN).read_text("utf-8") == sound({})
    assert "sumary:" in owl.read_text("utf-8")
    assert told.stdout.endswith("Nothing to mend.\nMended 1 of 1.\n")


def test_nothing_is_written_through_a_link(commons, check, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text(sound({"summary:": "sumary:"}), "utf-8")
    (commons / ROBIN).unlink()
    (commons / ROBIN).symlink_to(outside)
    before = outside.read_bytes()
    told = check("--fix")
    assert outside.read_bytes() == before
    assert (commons / ROBIN).is_symlink()
    assert "rule: not-a-file" in told.stdout


def test_a_name_near_to_a_file_that_is_a_link_is_not_taken_for_another(commons, check, tmp_path):
    questions = commons / "docs/questions"
    (questions / "who-owns-the-wire.md").symlink_to(tmp_path / "nowhere.md")
    change(commons / ROBIN, {"who-owns-the-wires": "who-owns-the-wire", "summary:": "sumary:"})
    check("--fix")
    wanted = sound({"who-owns-the-wires": "who-owns-the-wire"})
    assert (commons / ROBIN).read_text("utf-8") == wanted


class TestDiff:
    def test_shows_what_would_change_and_writes_nothing(self, commons, check):
        change(commons / ROBIN, {"status: scaled": "status:scaled"})
        before = tree(commons)
        told = check("--diff")
        assert told.stdout.startswith(f"--- a/{ROBIN}\n+++ b/{ROBIN}\n@@ ")
        assert "\n-status:scaled\n+status: scaled\n" in told.stdout
        assert told.returncode == 1
        assert tree(commons) == before

    def test_wins_over_fix(self, commons, check):
        change(commons / ROBIN, {"status: scaled": "status:scaled"})
        before = tree(commons)
        assert check("--fix", "--diff").stdout == check("--diff").stdout
        assert tree(commons) == before

    @pytest.mark.skipif(sys.platform == "win32", reason="has no such terminals")
    def test_has_colours_on_a_terminal_and_nothing_that_acts_on_it(self, commons):
        change(
            commons / ROBIN,
            {"status: scaled": "status:scaled", "summary: A taxi": "summary: A\u200b \u200etaxi"},
        )
        seen, terminal = os.openpty()
        command = [sys.executable, "-c", HERE, "--root", commons, "--diff"]
        there = alone(TERM="xterm", NO_COLOR="")
        subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, env=there, check=False)
        os.close(terminal)
        shown = os.read(seen, 2**16).decode()
        os.close(seen)
        assert "\033[31m-status:scaled\033[0m" in shown
        assert "\u200b" not in shown

    def test_is_empty_where_nothing_can_be_mended(self, commons, check):
        change(commons / ROBIN, {"status: scaled": "status: grown"})
        told = check("--diff")
        assert (told.stdout, told.returncode) == ("", 0)

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_can_be_applied(self, commons, run, line_end):
        change(commons / ROBIN, SLIPS)
        slips = (commons / ROBIN).read_text("utf-8").removesuffix("\n")
        slips = slips.replace("2024-05-02", "2 May 2024").replace("\n", line_end).encode()
        (commons / ROBIN).write_bytes(slips)
        command = [sys.executable, "-c", HERE, "--root", commons, "--diff"]
        diff = subprocess.run(command, capture_output=True, env=alone(), check=False).stdout
        apply = ["git", "apply", "--whitespace=nowarn", "-"]
        subprocess.run(apply, input=diff, cwd=commons, env=alone(), check=True)
        applied = tree(commons)
        (commons / ROBIN).write_bytes(slips)
        run("-c", HERE, "--root", str(commons), "--fix", env=alone())
        assert tree(commons) == applied
        assert applied[ROBIN] != slips


def test_other_programs_read_findings_alone(commons, check):
    change(commons / ROBIN, {"status: scaled": "status: grown", "summary:": "sumary:"})
    told = check("--fix", "--format", "json")
    assert "unknown-term" in json.dumps(json.loads(told.stdout))
    assert "Mended 1 of 2." in told.stderr


@pytest.mark.parametrize("other", [["--watch"], ["--changed", "main"]])
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_options_that_do_not_go_together_are_told(check, option, other):
    told = check(option, *other)
    assert told.returncode == 2
    assert "go with neither --watch nor --changed" in told.stderr
