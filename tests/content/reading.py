"""What the tests of the content share: how readers see a text, and how to say what fell out."""

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import Markup

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.prose import Prose

_MARKS = str.maketrans("‘’“”\u2011\u00a0", "''\"\"- ")


def plain(text: str) -> str:
    """A text for comparing: small letters, straight quotation marks, single spaces."""
    return " ".join(text.translate(_MARKS).casefold().split())


def holds(text: str, words: str) -> bool:
    """Whether these words stand in the text, however it is broken into lines."""
    return plain(words) in plain(text)


def seen(prose: Prose | None) -> str:
    """The words that readers see of some prose, headings included and citations left out."""
    return _words(_html(prose))


def sections(prose: Prose | None) -> list[str]:
    """The sections of some prose that stand under a heading, each with its heading."""
    return [_words(part) for part in re.split(r"(?=<h[3-6])", _html(prose))[1:]]


def _html(prose: Prose | None) -> str:
    pieces = prose.pieces if prose else ()
    return "".join(piece for piece in pieces if isinstance(piece, Markup))


def _words(html: str) -> str:
    """The text of safe HTML. A paragraph ends a word, and a slanted or bold part does not."""
    apart = re.sub(r"</?(?:p|h[1-6]|li|ul|ol|blockquote|t[dhr])\b[^>]*>", " ", html)
    return unescape(re.sub(r"<[^>]+>", "", apart))


def told(study: CaseStudy) -> str:
    """All that a case study tells in words of its own."""
    claims = (claim.text for claim in study.claims)
    parts = (study.title, study.summary, *claims, *study.challenges, *study.lessons)
    return "\n".join((*parts, seen(study.body)))


def nothing(lost: Iterable[str], what: str) -> None:
    """Fail with a list of what fell out, unless nothing did."""
    told_lines = sorted(lost)
    assert not told_lines, "\n  ".join((what, *told_lines))
