"""One finding: a fact, where it is, and what to do about it."""

from dataclasses import dataclass
from enum import Enum

from evidence_commons.diagnostics.location import Location


class Severity(Enum):
    """How much a finding matters: errors stop publication, warnings ask, notices inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake, told once.

    ``message`` states the fact and ``help`` the remedy, both as whole sentences in plain words;
    they are kept apart after the style of rustc's diagnostics. ``typed`` is what to write
    instead, when there is exactly one answer; ``sure`` says that a program may type it without
    asking, since nothing else can have been meant. ``rule`` is the name of the rule and its page.
    """

    rule: str
    severity: Severity
    location: Location
    message: str
    help: str = ""
    typed: str = ""
    sure: bool = False
    private: bool = False

    @property
    def page(self) -> str:
        """The address of the rule's page, relative to the site's root."""
        return f"rules/{self.rule}/"

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sorts findings as a reader meets them: by file, then line, then column."""
        return (self.location, self.rule, self.message)
