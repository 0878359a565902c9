"""Show the site on this computer, and show it anew after every change; Ctrl-C ends it.

Pages are made when you open them, so that a change is on the screen at once. What must be mended
stands here and at the top of every page; until it is mended, a page shows its last good version.
"""

import argparse
import os
import socket

import door
import environment
import host

EXAMPLES = """\
examples:
  python3 scripts/serve.py              then open http://127.0.0.1:8000/
  python3 scripts/serve.py --port 8001  when port 8000 is in use
  python3 scripts/serve.py --search     to try the search: it is made anew after every change

exit codes: 0 ended by Ctrl-C, 1 MkDocs failed, 2 wrong usage, 3 a fault of ours
"""


def main() -> int:
    """Read the arguments, enter the environment, say what is wrong, and serve."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--port", type=int, default=8000, help="default: %(default)s")
    add("--host", default="127.0.0.1", help="default: %(default)s, this computer alone")
    add("--search", action="store_true", help="with a search, which takes some time to make")
    options = parser.parse_args()
    if not 1 <= options.port <= 65535:
        parser.error(f"{options.port} is no port; choose one from 1024 to 65535")
    try:
        environment.enter()
        return serve(options.host, options.port, options.search)
    except KeyboardInterrupt:  # the way to end it
        return door.OK


def serve(address: str, port: int, search: bool = False) -> int:
    """Serve until stopped; return the exit code."""
    if problem := _why_not(address, port):
        door.say(problem)
        return door.WRONG_USAGE
    host.prepare()
    if search:
        os.environ["EVIDENCE_COMMONS_SEARCH"] = "yes"
    there = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    print(f"\nThe site will be at http://{there}/ in a moment. Ctrl-C ends it.\n", flush=True)
    command = host.mkdocs("serve", "--no-strict", "--livereload", "--dev-addr", there)
    return door.FINDINGS if door.run(command) else door.OK


def _why_not(address: str, port: int) -> str:
    """Why the address cannot be used, and what to type instead; "" when it can."""
    try:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as visitor:
            visitor.settimeout(0.5)
            # Windows lets two programs listen at one port; only a visit tells that one is there.
            if visitor.connect_ex((address, port)) == 0:
                raise OSError("another program answers there")
        with socket.create_server((address, port), family=family):
            return ""
    except OSError as error:
        other = port + 1 if port < 65535 else 8000
        return (
            f"Port {port} of {address} cannot be used ({error.strerror or error}). "
            f"Try: python3 scripts/serve.py --port {other}"
        )


if __name__ == "__main__":
    door.keep(main)
