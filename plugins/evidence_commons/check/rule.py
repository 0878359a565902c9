"""What a rule is."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from evidence_commons.diagnostics import Location, Severity
from evidence_commons.model.collection import Catalogue


class Finding(NamedTuple):
    """What a rule found: the place, the fact, the remedy, and what to type instead if known.

    ``sure`` says that nothing else can have been meant, so that a program may type it.
    """

    location: Location
    message: str
    help: str = ""
    typed: str = ""
    sure: bool = False


class RuleModule(Protocol):
    """What each module in :mod:`evidence_commons.check.rules` offers.

    Its name, with hyphens, is the rule's code; its docstring is the rule's page.
    """

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    def check(self, catalogue: Catalogue) -> Iterator[Finding]:
        """Every place in the catalogue that breaks the rule."""
