"""Tables for spreadsheets: comma-separated values, as RFC 4180 has them."""

import csv
import io
from collections.abc import Iterable, Sequence


def spreadsheet(rows: Iterable[Sequence[object]]) -> str:
    """Rows as text. Contributed words stay words: no program takes them for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(one) for one in row])
    return text.getvalue()


def _harmless(value: object) -> object:
    """A word that begins like a formula gets the sign by which spreadsheets know it for a word."""
    risky = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if risky else value
