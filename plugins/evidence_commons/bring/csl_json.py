"""CSL-JSON: the text in which services and programs for libraries give their records."""

import json
from typing import Any

from evidence_commons.bring.entry import Item, NoRecordError


def read_csl_json(text: str) -> tuple[Item, ...]:
    """The works in a text: one, or a list of them.

    Raises:
        NoRecordError: it is no JSON, or none that describes works.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise NoRecordError("This is not a record in JSON, or only a part of one.") from None
    if isinstance(value, dict) and isinstance(value.get("message"), dict):
        value = value["message"]  # as Crossref wraps it
    items: list[Any] = value if isinstance(value, list) else [value]
    if not items or not all(isinstance(one, dict) for one in items):
        raise NoRecordError("This is JSON, but it describes no work.")
    return tuple(items)
