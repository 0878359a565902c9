"""What a check keeps from one run to the next, and the day on which it runs."""

import os
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path


def memory(root: Path) -> Path | None:
    """The file that remembers what was found in the commons at ``root``. Anyone may delete it.

    It stands in the person's own cache: it is trusted.
    """
    from mkdocs_evidence_commons.own_folder import own_folder

    own = own_folder()
    if own is None:
        return None
    name = blake2b(os.fsencode(root), digest_size=8).hexdigest()
    return own / f"{root.name}-{name}.memory"


def today() -> str:
    """The day, or the one that SOURCE_DATE_EPOCH names, so that a run can be had again."""
    if (seconds := os.environ.get("SOURCE_DATE_EPOCH", "")).isdecimal():
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    return date.today().isoformat()
