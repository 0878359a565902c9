"""Asking a service on the web one question: https alone, not long, and not much.

What comes back was made by others, and is read as such.
"""

import ssl
import threading
from http import HTTPStatus
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

MOST = 1024 * 1024  # bytes of an answer
PATIENCE = 30.0  # seconds for the whole of it
SILENCE = 15.0  # seconds without a sign
HERE = "127.0.0.1"
AGENT = "innovation-evidence-commons (scripts/new.py)"

GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class NoAnswerError(Exception):
    """There is no answer; the message says why, and what to do, in plain words."""


class NothingThereError(NoAnswerError):
    """The service says that it has no such thing."""


def fetch(address: str, accept: str, patience: float = PATIENCE) -> str:
    """What is at an address, as text.

    Args:
        address: where to ask. Only this computer itself may be asked without https.
        accept: the form of answer that is asked for.
        patience: for how many seconds to wait.

    Raises:
        NoAnswerError: nothing came, or not what was asked for.
    """
    answer: list[bytes | Exception] = []

    def ask() -> None:
        try:
            answer.append(_read(address, accept))
        except Exception as error:  # told below, whatever it is
            answer.append(error)

    # In a thread of its own, as a service that sends one sign now and then is never too slow
    # for the limits of a connection.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(patience)
    host = urlsplit(address).hostname or address
    if not answer:
        raise NoAnswerError(f"{host} is too slow today. Try again later.")
    if isinstance(answer[0], Exception):
        raise _plain(host, answer[0]) from None
    try:
        return answer[0].decode("utf-8")
    except UnicodeDecodeError:
        raise NoAnswerError(f"{host} sent something that is not text. {BY_HAND}") from None


BY_HAND = (
    "On the page of the work, look for a way to export it as BibTeX or RIS. Save that, and hand it "
    "over: python3 scripts/new.py reference < saved.ris"
)


class _OnlySafe(HTTPRedirectHandler):
    """Goes on to another address only where nobody on the way can change the answer."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        if not _is_safe(newurl) or (_is_here(newurl) and not _is_here(req.full_url)):
            fp.close()
            raise NoAnswerError(f"There is no record to be had in this way. {BY_HAND}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_safe(address: str) -> bool:
    return urlsplit(address).scheme == "https" or _is_here(address)


def _is_here(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "http" and parts.hostname == HERE


def _read(address: str, accept: str) -> bytes:
    if not _is_safe(address):
        raise NoAnswerError(f"Only addresses that begin with https:// are asked, not {address}.")
    ways = [_OnlySafe(), *([ProxyHandler({})] if _is_here(address) else [])]
    # Only https gets this far: see above.
    request = Request(address, headers={"Accept": accept, "User-Agent": AGENT})  # noqa: S310
    with build_opener(*ways).open(request, timeout=SILENCE) as reply:
        content: bytes = reply.read(MOST + 1)
    if len(content) > MOST:
        raise NoAnswerError(f"The answer is far too long for one record. {BY_HAND}")
    return content


def _plain(host: str, error: Exception) -> NoAnswerError:
    """Why there is no answer, for a person."""
    if isinstance(error, NoAnswerError):
        return error
    if isinstance(error, HTTPError):
        error.close()
        return _refused(host, error.code)
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLError):
        return NoAnswerError(
            f"Nothing proves that the answer would come from {host}, so nothing was asked. See "
            "that the date of this computer is right, or try another network."
        )
    if isinstance(reason, TimeoutError):
        return NoAnswerError(f"{host} is too slow today. Try again later.")
    return NoAnswerError(
        f"{host} could not be reached. See that this computer is on the internet (and that the "
        "proxy is set, if there is one), then run the same command again."
    )


def _refused(host: str, code: int) -> NoAnswerError:
    if code in GONE:
        return NothingThereError(f"{host} has no such record.")
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return NoAnswerError(f"{host} was asked too often. Wait some minutes, then try again.")
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return NoAnswerError(f"{host} has a fault of its own at the moment. Try again later.")
    return NoAnswerError(f"{host} gives no record in this way (its answer was {code}). {BY_HAND}")
