"""A value without the marks that people put around it."""

from evidence_commons.check.hidden import HIDDEN

_MARKS = " \u00a0“”‘’„«»\"'`<>"


def bare(text: str) -> str:
    """The text without quotation marks around it, signs that nobody can see, and a last comma."""
    return HIDDEN.sub("", text).strip(_MARKS).rstrip(",;").strip(_MARKS)
