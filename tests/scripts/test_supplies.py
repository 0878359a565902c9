"""What comes from others is named exactly: packages by their hashes, actions by their commits."""

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import requires, version

from packaging.requirements import Requirement

import environment

ROOT = environment.CHECKOUT
LOCK = environment.LOCK.read_text("utf-8")


def test_every_package_of_the_lock_has_a_version_and_hashes():
    packages = re.split(r"\n(?=\w)", LOCK.split("\n", 2)[2])
    assert len(packages) > 60
    assert [p for p in packages if not re.match(r"[\w.-]+==\S+ .*\\\n +--hash=sha256:", p)] == []


def test_the_lock_names_no_place():
    assert re.findall(r"https?:|file:|/tmp|/home|--(?:extra-)?index-url|--find-links", LOCK) == []


def test_the_lock_serves_what_the_project_asks_for():
    for text in requires("innovation-evidence-commons") or ():
        wanted = Requirement(text)
        assert wanted.specifier.contains(version(wanted.name)), f"{text}: make the lock anew"


def test_the_installed_packages_agree_with_each_other():
    check = [sys.executable, "-m", "pip", "--disable-pip-version-check", "check"]
    checked = subprocess.run(check, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_the_project_names_what_it_ships():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert all((ROOT / package / "py.typed").is_file() for package in packages)


def test_the_workflows_have_no_weak_spot():
    zizmor = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    command = [zizmor, "--offline", "--no-progress", "--persona=auditor", ROOT / ".github"]
    audited = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert audited.returncode == 0, audited.stdout
