"""Where each thing is published. An address, once published, is for ever.

Addresses are relative to the site's root, without a leading slash, and end in one: the home
page is the empty address.
"""

import re
from functools import cache, singledispatch

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import ProsePage
from evidence_commons.model.home import Home
from evidence_commons.model.metric import Metric
from evidence_commons.model.pattern import pattern
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.reference import Reference
from evidence_commons.model.vocabulary import Listed, Vocabulary


@singledispatch
def address(thing: object) -> str:
    """The address of a thing's page.

    Raises:
        TypeError: things of this kind have no page.
    """
    raise TypeError(f"{type(thing).__name__} has no page")


@address.register
def _(thing: CaseStudy) -> str:
    return f"case-studies/{slug(thing.id)}/"


@address.register
def _(thing: Metric) -> str:
    return f"metrics/{slug(thing.id)}/"


@address.register
def _(thing: PolicyQuestion) -> str:
    return f"questions/{slug(thing.id)}/"


@address.register
def _(thing: Reference) -> str:
    return f"references/{slug(thing.key)}/"


@address.register
def _(thing: Vocabulary) -> str:
    return f"vocabulary/{slug(thing.id)}/"


@address.register
def _(thing: Listed) -> str:
    return term_address(thing.vocabulary.id, thing.term.id)


@address.register
def _(thing: Home) -> str:
    return ""


@address.register
def _(thing: ProsePage) -> str:
    return thing.address


LONGEST = 80
"""No name is longer, so that addresses and the names of files stay short."""

# What Windows keeps for itself.
TAKEN = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_KEBAB = pattern(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(name: str) -> bool:
    """Whether a name can stand in links and as the name of a file, on every system."""
    return bool(_KEBAB.fullmatch(name)) and len(name) <= LONGEST and name not in TAKEN


def term_address(vocabulary: str, term_id: str) -> str:
    """The address of a term's page."""
    return f"vocabulary/{slug(vocabulary)}/{slug(term_id)}/"


@cache
def slug(name: str) -> str:
    """A name as it stands in addresses: small letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def relative(target: str, start: str) -> str:
    """The way from one page to another, so that the site works under any prefix and offline."""
    path, hash_sign, anchor = target.partition("#")
    there, here = path.split("/"), start.split("/")
    shared = 0
    while shared < min(len(there), len(here)) - 1 and there[shared] == here[shared]:
        shared += 1
    way = "../" * (len(here) - 1 - shared) + "/".join(there[shared:])
    return (way or "./") + hash_sign + anchor
