"""The forms of identifiers: of organisations, of grants and of people.

Organisations have org-ids: the code of a register, a hyphen, and the number there. Only the form
is looked at, and the check digits where there are any: no register is asked. Codes of registers
that are not known here are let through, and a group without a number is as welcome as any.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from evidence_commons.model.pattern import pattern


@dataclass(frozen=True, slots=True)
class Register:
    """A register of organisations: whom it holds, the form of its numbers, a made-up number."""

    holds: str
    form: re.Pattern[str]
    example: str


def _register(holds: str, form: str, example: str) -> Register:
    return Register(holds, re.compile(form, re.ASCII), example)


LONGEST = 200
"""No identifier has more signs."""

_COUNCIL = "[A-Z]{2,6}"

REGISTERS: Mapping[str, Register] = {
    "GB-COH": _register(
        "a company", "[0-9]{8}|[A-Z]{2}(?:[0-9]{6}|[0-9]{5}[A-Z])|R[0-9]{7}", "01234567"
    ),
    "GB-CHC": _register("a charity in England or Wales", "[1-9][0-9]{5,6}", "1234567"),
    "GB-SC": _register("a charity in Scotland", "SC[0-9]{6}", "SC012345"),
    "GB-NIC": _register("a charity in Northern Ireland", "[1-9][0-9]{5}", "123456"),
    "GB-MPR": _register("a co-op or a society", "[0-9A-Z]{1,9}", "IP012345"),
    "GB-LAE": _register("a council in England", _COUNCIL, "BST"),
    "GB-LAS": _register("a council in Scotland", _COUNCIL, "GLG"),
    "GB-PLA": _register("a council in Wales", _COUNCIL, "CRF"),
    "GB-LANI": _register("a council in Northern Ireland", _COUNCIL, "BFS"),
    "XI-WIKIDATA": _register("in Wikidata", "Q[1-9][0-9]*", "Q123"),
    "XI-ROR": _register("in ROR", "0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}", "0n0wher88"),
    "XI-LEI": _register("in the list of LEIs", "[0-9A-Z]{18}[0-9]{2}", "213800N0WHERETAX1558"),
    "COMMONS": _register("in no register", "[a-z0-9]+(?:-[a-z0-9]+)*", "robin-taxis"),
}
"""The registers that we know, by the codes with which org-ids begin."""

_ROR_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_CODE = pattern(r"(COMMONS|[A-Z]{2}-[A-Z0-9]+)-(.+)", re.ASCII)
_GRANT = pattern(r"360G-[A-Za-z0-9]+-.+", re.ASCII)
_ORCID = pattern(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]", re.ASCII)
_ORCID_INSIDE = pattern(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid:\s*)?"
    r"([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{3}[0-9X])/?",
    re.ASCII | re.IGNORECASE,
)
_PAGES = pattern(
    r"https?://(?:www\.)?(?:(wikidata)\.org/(?:wiki|entity)/|(ror)\.org/)(\w+)/?",
    re.ASCII | re.IGNORECASE,
)
_COMPANY_PAGE = pattern(
    r"https?://[a-z-]+\.company-information\.service\.gov\.uk/company/(\w+)(?:[/?#].*)?", re.ASCII
)
_SHORT_CODE = pattern(r"(?:GB)?[-_:]*(COH|CHC|NIC|MPR|SC)[-_:]*([0-9A-Z]+)", re.ASCII)


def is_organisation_id(text: str) -> bool:
    """Whether the text has the form of an org-id, as far as we know its register."""
    if len(text) > LONGEST:
        return False
    register = register_of(text)
    if not register:
        return bool(_CODE.fullmatch(text) or _GRANT.fullmatch(text))
    code, number = split_code(text)
    if not register.form.fullmatch(number):
        return False
    return _CHECKED[code](number) if code in _CHECKED else True


def register_of(identifier: str) -> Register | None:
    """The register with whose code an org-id begins, if we know it."""
    return REGISTERS.get(split_code(identifier)[0])


def split_code(identifier: str) -> tuple[str, str]:
    """The code of the register and the number there; two empty texts if it begins with no code."""
    parts = _CODE.fullmatch(identifier)
    return (parts[1], parts[2]) if parts else ("", "")


def organisation_id_in(text: str) -> str:
    """The org-id that stands in a text but for capitals, spaces or a web address; or ""."""
    if page := _PAGES.fullmatch(text):
        return _first(f"XI-WIKIDATA-{page[3].upper()}" if page[1] else f"XI-ROR-{page[3].lower()}")
    tidy = "-".join(part for part in re.split(r"[\s\u2010-\u2014_-]+", text.upper()) if part)
    code, number = split_code(tidy)
    if code not in REGISTERS:
        return ""
    return _first(tidy, f"{code}-{number.replace('-', '')}", f"{code}-{number.lower()}")


def organisation_ids_like(text: str) -> tuple[str, ...]:
    """The org-ids that may be meant by a number without its register, or without its zeros."""
    return tuple(dict.fromkeys(filter(is_organisation_id, _guesses(text))))


def is_grant_id(text: str) -> bool:
    """Whether the text has the form of a 360Giving identifier of a grant."""
    return len(text) <= LONGEST and _GRANT.fullmatch(text) is not None


def has_form_of_orcid(text: str) -> bool:
    """Whether the text is written as an ORCID is, whatever its last sign."""
    return _ORCID.fullmatch(text) is not None


def is_orcid(text: str) -> bool:
    """Whether the text is an ORCID whose last sign fits the others (ISO 7064, mod 11-2)."""
    from stdnum.iso7064 import mod_11_2  # noqa: PLC0415 - only for entries that name people

    return has_form_of_orcid(text) and bool(mod_11_2.is_valid(text.replace("-", "")))


def orcid_in(text: str) -> str:
    """The ORCID that stands in a text but for hyphens or a web address; or ""."""
    parts = _ORCID_INSIDE.fullmatch(text)
    orcid = "-".join(parts.groups()).upper() if parts else ""
    return orcid if orcid and is_orcid(orcid) else ""


def _guesses(text: str) -> Iterator[str]:
    bare = "".join(text.split()).upper()
    if page := _COMPANY_PAGE.fullmatch(text):
        bare = page[1].upper()
    code, number = split_code(bare)
    if short := _SHORT_CODE.fullmatch(bare):
        code, number = f"GB-{short[1]}", short[2]
    if code == "GB-COH" and number.isdigit() and len(number) >= 5:
        yield f"GB-COH-{number:0>8}"
    elif code == "GB-SC":
        yield f"GB-SC-SC{number.removeprefix('SC')}"
    elif code:
        yield f"{code}-{number}"
    if re.fullmatch("[0-9]{6,7}", bare, re.ASCII):
        yield f"GB-CHC-{bare}"
    if re.fullmatch("[0-9]{7,8}|[A-Z]{2}[0-9]{6}", bare, re.ASCII):
        yield f"GB-COH-{bare:0>8}"
    if re.fullmatch("(?:IP|RS|SP)[0-9]{5,6}[A-Z]?", bare, re.ASCII):
        yield f"GB-MPR-{bare}"
    yield from (f"XI-WIKIDATA-{bare}", f"XI-ROR-{bare.lower()}", f"XI-LEI-{bare}")


def _first(*texts: str) -> str:
    return next(filter(is_organisation_id, texts), "")


def _is_lei(number: str) -> bool:
    from stdnum import lei  # noqa: PLC0415 - only for the few organisations that have one

    return bool(lei.is_valid(number))


def _is_ror(number: str) -> bool:
    """Whether the last two digits fit the others, which are a number to the base of 32."""
    value = 0
    for sign in number[1:7]:
        value = 32 * value + _ROR_SIGNS.index(sign)
    return int(number[7:]) == 98 - 100 * value % 97


_CHECKED: Mapping[str, Callable[[str], bool]] = {"XI-LEI": _is_lei, "XI-ROR": _is_ror}
