"""A commons that is large enough for lists of several pages; everything in it is invented."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up commons of 120 case studies, not to be changed."""
    commons = tmp_path_factory.mktemp("made-up") / "commons"
    script = ROOT / "benchmarks/make_corpus.py"
    subprocess.run([sys.executable, script, "120", commons], check=True)
    return commons


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up commons of 60 case studies, just more than stand on one page of a list."""
    commons = tmp_path_factory.mktemp("small") / "commons"
    script = ROOT / "benchmarks/make_corpus.py"
    subprocess.run([sys.executable, script, "60", commons], check=True)
    return commons
