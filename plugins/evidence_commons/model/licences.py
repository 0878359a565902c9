"""The names of licences as the SPDX list has them, and the names that may have been meant."""

from collections.abc import Iterator
from contextlib import suppress

from evidence_commons.model.pattern import pattern

OTHERS = ("proprietary", "not-stated")
"""What stands where there is no open licence, or nobody says which one."""

COMMON = (
    *("AGPL-3.0-only", "AGPL-3.0-or-later", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only"),
    *("GPL-3.0-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "Apache-2.0", "MPL-2.0"),
    *("BSD-2-Clause", "BSD-3-Clause", "EUPL-1.2", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"),
    *("OGL-UK-3.0", "ODbL-1.0"),
)
"""The licences that entries are likely to name, for guesses at slips."""

FAMILIES = {
    "gnu affero general public": "agpl",
    "affero general public": "agpl",
    "gnu lesser general public": "lgpl",
    "gnu general public": "gpl",
    "gnu": "",
    "mozilla public": "mpl",
    "european union public": "eupl",
    "open government": "ogl uk",
    "open database": "odbl",
    "creative commons": "cc",
    "attribution": "by",
    "share alike": "sa",
    "sharealike": "sa",
    "affero gpl": "agpl",
    "cc zero": "cc0",
    "cc 0": "cc0",
}
"""The words of long names, and what stands for them in short ones."""

LONGEST, DEEPEST = 200, 20

_EMPTY_WORDS = pattern(r"\b(?:the|licen[cs]ed?|version|international|v)\b|[,.](?![0-9])")
_BEFORE_NUMBER = pattern(r"(?<=[a-z])(?=v?[0-9])")
_OR_LATER = pattern(r"(?:\+| or (?:any )?(?:later|newer)).*")


def licence(text: str) -> str:
    """The licence, or several joined by AND and OR, as SPDX writes it; "" if it is none."""
    if text.casefold() in OTHERS:
        return text.casefold()
    if len(text) > LONGEST or text.count("(") > DEEPEST:
        return ""
    from packaging.licenses import (  # noqa: PLC0415 - a long list, and few entries name a licence
        InvalidLicenseExpression,
        canonicalize_license_expression,
    )

    with suppress(InvalidLicenseExpression):
        return canonicalize_license_expression(text)
    return ""


def licences_like(text: str) -> tuple[str, ...]:
    """The licences that may be meant: several where it is left open who may use a later version."""
    if len(text) > LONGEST:
        return ()
    for spellings in _spellings(text):
        if found := tuple(filter(None, map(licence, spellings))):
            return found
    return ()


def _spellings(text: str) -> Iterator[tuple[str, ...]]:
    """Groups of spellings to look up. The first one in which there is a licence counts."""
    words = " ".join(text.casefold().replace("_", " ").split())
    yield (words.replace(" ", "-"),)
    words, later = _OR_LATER.subn("", words.replace("-", " "))
    words = _EMPTY_WORDS.sub(" ", _BEFORE_NUMBER.sub(" ", words))
    words = " ".join(words.split())
    for long, short in FAMILIES.items():
        words = words.replace(long, short)
    name = "-".join(words.split())
    for number in (name, f"{name}.0"):
        yield (f"{number}-or-later",) if later else (f"{number}-only", f"{number}-or-later")
        yield (number,)
