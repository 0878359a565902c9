"""Works as CSL-JSON, which citation programs read as it stands."""

import json
from collections.abc import Iterable

from evidence_commons.model.item import Item


def csl_json(items: Iterable[Item]) -> str:
    """The file that holds these works, in this order."""
    return json.dumps(list(items), indent=1, ensure_ascii=False, allow_nan=False) + "\n"
