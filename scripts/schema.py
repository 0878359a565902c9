"""Write the schemas by which editors complete and check entries while people type."""

import argparse
from pathlib import Path

import door
import environment

SCHEMAS = (
    "case_studies/case-study.schema.json",
    "case_studies/vocabulary/vocabulary.schema.json",
)
"""The ones that editors use. Those of pages with fields on top are published and no more."""

EXAMPLES = """\
examples:
  python3 scripts/schema.py          write them, after a change of the model or a vocabulary
  python3 scripts/schema.py --check  only say whether they are up to date

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
    """Write the schemas of the commons at ``root``, or say whether those there are up to date."""
    from evidence_commons.pipeline import data_files, open_commons

    opened = open_commons(root)
    if opened.errors:
        door.say("There are errors. Run python3 scripts/check.py and mend them first.")
        return door.FINDINGS
    made = {file.path.rpartition("/")[2]: file.content for file in data_files(opened)}
    told = [_one(root / path, made[path.rpartition("/")[2]], path, write) for path in SCHEMAS]
    return max(told)


def _one(place: Path, content: str, path: str, write: bool) -> int:
    """Write one schema, or compare it."""
    if place.is_file() and place.read_text(encoding="utf-8") == content:
        print(f"{path} is up to date.")
        return door.OK
    if not write:
        print(f"{path} is out of date. Run python3 scripts/schema.py and commit it.")
        return door.FINDINGS
    place.write_text(content, encoding="utf-8", newline="\n")
    print(f"Wrote {path}.")
    return door.OK


if __name__ == "__main__":
    door.keep(main)
