"""Findings for programs: one object in JSON.

It is written in ASCII, so that no terminal or file can change a sign of it.
"""

import json
from collections import Counter
from collections.abc import Iterable

from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.report.text import page, typable, visible

VERSION = 1
"""Goes up when something that a program may rely on changes its name or its meaning."""


def json_report(diagnostics: Iterable[Diagnostic], site: str = "") -> str:
    """The version of the format, how many findings there are of each kind, and the findings.

    Args:
        diagnostics: the findings, in the order in which they are told.
        site: the address of the published site, for the rules' pages; "" if it is not known.
    """
    found = tuple(diagnostics)
    counts = Counter(one.severity for one in found)
    whole = {
        "version": VERSION,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "findings": [_finding(one, site) for one in found],
    }
    return json.dumps(whole, indent=2) + "\n"


def _finding(diagnostic: Diagnostic, site: str) -> dict[str, object]:
    place = diagnostic.location
    typed = typable(diagnostic)
    return {
        "file": visible(place.path),
        "line": place.line,
        "column": place.column,
        "width": place.width,
        "severity": diagnostic.severity.value,
        "rule": diagnostic.rule,
        "message": visible(diagnostic.message),
        "help": visible(diagnostic.help),
        **({"typed": typed} if typed else {}),
        "sure": diagnostic.sure and bool(typed),
        "page": page(diagnostic, site),
    }
