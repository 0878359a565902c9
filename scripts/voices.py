"""The voices in which findings are told, by the names that people type."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_commons.diagnostics import Diagnostic
    from evidence_commons.recheck.run import Checked

NAMES = ("text", "github", "json", "sarif", "junit", "markdown")


def told(
    voice: str, checked: "Checked", findings: "Sequence[Diagnostic]", colour: bool = False
) -> str:
    """Some findings of a commons in one of the voices; only text has colours."""
    site = os.environ.get("SITE_URL", "")
    if voice == "github":
        from evidence_commons.report.github import github_report

        return github_report(findings)
    if voice == "json":
        from evidence_commons.report.json import json_report

        return json_report(findings, site)
    if voice == "sarif":
        from evidence_commons.check.run import rulebook
        from evidence_commons.report.sarif import sarif_report

        return sarif_report(findings, rulebook(), site)
    if voice == "junit":
        from evidence_commons.report.junit import junit_report

        return junit_report(findings, site)
    if voice == "markdown":
        from evidence_commons.report.markdown import markdown_report

        return markdown_report(findings, site)
    from evidence_commons.report.text import text_report

    return text_report(findings, checked.excerpt, colour, site)


def add_to_summary(report: str) -> None:
    """Put a report in Markdown on the page of a run on GitHub, when this is one.

    Beside the code, GitHub shows only the first ten findings of each kind.
    """
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(report)
