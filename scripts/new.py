"""Begin a new entry, a file with every field explained; or add a work to the library."""

import argparse
import sys
import unicodedata
from pathlib import Path

import door
import environment
import kept
import reference
from records import Wanted

KINDS = ("case-study", "metric", "question", "vocabulary", "reference")
EXAMPLES = """\
examples:
  python3 scripts/new.py case-study "Anytown Tool Library"   case_studies/anytown-tool-library.yaml
  python3 scripts/new.py metric "Tools lent in a year"       docs/metrics/tools-lent-in-a-year.md
  python3 scripts/new.py question "Who owns the tools?"      docs/questions/who-owns-the-tools.md
  python3 scripts/new.py vocabulary "Kinds of tool"          a list of words that entries share
  python3 scripts/new.py case-study "道具の図書館" --id tool-library    when you choose the name

No file is ever written over. Open the new file, fill in its fields, and run the command that is
shown at the end.

a work, for references.bib:
  python3 scripts/new.py reference --doi 10.5555/invented.2022.12   asks doi.org
  python3 scripts/new.py reference --isbn 978-0-00-000000-2         asks openlibrary.org
  python3 scripts/new.py reference < taxis.ris     what a library or a publisher gave you to save:
                                                   RIS, BibTeX or CSL-JSON, one work or many
  python3 scripts/new.py reference --doi 10.5555/invented.2022.12 --print   shows it, writes nothing

The work gets a key such as wren2021 and stands where keys like it stand. You are told what its
record does not say. What is in references.bib already is not added twice, and stays as it is.

exit codes: 0 written, 1 written but more to mend than empty fields, or no answer from the web,
2 wrong usage or there already, 3 our fault
"""
LISTS = {"index", "readme"}
"""Names that hosts give to the page of a whole folder."""


def main() -> int:
    """Read the arguments, enter the environment, and write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("kind", choices=KINDS, metavar="KIND", help=f"one of: {', '.join(KINDS)}")
    add("title", metavar="TITLE", nargs="?", help="what it is called, in quotation marks")
    add("--id", default="", metavar="NAME", help="its name in links, or the key of a work")
    add("--doi", default="", help="the DOI of the work to add")
    add("--isbn", default="", help="the ISBN of the book to add")
    add("--print", action="store_true", help="only show the record of the work")
    add(
        "--service", default="", metavar="ADDRESS", help="ask there, not doi.org or openlibrary.org"
    )
    add("--root", type=Path, default=environment.CHECKOUT, help="write into another commons")
    options = parser.parse_args()
    root: Path = options.root.resolve()
    if not root.is_dir():
        parser.error(f"there is no folder {options.root}")
    if problem := _misused(options):
        parser.error(problem)
    environment.enter()
    today = kept.today()
    if options.kind == "reference":
        wanted = Wanted(options.doi, options.isbn, options.id, options.service, options.print)
        return reference.add(root, wanted, sys.stdin.buffer, today)
    return new(root, options.kind, options.title, today, options.id)


def _misused(options: argparse.Namespace) -> str:
    """What does not go together; "" if all is well."""
    asked = options.doi or options.isbn
    if options.kind != "reference":
        wrong = {
            "--doi, --isbn, --print and --service go with: new.py reference": asked
            or options.print
            or options.service,
            f"a {options.kind} needs a title": options.title is None,
        }
    else:
        wrong = {
            "a reference takes no title: name its --doi or --isbn, or hand over its record": (
                options.title is not None
            ),
            "give --doi or --isbn, not both": options.doi and options.isbn,
            "--service goes with --doi or --isbn": options.service and not asked,
            "give --doi or --isbn, or hand over a saved record: new.py reference < saved.ris": (
                not asked and sys.stdin.isatty()
            ),
        }
    return next((problem for problem, is_so in wrong.items() if is_so), "")


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
    from evidence_commons.bring.keys import plain_letters
    from evidence_commons.model.address import LONGEST, slug

    name = slug(plain_letters(title))
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
