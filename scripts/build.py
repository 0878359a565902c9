"""Build the site into `site/`; a failed or stopped build leaves the last good site as it was."""

import argparse
import time
from pathlib import Path

import door
import environment
import host
from turns import one_at_a_time

EXAMPLES = """\
examples:
  python3 scripts/build.py                 build, and stop at any error
  python3 scripts/build.py --allow-errors  build without what has errors, to have a look
  python3 scripts/build.py --out ~/public  build into another folder

Only pages that show something new are made, and only files that differ are written. What that takes
is kept in a folder of your own, which may be deleted at any time (EVIDENCE_COMMONS_MEMORY names
another one; empty, nothing is kept, and all is made anew).

exit codes: 0 built, 1 findings or a failed build, 2 wrong usage, 3 a fault of ours
"""


def main() -> int:
    """Read the arguments, enter the environment, and build."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    place = environment.CHECKOUT / "site"
    parser.add_argument("--out", type=Path, default=place, metavar="DIR", help="where to build")
    parser.add_argument("--allow-errors", action="store_true", help="build without what has errors")
    options = parser.parse_args()
    out: Path = options.out.resolve()
    if not may_replace(out):
        parser.error(f"{options.out} is not a site built here, so it is left alone; choose another")
    environment.enter()
    with one_at_a_time(environment.CHECKOUT / ".build.lock", "Another build is at work; waiting…"):
        return build(out, strict=not options.allow_errors)


def may_replace(out: Path) -> bool:
    """Whether nothing is lost when a new site takes this place."""
    if not out.exists():
        return True
    if not out.is_dir() or (out / ".git").exists():
        return False
    built = all((out / name).is_file() for name in ("404.html", "sitemap.xml"))
    return built or not any(out.iterdir())


def build(out: Path, strict: bool) -> int:
    """Build into ``out`` what has changed there, all of it at the end; return the exit code."""
    start = time.monotonic()
    host.prepare()
    strictness = "--strict" if strict else "--no-strict"
    if door.run(host.mkdocs("build", strictness, "--site-dir", out)):
        door.say("The site was not built; the last good one, if any, is as it was.")
        return door.FINDINGS
    print(f"Built in {time.monotonic() - start:.1f} s: {out}")
    return door.OK


if __name__ == "__main__":
    door.keep(main)
