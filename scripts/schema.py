"""Write the schema by which editors complete and check case studies while people type."""

import argparse
from pathlib import Path

import door
import environment

SCHEMA = "case_studies/case-study.schema.json"
EXAMPLES = """\
examples:
  python3 scripts/schema.py          write it, after a change of the model or a vocabulary
  python3 scripts/schema.py --check  only say whether it is up to date

exit codes: 0 up to date, 1 out of date (with --check) or errors, 2 wrong usage, 3 a fault of ours
"""


def main() -> int:
    """Read the arguments, enter the environment, and write or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    environment.enter()
    return schema(environment.CHECKOUT, write=not options.check)


def schema(root: Path, write: bool) -> int:
    """Write the schema of the commons at ``root``, or say whether the one there is up to date."""
    from evidence_commons.pipeline import data_files, open_commons

    opened = open_commons(root)
    if opened.errors:
        door.say("There are errors. Run python3 scripts/check.py and mend them first.")
        return door.FINDINGS
    files = data_files(opened)
    made = next(file for file in files if file.path.endswith("case-study.schema.json"))
    path = root / SCHEMA
    if path.is_file() and path.read_text(encoding="utf-8") == made.content:
        print(f"{SCHEMA} is up to date.")
        return door.OK
    if not write:
        print(f"{SCHEMA} is out of date. Run python3 scripts/schema.py and commit it.")
        return door.FINDINGS
    path.write_text(made.content, encoding="utf-8", newline="\n")
    print(f"Wrote {SCHEMA}.")
    return door.OK


if __name__ == "__main__":
    door.keep(main)
