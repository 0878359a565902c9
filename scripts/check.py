"""Say what is wrong in the entries, and how to mend it."""

import argparse
import difflib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import door
import environment

if TYPE_CHECKING:
    from evidence_commons.diagnostics import Diagnostic

EXAMPLES = """\
examples:
  python3 scripts/check.py                           everything
  python3 scripts/check.py case_studies/repair.yaml  one file
  python3 scripts/check.py --explain CODE            what a finding means, by its code

exit codes: 0 nothing to mend, 1 findings, 2 wrong usage, 3 a fault of ours
"""
SUMMARY_LIMIT = 2**20  # bytes; GitHub drops a longer summary whole


def main() -> int:
    """Read the arguments, enter the environment, and report."""
    parser = _parser()
    options = parser.parse_args()
    root: Path = options.root.resolve()
    if not root.is_dir():
        parser.error(f"there is no folder {options.root}")
    try:
        paths = [_within(root, path) for path in options.paths]
    except ValueError as problem:
        parser.error(str(problem))
    environment.enter()
    if options.explain:
        return explain(options.explain)
    colour = door.colours() and not options.no_colour
    return check(root, paths, options.format, colour)


def check(root: Path, paths: Sequence[str] = (), form: str = "text", colour: bool = False) -> int:
    """Print the findings of the commons at ``root`` and return the exit code.

    ``paths`` are relative to it, with ``/``; when there are any, only their findings count.
    """
    from evidence_commons.diagnostics import Severity
    from evidence_commons.pipeline import open_commons
    from evidence_commons.report.github import github_report
    from evidence_commons.report.text import text_report

    opened = open_commons(root)
    site = os.environ.get("SITE_URL", "")
    findings = tuple(_only(opened.diagnostics, paths))
    if form == "github":
        print(github_report(findings).rstrip())
        _append_to_summary(text_report(findings, opened.excerpt, False, site))
    else:
        print(text_report(findings, opened.excerpt, colour, site).rstrip())
    calm = all(finding.severity is Severity.NOTICE for finding in findings)
    return door.OK if calm else door.FINDINGS


def explain(code: str) -> int:
    """Print the page of one rule, or the nearest code when there is no such rule."""
    from evidence_commons.check.run import rulebook

    rules = {rule.code: rule for rule in rulebook()}
    if code in rules:
        print(f"{rules[code].title}\n\n{rules[code].text}".rstrip())
        return door.OK
    near = difflib.get_close_matches(code, rules, n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"The codes are: {', '.join(sorted(rules))}."
    door.say(f'There is no rule "{code}". {hint}')
    return door.WRONG_USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help="show only these files or folders")
    add("--root", type=Path, default=environment.CHECKOUT, help="check another commons")
    add("--explain", metavar="CODE", help="show the page of one rule")
    add("--no-colour", action="store_true", help="plain text")
    add(
        "--format",
        choices=("text", "github"),
        default="github" if in_actions else "text",
        help="for people, or as notes on a pull request (default: %(default)s)",
    )
    return parser


def _within(root: Path, path: Path) -> str:
    whole = path.resolve()
    if not (whole.exists() and whole.is_relative_to(root)):
        raise ValueError(f"there is no {path} in {root}")
    return whole.relative_to(root).as_posix()


def _only(findings: "Iterable[Diagnostic]", paths: Sequence[str]) -> "Iterable[Diagnostic]":
    if not paths or "." in paths:
        return findings
    folders = tuple(f"{path}/" for path in paths)
    return (f for f in findings if f"{f.location.path}/".startswith(folders))


def _append_to_summary(report: str) -> None:
    """Put the whole report on the run's page: beside the code GitHub shows only the first ten."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        # Longer than any row of backticks in the report, so that no entry can end the block.
        fence = "`" * (1 + max(map(len, re.findall("`{3,}", report)), default=2))
        room = SUMMARY_LIMIT - 2 * len(fence) - len("\n\n\n")
        kept = report.rstrip().encode()[:room].decode(errors="ignore")
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{fence}\n{kept}\n{fence}\n")


if __name__ == "__main__":
    door.keep(main)
