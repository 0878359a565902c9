"""Findings as annotations on a pull request: GitHub's workflow commands.

GitHub shows ten annotations of each kind and cuts the rest in silence, so errors come first and
the whole list belongs into the step's summary.
"""

from collections.abc import Iterable

from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.report.text import summary, visible


def github_report(diagnostics: Iterable[Diagnostic]) -> str:
    """One ``::error file=…`` line for each finding, errors first; then a count."""
    found = tuple(diagnostics)
    ranked = [one for severity in Severity for one in found if one.severity is severity]
    return "\n".join([*map(_annotation, ranked), summary(found)]) + "\n"


def _annotation(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    fields = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": diagnostic.rule,
    }
    named = ",".join(f"{name}={_field(value)}" for name, value in fields.items())
    words = " ".join(filter(None, (diagnostic.message, diagnostic.help)))
    return f"::{diagnostic.severity.value} {named}::{_words(words)}"


def _words(text: str) -> str:
    """Text that cannot end its command or start another one."""
    return visible(text).replace("%", "%25")


def _field(text: str) -> str:
    return _words(text).replace(":", "%3A").replace(",", "%2C")
