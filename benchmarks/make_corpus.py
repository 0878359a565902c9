"""Make a commons of any size, to measure with; everything in it is invented."""

import argparse
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from checkout import CHECKOUT, door
from made_up.case_studies import case_studies
from made_up.chance import Chance
from made_up.pages import metric_ids, metrics, prose, questions
from made_up.words import NOTICE, QUESTIONS
from made_up.works import library, works
from made_up.world import World, places

from evidence_commons.model.vocabulary import Vocabulary
from evidence_commons.pipeline import open_commons

EXAMPLES = """\
examples:
  python benchmarks/make_corpus.py 100 /tmp/made-up           100 case studies, 50 references
  python benchmarks/make_corpus.py 100 /tmp/other --seed 7    others, just as many
  python -m mkdocs build --strict -f /tmp/made-up/mkdocs.yml -d /tmp/site

The same N, seed and checkout give the same bytes on every machine. The vocabularies and
mkdocs.yml are those of this checkout, so that the same site is measured. OUT must be empty,
missing, or made by this command before; then it is made anew.

exit codes: 0 made, 1 OUT cannot be written, 2 wrong usage, 3 a fault of ours
"""
_CITATIONS = re.compile(r"(?m)^    citations:\n(?:      .*\n)+")

MARK = ".made-up"
"""The file by which a folder is known to be made here, so that it may be made anew."""

MANY = 1_000


def main() -> int:
    """Read the arguments and make the commons."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, metavar="N", help="how many case studies, at least 1")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to make")
    parser.add_argument("--seed", type=int, default=1, help="other numbers make other commons")
    options = parser.parse_args()
    if options.count < 1:
        parser.error(f"{options.count} is too few; N is how many case studies there shall be")
    if not may_make(options.out):
        parser.error(f"{options.out} holds things that were not made here; choose another folder")
    try:
        make(options.count, options.out, options.seed)
    except OSError as error:
        door.say(f"{options.out} cannot be written: {error.strerror or error}.")
        return door.FINDINGS
    return door.OK


def may_make(out: Path) -> bool:
    """Whether nothing of anybody's is lost when a commons is made here."""
    if out.is_symlink() or not out.is_dir():
        return not out.exists()
    return (out / MARK).is_file() or not any(out.iterdir())


def make(count: int, out: Path, seed: int) -> None:
    """Make a commons of ``count`` case studies."""
    _clear(out)
    _write(out / MARK, f"{NOTICE}\n{count} case studies, seed {seed}\n")
    _vocabularies(out / "case_studies/vocabulary")
    world = _world(count, seed, open_commons(out).catalogue.vocabularies.values())
    _write(out / "references.bib", library(_chance(seed, "library"), list(world.works)))
    for name, text in metrics(_chance(seed, "metrics"), world):
        _write(out / f"docs/metrics/{name}.md", text)
    for name, text in questions(_chance(seed, "questions"), world):
        _write(out / f"docs/questions/{name}.md", text)
    _site(out, seed, world)
    files = case_studies(_chance(seed, "case studies"), world, count)
    for name, text in _telling(files, count):
        _write(out / f"case_studies/{name}.yaml", text)


def _vocabularies(out: Path) -> None:
    """The checkout's vocabularies, without the real works that their terms cite."""
    for path in sorted((CHECKOUT / "case_studies/vocabulary").iterdir()):
        _write(out / path.name, _CITATIONS.sub("", path.read_text("utf-8")))


def _clear(out: Path) -> None:
    """Take away what was made here before; whatever else somebody put there stays."""
    for name in ("case_studies", "docs"):
        shutil.rmtree(out / name, ignore_errors=True)


def _world(count: int, seed: int, vocabularies: Iterable[Vocabulary]) -> World:
    known = {str(one.id): one for one in vocabularies}
    shown: dict[str, list[str]] = {}
    for term in known["evidence-designs"].terms:
        shown.setdefault(str(term.shows), []).append(str(term.id))
    return World(
        terms={name: [str(term.id) for term in one.terms] for name, one in known.items()},
        designs=shown,
        works=works(_chance(seed, "works"), max(2, count // 2)),
        metrics=metric_ids(max(8, count // 50)),
        questions=list(QUESTIONS),
        places=places(_chance(seed, "places")),
    )


def _chance(seed: int, what: str) -> Chance:
    """Chance of its own for each kind, so that a change to one leaves the others as they are."""
    return Chance(f"{seed} {what}")


def _site(out: Path, seed: int, world: World) -> None:
    """The checkout's mkdocs.yml, the files that it names, and a made-up page for each of prose."""
    config = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    named = re.sub(r"(?m)^site_name:.*$", "site_name: A made-up commons", config)
    _write(out / "mkdocs.yml", f"# {NOTICE}\n{named}")
    chance = _chance(seed, "prose")
    docs = CHECKOUT / "docs"
    for path in sorted(path for path in docs.rglob("*") if path.is_file()):
        place = out / "docs" / path.relative_to(docs)
        if path.suffix == ".md" and place.parent.name not in ("metrics", "questions"):
            _write(place, prose(chance, world, path.stem))
        elif path.suffix != ".md":
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def _telling(files: Iterable[tuple[str, str]], count: int) -> Iterator[tuple[str, str]]:
    """The same files; of many, every tenth part is told as it comes."""
    for number, file in enumerate(files, start=1):
        yield file
        if count >= MANY and number % (count // 10) == 0:
            door.say(f"Case studies made: {number:,} of {count:,}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    door.keep(main)
