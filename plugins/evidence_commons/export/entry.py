"""Pages of this site as works that others can cite."""

import re

from evidence_commons.model.item import Item


def entry_item(title: str, address: str, site: str, date: str = "", accessed: str = "") -> Item:
    """A page of this site as CSL-JSON.

    Args:
        title: the title of the page, as plain text.
        address: its whole address.
        site: the name of the site, which stands for all who wrote the page.
        date: when it was last changed, such as ``2024-03-31``, or "".
        accessed: the day on which it is cited, or "".
    """
    dates = (("issued", _parts(date)), ("accessed", _parts(accessed)))
    return {
        "id": address.rstrip("/").rpartition("/")[2] or "entry",
        "type": "webpage",
        "title": title,
        "author": [{"literal": site}],
        **{name: {"date-parts": [parts]} for name, parts in dates if parts},
        "URL": address,
    }


def _parts(date: str) -> list[int]:
    return (
        [int(part) for part in date.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", date) else []
    )
