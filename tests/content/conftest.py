"""The commons that this repository publishes, as readers and programs get it."""

from pathlib import Path

import pytest

from evidence_commons.pipeline import Opened, open_commons

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def opened() -> Opened:
    """The real commons, read and checked through the public door, once for all of its tests."""
    return open_commons(ROOT)
