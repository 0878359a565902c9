"""Item: one work as CSL-JSON, the form in which citation programs hand works to each other."""

from typing import Any

from evidence_commons.model.pattern import pattern

Item = dict[str, Any]
"""The variables of one work by their names in CSL; ``id`` is its citation key.

Texts are literal, but for the tags ``<i> <b> <sub> <sup>``, small capitals and ``nocase``.
"""

_TAG = pattern(
    r'</?(?:i|b|sub|sup)>|<span (?:class="nocase"|style="font-variant:small-caps;")>|</span>'
)


def plain(text: str) -> str:
    """The text without tags, for places that know none."""
    return _TAG.sub("", text) if "<" in text else text
