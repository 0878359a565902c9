"""Every door speaks at once, ends as it says it does, and never shows a traceback."""

import ast
import re
import sys
from pathlib import Path

import pytest

import door
import environment

SCRIPTS = Path(environment.__file__).parent
DOORS = ("build.py", "check.py", "fuzz.py", "schema.py", "serve.py", "test.py")
BARE = ("-S", "-E")  # without site-packages and without settings

PRETEND_OLD = """\
import runpy, sys
script = sys.argv[1]
sys.path.insert(0, script.rpartition("/")[0])
sys.version_info = (3, 9, 18, "final", 0)
sys.modules["tomllib"] = None  # not yet there
runpy.run_path(script, run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path, copy_scripts):
    """The scripts alone, in a folder of their own."""
    return copy_scripts(tmp_path / "checkout")


@pytest.fixture
def keep(tmp_path, run):
    """Runs a made-up door whose work is the given code."""

    def keep(work):
        script = tmp_path / "made_up.py"
        script.write_text(
            f"import sys\nsys.path.insert(0, {str(SCRIPTS)!r})\nimport door\n\n"
            f"def main():\n    {work}\n\ndoor.keep(main)\n"
        )
        return run(script)

    return keep


@pytest.mark.parametrize("name", DOORS)
def test_help_needs_no_environment_and_gives_examples(checkout, run, name):
    helped = run(checkout / "scripts" / name, "--help", flags=BARE)
    assert helped.returncode == 0
    assert f"python3 scripts/{name}" in helped.stdout
    assert "exit codes:" in helped.stdout
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize(
    "call",
    [
        ("build.py", "--nonsense"),
        ("build.py", "--out", "."),
        ("check.py", "--format", "xml"),
        ("check.py", "case_studies/not-there.yaml"),
        ("check.py", "--root", "not-there"),
        ("serve.py", "--port", "http"),
        ("serve.py", "--port", "0"),
    ],
)
def test_wrong_usage_is_said_before_any_set_up(checkout, run, call):
    name, *arguments = call
    refused = run(checkout / "scripts" / name, *arguments, flags=BARE, cwd=checkout)
    assert refused.returncode == 2
    assert "usage:" in refused.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("name", DOORS)
def test_an_older_python_hears_which_one_is_needed(tmp_path, run, name):
    pretend = tmp_path / "pretend.py"
    pretend.write_text(PRETEND_OLD)
    refused = run(pretend, (SCRIPTS / name).as_posix())
    assert refused.returncode == 2
    assert refused.stderr.startswith("This project needs Python 3.11 or newer, and this is")
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_an_older_python_can_read_far_enough_to_say_so(script):
    ast.parse(script.read_text("utf-8"), feature_version=(3, 8))


def test_a_door_exits_with_the_code_of_its_work(keep):
    assert keep("return 7").returncode == 7


def test_a_fault_of_ours_is_one_sentence_and_a_file_with_the_rest(keep):
    failed = keep("raise RuntimeError('unforeseen')")
    assert failed.returncode == 3
    (sentence,) = failed.stderr.splitlines()
    found = re.search(r"with what (.+) says$", sentence)
    details = Path(found[1])
    assert "RuntimeError: unforeseen" in details.read_text("utf-8")
    details.unlink()


def test_an_interruption_is_quiet(keep):
    interrupted = keep("raise KeyboardInterrupt")
    assert interrupted.returncode == 130
    assert interrupted.stderr == ""


def test_a_character_that_cannot_be_shown_does_not_end_the_run(keep):
    # The file names of some systems hold such halves of characters.
    shown = keep(r"print('\udce9'); return 0")
    assert shown.returncode == 0
    assert shown.stdout.strip() == r"\udce9"


def test_a_program_that_is_run_passes_its_exit_code_on():
    assert door.run([sys.executable, "-c", "raise SystemExit(5)"]) == 5


@pytest.mark.parametrize("wish", ["", "1"])
def test_colours_are_for_terminals(monkeypatch, wish):
    monkeypatch.setenv("NO_COLOR", wish)
    assert not door.colours()
