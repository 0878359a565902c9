"""The voices in which findings are told, by the names that people type."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_commons.diagnostics import Diagnostic
    from evidence_commons.pipeline import Opened

NAMES = ("text", "github", "json", "sarif", "junit", "markdown")


def told(
    voice: str, opened: "Opened", findings: "Sequence[Diagnostic]", colour: bool = False
) -> str:
    """Some findings of a commons in one of the voices; only text has colours."""
    from evidence_commons.report.github import github_report
    from evidence_commons.report.json import json_report
    from evidence_commons.report.junit import junit_report
    from evidence_commons.report.markdown import markdown_report
    from evidence_commons.report.sarif import sarif_report
    from evidence_commons.report.text import text_report

    site = os.environ.get("SITE_URL", "")
    voices = {
        "text": lambda: text_report(findings, opened.excerpt, colour, site),
        "github": lambda: github_report(findings),
        "json": lambda: json_report(findings, site),
        "sarif": lambda: sarif_report(findings, opened.rules, site),
        "junit": lambda: junit_report(findings, site),
        "markdown": lambda: markdown_report(findings, site),
    }
    return voices[voice]()


def add_to_summary(report: str) -> None:
    """Put a report in Markdown on the page of a run on GitHub, when this is one.

    Beside the code, GitHub shows only the first ten findings of each kind.
    """
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(report)
