"""Findings as SARIF 2.1.0, which code scanning and many editors read.

It is written in ASCII, so that no terminal or file can change a sign of it.
"""

import json
import os
from collections.abc import Iterable
from urllib.parse import quote

from evidence_commons.diagnostics import Diagnostic, Rule, Severity
from evidence_commons.report.text import typable, visible

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
NAME = "Innovation Evidence Commons"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_BASE = "%SRCROOT%"  # the name that readers know for the folder of the repository

Json = dict[str, object]


def sarif_report(diagnostics: Iterable[Diagnostic], rules: Iterable[Rule], site: str = "") -> str:
    """One run: every rule with its page, then every finding, with what to type where that is known.

    Args:
        diagnostics: the findings, in the order in which they are told.
        rules: all the rules that may have found something.
        site: the address of the published site, for the rules' pages; "" if it is not known.
    """
    book = tuple(rules)
    numbers = {rule.code: number for number, rule in enumerate(book)}
    driver: Json = {
        "name": NAME,
        **({"informationUri": site} if site else {}),
        "rules": [_rule(rule, site) for rule in book],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder of the commons."}}},
        "results": [_result(one, numbers[one.rule]) for one in diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule, site: str) -> Json:
    first_paragraph = " ".join(rule.text.split("\n\n")[0].split())
    return {
        "id": rule.code,
        "name": rule.code.title().replace("-", ""),
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": first_paragraph},
        "help": {"text": rule.text, "markdown": rule.text},
        **({"helpUri": f"{site.rstrip('/')}/rules/{rule.code}/"} if site else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, number: int) -> Json:
    where: Json = {"artifactLocation": _file(diagnostic), "region": _region(diagnostic)}
    typed = typable(diagnostic)
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": number,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _words(" ".join(filter(None, (diagnostic.message, diagnostic.help))))},
        "locations": [{"physicalLocation": where}],
        **({"fixes": [_fix(diagnostic, typed)]} if typed else {}),
    }


def _fix(diagnostic: Diagnostic, typed: str) -> Json:
    replaced: Json = {
        "deletedRegion": _region(diagnostic),
        "insertedContent": {"text": typed},
    }
    change: Json = {"artifactLocation": _file(diagnostic), "replacements": [replaced]}
    return {
        "description": {"text": _words(f"Type {typed}")},
        "artifactChanges": [change],
        "properties": {"sure": diagnostic.sure},
    }


def _file(diagnostic: Diagnostic) -> Json:
    # As the file system has it: not every name there is text.
    return {"uri": quote(os.fsencode(diagnostic.location.path)), "uriBaseId": _BASE}


def _region(diagnostic: Diagnostic) -> Json:
    place = diagnostic.location
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + place.width,
    }


def _words(text: str) -> str:
    """Text in which nothing can be read as a link: SARIF has them even in plain messages."""
    return visible(text).replace("](", "] (")
