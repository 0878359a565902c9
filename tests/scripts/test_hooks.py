"""Checks before a commit: what pre-commit is told agrees with what there is."""

import os
import re
import shlex

import pytest
import yaml

import environment

ROOT = environment.CHECKOUT
OTHERS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
OURS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]


def test_the_hook_for_others_is_our_own_but_for_where_it_runs():
    ways = {"entry", "language", "description"}
    assert OURS.keys() - ways == OTHERS.keys() - ways
    assert {key: OURS[key] for key in OURS.keys() - ways} == {
        key: OTHERS[key] for key in OTHERS.keys() - ways
    }


def test_the_hook_for_others_is_a_program_that_systems_can_start():
    program = ROOT / shlex.split(OTHERS["entry"])[0]
    assert program.read_text("utf-8").startswith("#!/usr/bin/env python3\n")
    assert os.name == "nt" or os.access(program, os.X_OK)


@pytest.mark.parametrize("hook", [OURS, OTHERS], ids=["ours", "others"])
def test_the_check_takes_what_a_hook_gives_it(run, hook):
    words = shlex.split(hook["entry"])
    script = next(word for word in words if word.endswith(".py"))
    given = words[words.index(script) + 1 :]
    answer = run(ROOT / script, *given, "--help", cwd=ROOT)
    assert answer.returncode == 0
    assert all(word in answer.stdout for word in given if word.startswith("--"))


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("case_studies/owl-library.yaml", True),
        ("case_studies/vocabulary/themes.yaml", True),
        ("docs/metrics/members.md", True),
        ("references.bib", True),
        ("README.md", False),
        ("tests/invented/references.bib", False),
    ],
)
def test_a_hook_runs_for_what_the_check_reads(path, read):
    assert bool(re.search(OURS["files"], path)) is read
