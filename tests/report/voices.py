"""Every voice of the library by its name, and findings to speak of."""

from collections.abc import Callable, Sequence

from evidence_commons.check.run import rulebook
from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.report.github import github_report
from evidence_commons.report.json import json_report
from evidence_commons.report.junit import junit_report
from evidence_commons.report.markdown import markdown_report
from evidence_commons.report.sarif import sarif_report
from evidence_commons.report.text import text_report

SITE = "https://commons.example/here/"
RULES = rulebook()
VOICES: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": lambda found: text_report(found, lambda _: "  - fodd"),
    "github": github_report,
    "json": json_report,
    "sarif": lambda found: sarif_report(found, RULES),
    "junit": junit_report,
    "markdown": markdown_report,
}


def finding(severity: Severity = Severity.ERROR, **changed: object) -> Diagnostic:
    """A finding, with what the test is about changed."""
    made: dict[str, object] = {
        "rule": "unknown-term",
        "severity": severity,
        "location": Location("case_studies/mill.yaml", 3, 5, 4),
        "message": 'There is no theme "fodd".',
        "help": 'Did you mean "food"?',
        "typed": "food",
        **changed,
    }
    return Diagnostic(**made)  # type: ignore[arg-type]
