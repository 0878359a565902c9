"""Begin a new entry: a file in its place, with every field explained."""

import argparse
import unicodedata
from pathlib import Path

import door
import environment
import kept

KINDS = ("case-study", "metric", "question", "vocabulary")
EXAMPLES = """\
examples:
  python3 scripts/new.py case-study "Anytown Tool Library"   case_studies/anytown-tool-library.yaml
  python3 scripts/new.py metric "Tools lent in a year"       docs/metrics/tools-lent-in-a-year.md
  python3 scripts/new.py question "Who owns the tools?"      docs/questions/who-owns-the-tools.md
  python3 scripts/new.py vocabulary "Kinds of tool"          a list of words that entries share
  python3 scripts/new.py case-study "道具の図書館" --id tool-library    when you choose the name

No file is ever written over. Open the new file, fill in its fields, and run the command that is
shown at the end.

exit codes: 0 written, 1 written but more to mend than empty fields, 2 wrong usage, 3 our fault
"""
LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)
"""Letters that are not another letter with a sign on it."""
LISTS = {"index", "readme"}
"""Names that hosts give to the page of a whole folder."""


def main() -> int:
    """Read the arguments, enter the environment, and write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("kind", choices=KINDS, metavar="KIND", help=f"one of: {', '.join(KINDS)}")
    add("title", metavar="TITLE", help="what it is called, in quotation marks")
    add("--id", default="", metavar="NAME", help="its name in links, when not made from the title")
    add("--root", type=Path, default=environment.CHECKOUT, help="write into another commons")
    options = parser.parse_args()
    root: Path = options.root.resolve()
    if not root.is_dir():
        parser.error(f"there is no folder {options.root}")
    environment.enter()
    today = kept.today()
    return new(root, options.kind, options.title, today, options.id)


def new(root: Path, kind: str, title: str, today: str, name: str = "") -> int:
    """Write a new file into the commons at ``root`` and say what is to be filled in."""
    from evidence_commons.export.kinds import KINDS as KNOWN
    from evidence_commons.export.template import path, template
    from evidence_commons.pipeline import open_commons

    title = " ".join(title.split())
    if not title or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in title):
        return _refuse("The title is empty, or holds a sign that no text holds. Type it anew.")
    name = name or name_of(title, kind)
    if not _is_free(name):
        return _refuse(
            f'No name for links can be made from "{name or title}". Choose one of small letters, '
            "digits and hyphens, and add it: --id some-name"
        )
    known = KNOWN[kind]
    place = root / path(known, name)
    if taken := _taken(place):
        return _refuse(
            f"{taken.relative_to(root).as_posix()} is there already, and nothing was changed. "
            "Open that file, or choose another name: --id some-name"
        )
    filled = {"title": title, "provenance.last_reviewed": today}
    vocabularies = open_commons(root).catalogue.vocabularies
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(template(known, name, filled, vocabularies))
    return report(root, path(known, name))


def name_of(title: str, kind: str) -> str:
    """A name for links from a title; "" if no letter of it can stand in one."""
    from evidence_commons.model.address import LONGEST, slug

    bare = unicodedata.normalize("NFKD", title.casefold().translate(LETTERS))
    joined = "".join(sign for sign in bare if sign not in "'’" and not unicodedata.combining(sign))
    name = slug(joined)
    if len(name) > LONGEST:
        # Cut between words, where there is a place to cut.
        name = (name[: LONGEST + 1].rpartition("-")[0] or name)[:LONGEST]
    return name if not name or _is_free(name) else f"{name}-{kind}"


def _is_free(name: str) -> bool:
    """Whether an entry can have this name on every system and host."""
    from evidence_commons.model.address import is_id

    return is_id(name) and name not in LISTS


def report(root: Path, path: str) -> int:
    """Say what a new file still lacks, and what to do next."""
    from evidence_commons.diagnostics import Severity
    from evidence_commons.pipeline import open_commons
    from evidence_commons.report.text import text_report

    opened = open_commons(root)
    here = (one for one in opened.diagnostics if one.location.path == path)
    found = [one for one in here if one.severity is not Severity.NOTICE]
    empty = [one for one in found if one.rule == "missing-field"]
    other = [one for one in found if one not in empty]
    print(f"Wrote {path}.")
    if empty:
        print(f"\nFill in {_counted(len(empty))}:")
        for one in empty:
            print(f"  line {one.location.line}: {one.message} {one.help}")
    if other:
        print(f"\nMend this:\n\n{text_report(other, opened.excerpt).rstrip()}")
    print(f"\nThen run: python3 scripts/check.py {path}")
    return door.FINDINGS if other else door.OK


def _counted(fields: int) -> str:
    return "this field" if fields == 1 else f"these {fields} fields"


def _taken(place: Path) -> Path | None:
    """The file that has this name already, whatever its ending; None if there is none."""
    endings = (".yaml", ".yml") if place.suffix == ".yaml" else (place.suffix,)
    return next((one for end in endings if (one := place.with_suffix(end)).exists()), None)


def _refuse(why: str) -> int:
    door.say(why)
    return door.WRONG_USAGE


if __name__ == "__main__":
    door.keep(main)
