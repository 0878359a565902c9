"""How the doors call MkDocs."""

import os
import sys
from pathlib import Path

import environment
from repository import repository_address


def mkdocs(command: str, *options: str | Path) -> list[str | Path]:
    """The command line for one MkDocs command on this checkout's site."""
    config = environment.CHECKOUT / "mkdocs.yml"
    return [sys.executable, "-m", "mkdocs", command, "--config-file", config, *options]


def prepare() -> None:
    """Set what the site reads from the environment, where the person has not set it."""
    os.environ.setdefault("REPO_URL", repository_address(environment.CHECKOUT))
    # Both speak of a MkDocs 2 that this project does not use.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["DISABLE_MKDOCS_2_WARNING"] = "true"
