#!/usr/bin/env python3
"""Say what is wrong in the entries, and how to mend it."""

import argparse
import atexit
import gc
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import door
import environment
import kept
import voices

if TYPE_CHECKING:
    from evidence_commons.diagnostics import Diagnostic
    from evidence_commons.recheck.run import Checked

EXAMPLES = """\
examples:
  python3 scripts/check.py                           everything
  python3 scripts/check.py case_studies/repair.yaml  one file
  python3 scripts/check.py --watch                   again after every change
  python3 scripts/check.py --changed main            what my branch changed or caused
  python3 scripts/check.py --fix                     mend what can be mended without asking
  python3 scripts/check.py --diff                    show what --fix would change
  python3 scripts/check.py --format sarif > findings.sarif
  python3 scripts/check.py --explain CODE            what a finding means, by its code

exit codes: 0 nothing to mend, 1 findings, 2 wrong usage, 3 a fault of ours
"""


def main() -> int:
    """Read the arguments, enter the environment, and report."""
    parser = _parser()
    options = parser.parse_args()
    root: Path = options.root.resolve()
    if not root.is_dir():
        parser.error(f"there is no folder {options.root}")
    if options.watch and options.format != "text":
        parser.error("--watch is for people: it shows --format text alone")
    if (options.fix or options.diff) and (options.watch or options.changed is not None):
        parser.error("--fix and --diff go with neither --watch nor --changed")
    try:
        paths = [_within(root, path) for path in options.paths]
        base = "" if options.changed is None else _fork(root, options.changed)
    except ValueError as problem:
        parser.error(str(problem))
    try:
        environment.enter()
        if options.list:
            return list_rules()
        if options.explain:
            return explain(options.explain)
        colour = door.colours() and not options.no_colour
        if not options.watch:
            # A run that ends soon needs nobody who looks for what could be thrown away, not even
            # at its end, when Python would go through all that is there.
            gc.disable()
            atexit.register(gc.freeze)
        report = partial(check, root, paths, options.format, colour, base)
        if options.diff or options.fix:
            return mend(root, paths, options.format, report, colour if options.diff else None)
        if options.watch:
            from watch import watch

            watch(root, report, clear=door.colours())
        return report()
    except KeyboardInterrupt:
        if options.watch:  # the way to end it
            return door.OK
        raise


def check(
    root: Path,
    paths: Sequence[str] = (),
    form: str = "text",
    colour: bool = False,
    base: str = "",
) -> int:
    """Print the findings of the commons at ``root`` and return the exit code.

    ``paths`` are relative to it, with ``/``; when there are any, only their findings count. With
    a commit as ``base``, only those count that are in files changed since, or were not there then.
    """
    from evidence_commons.diagnostics import Severity

    opened = _checked(root, kept.memory(root))
    findings = tuple(_only(opened.diagnostics, paths))
    if base:
        from changed import news

        everything = len(findings)
        findings = news(findings, root, base, lambda folder: _checked(folder).diagnostics)
        _say_what_is_older(everything - len(findings))
    print(voices.told(form, opened, findings, colour), end="")
    if form == "github":
        voices.add_to_summary(voices.told("markdown", opened, findings))
    calm = all(finding.severity is Severity.NOTICE for finding in findings)
    return door.OK if calm else door.FINDINGS


def mend(
    root: Path, paths: Sequence[str], form: str, report: Callable[[], int], diff: bool | None
) -> int:
    """Mend the files, or show it as a diff and write nothing.

    ``diff`` says whether the diff has colours; with None, files are written and ``report`` tells
    what is left. In a form for programs, only its own words stand on stdout.
    """
    import fix

    def find(folder: Path) -> "Sequence[Diagnostic]":
        return _checked(folder).diagnostics

    def may(one: "Diagnostic") -> bool:
        return any(_only([one], paths))

    if diff is not None:
        return fix.show(root, find, may, diff)
    return fix.fix(root, find, may, report, print if form == "text" else door.say)


def explain(code: str) -> int:
    """Print the page of one rule, or codes that are like it when there is no such rule."""
    from difflib import get_close_matches

    from evidence_commons.check.run import rulebook
    from evidence_commons.diagnostics.words import together

    rules = {rule.code: rule for rule in rulebook()}
    if code in rules:
        print(f"{rules[code].title}\n\n{rules[code].text}".rstrip())
        return door.OK
    near = [f'"{other}"' for other in get_close_matches(code, rules)]
    hint = (
        f"Did you mean {together(near, 'or')}?"
        if near
        else "To see them all, type: python3 scripts/check.py --list"
    )
    door.say(f'There is no rule "{code}". {hint}')
    return door.WRONG_USAGE


def list_rules() -> int:
    """Print the code, the severity and the title of each rule."""
    from evidence_commons.check.run import rulebook

    for rule in sorted(rulebook(), key=lambda rule: rule.code):
        print(f"{rule.code:24} {rule.severity.value:8} {rule.title}")
    return door.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help="show only these files or folders")
    add("--root", type=Path, default=environment.CHECKOUT, help="check another commons")
    add("--changed", metavar="BASE", help="show only what changed or came since this commit")
    add("--watch", action="store_true", help="check again after every change, until Ctrl-C")
    add("--fix", action="store_true", help="mend what is sure; with --diff, only show it")
    add("--diff", action="store_true", help="show what --fix would change; writes nothing")
    add("--explain", metavar="CODE", help="show the page of one rule")
    add("--list", action="store_true", help="show the codes of all rules")
    add("--no-colour", action="store_true", help="plain text")
    add(
        "--format",
        choices=voices.NAMES,
        default="github" if in_actions else "text",
        help="text for people, github for notes on a pull request, the others for other programs "
        "(default: %(default)s)",
    )
    return parser


def _fork(root: Path, name: str) -> str:
    from history import fork

    return fork(root, name)


def _checked(root: Path, memory: Path | None = None) -> "Checked":
    from evidence_commons.model.text import Date
    from evidence_commons.recheck.run import check_commons

    return check_commons(root, Date(kept.today()), memory)


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


def _say_what_is_older(count: int) -> None:
    if count:
        are = "finding that is older is" if count == 1 else "findings that are older are"
        door.say(f"{count} {are} not shown.")


if __name__ == "__main__":
    door.keep(main)
