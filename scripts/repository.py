"""Where the repository lives on the web, for the links that say "edit this entry"."""

import re
import subprocess
from pathlib import Path

HOST = r"(?P<host>[\w-]+(?:\.[\w-]+)+(?::\d+)?)"
PATH = r"(?P<path>[\w.-]+(?:/[\w.-]+)+)/?"
REMOTES = (
    # Perhaps with a name and a token in front of the host, which nobody else is to see.
    re.compile(rf"https://(?:[^@/\s]*@)?{HOST}/{PATH}"),
    re.compile(rf"[\w-]+@{HOST}:{PATH}"),
)


def repository_address(checkout: Path) -> str:
    """The https address of the repository, or "" when it has none that a browser could open."""
    command = ["git", "-C", str(checkout), "remote", "get-url", "origin"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:  # no git on this machine
        return ""
    return web_address(answer.stdout.strip())


def web_address(remote: str) -> str:
    """The https address of a git remote, without credentials, or "" when it has none."""
    for form in REMOTES:
        if found := form.fullmatch(remote):
            return f"https://{found['host']}/{found['path'].removesuffix('.git')}"
    return ""
