"""The door that tells what is wrong, run as people and programs run it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from xml.etree import ElementTree

import pytest
from tests.building import INVENTED

import environment
import history
import voices
from watch import watch

SCRIPTS = Path(environment.__file__).parent
HOSTILE = INVENTED.parent / "findings" / "unknown-term-hostile"
OWL = "case_studies/owl-library.yaml"
# The door as it is, in the environment in which the tests run.
HERE = f"""\
import sys
sys.path.insert(0, {str(SCRIPTS)!r})
import environment
environment.enter = lambda: None
import check, door
door.keep(check.main)
"""


@pytest.fixture
def hostile(commons):
    """A commons with an entry that would like to speak to whoever reads the report."""
    return shutil.copytree(HOSTILE / "case_studies", commons / "case_studies", dirs_exist_ok=True)


@pytest.fixture
def check(commons, run):
    """Checks the commons; no host around this machine changes how."""

    def check(*arguments, **surroundings):
        return run(
            "-c", HERE, "--root", str(commons), *arguments, env=alone(**surroundings), cwd=commons
        )

    return check


def alone(**surroundings):
    ours = ("GITHUB_", "GIT_", "SITE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **surroundings}


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


READERS = {
    "text": str.splitlines,
    "github": str.splitlines,
    "json": json.loads,
    "sarif": json.loads,
    "junit": ElementTree.fromstring,
    "markdown": str.splitlines,
}


class TestEveryVoice:
    @pytest.mark.parametrize("voice", voices.NAMES)
    def test_is_calm_about_a_sound_commons(self, check, voice):
        checked = check("--format", voice)
        assert (checked.returncode, checked.stderr) == (0, "")
        assert READERS[voice](checked.stdout)

    @pytest.mark.parametrize("voice", voices.NAMES)
    def test_tells_a_finding_and_fails_and_obeys_no_entry(self, hostile, check, voice):
        checked = check("--format", voice)
        assert (checked.returncode, checked.stderr) == (1, "")
        assert READERS[voice](checked.stdout)
        assert "There is no theme" in checked.stdout
        assert not [line for line in checked.stdout.splitlines() if line.startswith("::stop")]
        assert "\x1b" not in checked.stdout
        assert "\\u001b" not in checked.stdout

    @pytest.mark.parametrize("voice", ["json", "sarif", "junit", "markdown"])
    def test_names_the_page_of_a_rule_where_the_site_is_known(self, hostile, check, voice):
        checked = check("--format", voice, SITE_URL="https://commons.example/")
        assert "https://commons.example/rules/unknown-term/" in checked.stdout


class TestOnGithub:
    def test_notes_stand_beside_the_lines_and_all_of_it_on_the_page_of_the_run(
        self, hostile, check, tmp_path
    ):
        summary = tmp_path / "summary.md"
        summary.write_text("Before.\n", "utf-8")
        checked = check(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
        assert checked.stdout.startswith("::error file=case_studies/robin-taxis.yaml")
        told = summary.read_text("utf-8")
        assert told.startswith("Before.\n**1 error.**\n")
        assert "### `case_studies/robin-taxis.yaml`" in told

    def test_on_one_s_own_computer_no_page_is_written(self, hostile, check, tmp_path):
        summary = tmp_path / "summary.md"
        check("--format", "markdown", GITHUB_STEP_SUMMARY=str(summary))
        assert not summary.exists()


class TestExplaining:
    def test_a_rule_is_explained(self, check):
        explained = check("--explain", "unknown-term")
        assert explained.returncode == 0
        assert explained.stdout.startswith("A word that is not in its vocabulary\n")

    def test_of_an_unknown_code_near_ones_are_told(self, check):
        explained = check("--explain", "unknown-trem")
        assert explained.returncode == 2
        assert 'Did you mean "unknown-term"' in explained.stderr

    def test_where_none_is_near_the_way_to_all_of_them_is_told(self, check):
        explained = check("--explain", "?")
        assert explained.returncode == 2
        assert "check.py --list" in explained.stderr

    def test_the_rules_are_listed_one_to_a_line(self, check):
        listed = check("--list")
        assert listed.returncode == 0
        codes = [line.split()[0] for line in listed.stdout.splitlines()]
        assert codes == sorted(set(codes))
        assert "unknown-term" in codes


class TestWhatChanged:
    """A finding that was there before, in a file that nobody has touched, is not told."""

    @pytest.fixture
    def git(self, commons):
        """The commons in git, with an old mistake in one entry."""

        def git(*arguments):
            who = ("-c", "user.name=Ada Wren", "-c", "user.email=ada@wren.example")
            quiet = ("-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
            command = ["git", "-C", commons, *who, *quiet, *arguments]
            done = subprocess.run(command, check=True, capture_output=True, text=True, env=alone())
            return done.stdout.strip()

        replace(commons / OWL, "themes:\n", "themes:\n  - an-old-mistake\n")
        git("init", "--quiet")
        git("add", "--all")
        git("commit", "--quiet", "--message", "Begin")
        git("checkout", "--quiet", "-b", "mine")
        return git

    @pytest.fixture
    def told(self, check):
        """The rules and files of the findings since main."""

        def told(*arguments):
            checked = check("--format", "json", "--changed", "main", *arguments)
            findings = json.loads(checked.stdout)["findings"]
            assert checked.returncode == (1 if findings else 0)
            return [(one["rule"], one["file"]) for one in findings]

        return told

    def test_nothing_when_nothing_changed_and_how_much_is_older(self, git, check):
        checked = check("--changed", "main")
        assert checked.returncode == 0
        assert checked.stdout == "Nothing to mend.\n"
        assert checked.stderr == "1 finding that is older is not shown.\n"

    @pytest.mark.parametrize("how", ["not yet added", "added", "committed"])
    def test_all_that_is_in_a_file_that_i_changed(self, git, commons, told, how):
        replace(commons / OWL, "title:", "# A note.\ntitle:")
        if how != "not yet added":
            git("add", "--all")
        if how == "committed":
            git("commit", "--quiet", "--message", "Change")
        assert told() == [("unknown-term", OWL)]

    def test_what_is_in_a_new_file(self, git, commons, told):
        new = "case_studies/magpie-two.yaml"
        (commons / new).write_text("", "utf-8")
        assert told() == [("unreadable-file", new)]

    def test_what_my_change_broke_in_another_file(self, git, commons, told):
        themes = commons / "case_studies/vocabulary/themes.yaml"
        replace(themes, "id: transport\n    label: Transport", "id: travel\n    label: Travel")
        assert told() == [("unknown-term", "case_studies/robin-taxis.yaml")]

    def test_the_second_of_two_like_findings_is_news_when_one_is_old(self, git, commons, told):
        # The file is as it was for git, which has been told not to look.
        git("update-index", "--assume-unchanged", OWL)
        replace(commons / OWL, "themes:\n", "themes:\n  - an-old-mistake\n")
        assert told() == [("repeated-word", OWL), ("unknown-term", OWL)]

    def test_what_others_did_on_main_meanwhile_is_not_mine(self, git, commons, told):
        git("checkout", "--quiet", "main")
        replace(commons / OWL, "  - an-old-mistake\n", "")
        git("commit", "--quiet", "--all", "--message", "Mend")
        git("checkout", "--quiet", "mine")
        assert told() == []

    def test_only_in_the_files_that_are_asked_for(self, git, commons, told):
        replace(commons / OWL, "title:", "# A note.\ntitle:")
        assert told("docs") == []
        assert told(OWL) == [("unknown-term", OWL)]

    def test_an_old_link_is_old_and_is_not_followed(self, git, commons, told):
        git("checkout", "--quiet", "main")
        (commons / "docs/secret.md").symlink_to("/etc/hostname")
        git("add", "--all")
        git("commit", "--quiet", "--message", "Link")
        git("checkout", "--quiet", "-b", "later")
        assert told() == []

    def test_no_attribute_hides_what_was_there(self, git, commons, told):
        git("checkout", "--quiet", "main")
        (commons / ".gitattributes").write_text("* export-ignore\n", "utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--message", "Hide")
        git("checkout", "--quiet", "-b", "later")
        assert told() == []

    def test_no_name_in_a_commit_leads_out_of_the_folder(self, git, commons):
        def tree(mode, name, what):
            entry = f"{mode} {name}\0".encode() + bytes.fromhex(what)
            (commons / "tree").write_bytes(entry)
            return git("hash-object", "-w", "--literally", "-t", "tree", "tree")

        blob = git("hash-object", "-w", OWL)
        climbing = tree("40000", "..", tree("40000", "..", tree("100644", "escaped.yaml", blob)))
        commit = git("commit-tree", "-m", "Climb", tree("40000", "docs", climbing))
        with history.state(commons, commit) as folder:
            assert not list(folder.rglob("*.yaml"))
            assert not (folder.parent / "escaped.yaml").exists()

    def test_a_commons_in_a_folder_of_a_repository_is_as_good(self, git, commons, check):
        inner = commons / "inner"
        shutil.copytree(INVENTED, inner)
        git("add", "--all")
        git("commit", "--quiet", "--message", "Nest")
        replace(inner / OWL, "themes:\n", "themes:\n  - a-new-mistake\n")
        checked = check("--root", str(inner), "--changed", "HEAD", "--format", "json")
        (one,) = json.loads(checked.stdout)["findings"]
        assert one["file"] == OWL
        assert "a-new-mistake" in one["message"]

    @pytest.mark.parametrize("base", ["nowhere", "", "--output=taken", "HEAD:docs", "-"])
    def test_what_is_no_commit_is_said(self, git, commons, check, base):
        refused = check(f"--changed={base}")
        assert refused.returncode == 2
        assert f"git knows no commit {base!r}" in refused.stderr
        assert not (commons / "taken").exists()

    def test_a_history_with_nothing_in_common_is_said(self, git, check):
        git("checkout", "--quiet", "--orphan", "other")
        git("commit", "--quiet", "--message", "Begin again")
        refused = check("--changed", "main")
        assert refused.returncode == 2
        assert "share no commit" in refused.stderr

    def test_without_git_s_history_it_is_said(self, check):
        refused = check("--changed", "main")
        assert refused.returncode == 2
        assert "not a git repository" in refused.stderr

    def test_without_git_itself_it_is_said(self, check):
        refused = check("--changed", "main", PATH="")
        assert refused.returncode == 2
        assert "git is needed" in refused.stderr


class TestWatching:
    @pytest.mark.parametrize(
        "change",
        [
            lambda root: replace(root / OWL, "title:", "# A note.\ntitle:"),
            lambda root: (root / OWL).unlink(),
            lambda root: (root / "docs/new.md").write_text("# New\n", "utf-8"),
            lambda root: (root / "references.bib").unlink(),
            lambda root: shutil.rmtree(root / "docs"),
        ],
        ids=["changed", "deleted", "new", "library", "folder"],
    )
    def test_no_change_is_missed_even_while_the_commons_is_read(self, commons, change):
        calls = []

        def show():
            calls.append("shown")
            if len(calls) == 2:
                raise KeyboardInterrupt
            change(commons)

        with pytest.raises(KeyboardInterrupt):
            watch(commons, show, clear=False)
        assert len(calls) == 2

    @pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way there")
    def test_findings_are_told_anew_until_it_is_interrupted(self, commons):
        command = [sys.executable, "-c", HERE, "--root", str(commons), "--watch"]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
        with subprocess.Popen(command, env=alone(), **streams) as process:
            late = Timer(60, process.kill)
            late.start()
            said = read_until(process, "Watching")
            assert said[0] == "Nothing to mend.\n"
            replace(commons / OWL, "themes:\n", "themes:\n  - a-new-mistake\n")
            assert "a-new-mistake" in read_until(process, "Watching")[0]
            process.send_signal(signal.SIGINT)
            assert process.wait() == 0
            late.cancel()

    def test_it_is_for_people(self, check):
        refused = check("--watch", "--format", "json")
        assert refused.returncode == 2
        assert "--watch" in refused.stderr


def read_until(process, word):
    """The lines that a process prints, up to the first one with a word."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if word in line:
            break
    return lines
