"""An address that no link can use

Web addresses begin with `https://` or `http://` and hold no spaces.

## Why we check it

A link without its beginning leads to a page of ours that does not exist. Other beginnings than
these two can run something in a reader's browser.

## How to mend it

Open the page in your browser and copy the whole address from the bar at the top.

## Wrong

```yaml
url: www.robintaxis.example
```

## Right

```yaml
url: https://www.robintaxis.example
```
"""

import re
from collections.abc import Iterator

from evidence_commons.check.bare import bare
from evidence_commons.check.numerals import NOTHING
from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.private_data import is_email
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text import Text, Url

SEVERITY = Severity.ERROR

LONGEST = 2_000

_PHONE = pattern(r"(?:tel:)?[+(]?[0-9][0-9 ()-]{6,30}")
_WHOLE = pattern(r"https?://[^\s<>\"“”()\[\]{}]+", re.IGNORECASE)
_LINKED = pattern(r"\[[^\[\]]*\]\(([^()]*)\)")
_BEGUN = pattern(r"(h{0,2}t{0,3}ps?)(?=[:;/])[:;]{0,2}/{0,3}(?=[\w-])", re.IGNORECASE)
_HERE = pattern(r"file:|[A-Za-z]:[\\/]|https?://(?:localhost|127\.|192\.168\.)", re.IGNORECASE)
_NONE = pattern(r"see .*|(?:no|not) .*|website|link", re.IGNORECASE)

LEAVE_OUT = "If it has no page, leave the line out."
COPY = "Open the page in your browser, and copy the address from the bar at the top."


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each web address that is none."""
    for fault in catalogue.faults(BadValue):
        if not issubclass(fault.kind, Url):
            continue
        if what := _private(fault.text):
            yield Finding(
                fault.location,
                f"This looks like {what}, where the address of a web page belongs.",
                "Write the address of a web page, or leave the line out.",
                private=True,
            )
        else:
            message = f"{said(fault.text)} is not a web address."
            yield Finding(fault.location, message, *_remedy(fault))


def _private(text: str) -> str:
    """What someone can be reached by."""
    plain = bare(text[:LONGEST])
    if is_email(plain):
        return "an e-mail address"
    return "a telephone number" if _PHONE.fullmatch(plain) else ""


def _remedy(fault: BadValue) -> tuple[str, str, bool]:
    """What to do, the address to type, and whether nothing else can have been meant."""
    text = fault.text
    if len(text) > LONGEST:
        return fault.why, "", False
    whole = [found.rstrip(".,;:") for found in _WHOLE.findall(text)]
    if _HERE.match(text):
        return "This page is on one computer alone. Only pages of the web can be linked.", "", False
    if len({*whole}) > 1:
        return "Write one address. Say the others in the text.", "", False
    alone = bare(text).rstrip(".,;:")
    if whole and _is_address(whole[0]) and _LINKED.sub(r"\1", alone) == whole[0]:
        return "Write the address alone.", whole[0], alone == whole[0]
    return _without(bare(text), fault.why)


def _without(text: str, why: str) -> tuple[str, str, bool]:
    """The remedy where no whole address stands in it."""
    if text.lower() in NOTHING or _NONE.fullmatch(text):
        return LEAVE_OUT, "", False
    if (begun := _BEGUN.match(text)) and "p" in begun[1].lower():
        rest = _BEGUN.sub("", text[begun.end() :])
        secure = "s" if begun[1].lower().endswith("s") else ""
        typed = f"http{secure}://{rest}"
        return (
            ("An address begins with https:// or http://.", typed, False)
            if _is_address(typed)
            else (COPY, "", False)
        )
    if ":" not in text.split("/", maxsplit=1)[0]:
        typed = f"https://{text.lstrip('/')}"
        if _is_address(typed) and not text.startswith("@"):
            return "Write the whole address.", typed, text.startswith("www.")
        return (COPY if "." not in text or text.startswith("@") else why), "", False
    return why, "", False


def _is_address(text: str) -> bool:
    try:
        return bool(Url.read(Text(text)))
    except ValueError:
        return False
