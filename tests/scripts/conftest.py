"""What the tests of the doors share."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import environment


@pytest.fixture(scope="session")
def run():
    """Runs a script as a person would, and catches what it says."""

    def run(script, *arguments, flags=(), **options):
        command = [sys.executable, *flags, str(script), *arguments]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", check=False, **options
        )

    return run


@pytest.fixture(scope="session")
def copy_scripts():
    """Puts the real scripts, and no environment, into a new folder."""

    def copy(folder):
        scripts = Path(environment.__file__).parent
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(scripts, folder / "scripts", ignore=unwanted)
        return folder

    return copy
