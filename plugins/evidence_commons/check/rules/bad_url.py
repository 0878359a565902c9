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

from collections.abc import Iterator

from evidence_commons.check.quotes import said
from evidence_commons.check.rule import Finding
from evidence_commons.check.rules.private_data import is_email
from evidence_commons.diagnostics import Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import BadValue
from evidence_commons.model.text import Text, Url

SEVERITY = Severity.ERROR

LONGEST = 2_000


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each web address that is none."""
    for fault in catalogue.faults(BadValue):
        if issubclass(fault.kind, Url):
            if is_email(fault.text):
                yield Finding(
                    fault.location,
                    "This looks like an e-mail address, where the address of a web page belongs.",
                    "Write the address of a web page, or leave the line out.",
                    private=True,
                )
                continue
            message = f"{said(fault.text)} is not a web address."
            typed = _typed(fault.text)
            remedy = "Write the whole address." if typed else fault.why
            sure = bool(typed) and fault.text.startswith("www.")
            yield Finding(fault.location, message, remedy, typed, sure)


def _typed(text: str) -> str:
    """The address with the beginning that it lacks."""
    if len(text) > LONGEST or ":" in text.split("/", maxsplit=1)[0]:
        return ""
    try:
        return Url.read(Text(f"https://{text.lstrip('/')}"))
    except ValueError:
        return ""
