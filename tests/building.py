"""Building sites in tests, by the same commands that people type."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
INVENTED = ROOT / "tests" / "invented"
_PAGE = re.compile(r": ([\w-]+\.md)$", re.MULTILINE)


def environment(site_url: str = "") -> dict[str, str]:
    """What a host finds around it: this machine, and nothing of whoever runs the tests."""
    return {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "SITE_URL": site_url,
        "REPO_URL": "",
    }


def build(
    config: Path, out: Path, *options: str, host: str = "mkdocs", strict: bool = True, url: str = ""
) -> subprocess.CompletedProcess[str]:
    """Build a site with MkDocs or ProperDocs, to be published at ``url``."""
    command = [sys.executable, "-m", host, "build", "-f", str(config), "-d", str(out), *options]
    return subprocess.run(
        [*command, *(["--strict"] if strict else [])],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(url),
        check=False,
    )


def invented(folder: Path) -> Path:
    """A fresh copy of the made-up commons, with the configuration of the real one.

    Pages of prose that the configuration names get a line or two, if the made-up commons has none.
    """
    commons = folder / "commons"
    shutil.copytree(INVENTED, commons)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (commons / "mkdocs.yml").write_text(config, "utf-8")
    for name in _PAGE.findall(config):
        page = commons / "docs" / name
        if not page.exists():
            page.write_text(f"# {page.stem.capitalize()}\n\nA made-up page.\n", "utf-8")
    return commons


def configure(commons: Path, old: str, new: str) -> None:
    """Change the configuration of the host."""
    config = commons / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert old in text
    config.write_text(text.replace(old, new, 1), "utf-8")


def option(commons: Path, line: str) -> None:
    """Set an option of the plugin that publishes the pages."""
    configure(commons, "  - evidence-pages:\n", f"  - evidence-pages:\n      {line}\n")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
