"""Run all checks of the code: style, types, the direction of imports, and the tests."""

import argparse
import sys
import time
from collections.abc import Sequence

import door
import environment

EXAMPLES = """\
examples:
  python3 scripts/test.py                  everything
  python3 scripts/test.py -k claims        only the tests with "claims" in their name
  python3 scripts/test.py tests/load -x    only these tests, until the first that fails

Whatever you add goes to pytest, and then pytest runs alone.
To mend style by machine: .venv/bin/ruff check --fix && .venv/bin/ruff format

exit codes: 0 all well, 1 something failed, 2 wrong usage, 3 a fault of ours
"""

# import-linter can only be called through its function.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
PYTEST = ("-m", "pytest")
STEPS = {
    "style": ("-m", "ruff", "check"),
    "format": ("-m", "ruff", "format", "--check"),
    "types": ("-m", "mypy"),
    "imports": ("-c", LINT_IMPORTS, "--no-logo"),
    "tests": PYTEST,
}


def main() -> int:
    """Read the arguments, enter the environment, and run the steps."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog=EXAMPLES,
        usage="%(prog)s [-h] [arguments of pytest …]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    for_pytest = parser.parse_known_args()[1]
    environment.enter()
    if for_pytest:
        return run_tests([argument for argument in for_pytest if argument != "--"])
    return run_all()


def run_tests(arguments: Sequence[str]) -> int:
    """Run pytest alone and return the exit code of this door."""
    code = _run([*PYTEST, *arguments])
    internal_error, usage_error = 3, 4  # as pytest numbers them
    known = {0: door.OK, internal_error: door.OUR_FAULT, usage_error: door.WRONG_USAGE}
    return known.get(code, door.FINDINGS)


def run_all() -> int:
    """Run every step, also after one failed, then tell how each went."""
    results = []
    for name, arguments in STEPS.items():
        print(f"\n── {name}", flush=True)
        start = time.monotonic()
        code = _run(arguments)
        results.append((name, code == 0, time.monotonic() - start))
    print()
    for name, well, seconds in results:
        print(f"{name:8} {_verdict(well)} {seconds:6.1f} s")
    return door.OK if all(well for _, well, _ in results) else door.FINDINGS


def _run(arguments: Sequence[str]) -> int:
    return door.run([sys.executable, *arguments], cwd=environment.CHECKOUT)


def _verdict(well: bool) -> str:
    word, colour = ("ok    ", 32) if well else ("failed", 31)
    return f"\033[{colour}m{word}\033[0m" if door.colours() else word


if __name__ == "__main__":
    door.keep(main)
