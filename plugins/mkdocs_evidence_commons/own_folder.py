"""Where a person's own computer keeps what may be deleted at any time."""

import os
from pathlib import Path

from platformdirs import user_cache_path

NAME = "EVIDENCE_COMMONS_MEMORY"
"""The variable that names another folder to keep it in; empty, nothing is kept."""


def own_folder() -> Path | None:
    """The folder, never among the files of a commons, where a stranger could propose one."""
    folder = os.environ.get(NAME)
    if folder == "":
        return None
    return Path(folder) if folder else user_cache_path("innovation-evidence-commons", False)
