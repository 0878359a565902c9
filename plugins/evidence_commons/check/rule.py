"""What a rule is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from evidence_commons.diagnostics import Diagnostic, Location, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.outline import Survey, Waived


class Finding(NamedTuple):
    """What a rule found: the place, the fact, the remedy, and what to type instead if known.

    ``sure`` says that nothing else can have been meant, so that a program may type it;
    ``private`` that what stands there is not to be shown in reports, which are public.
    """

    location: Location
    message: str
    help: str = ""
    typed: str = ""
    sure: bool = False
    private: bool = False


class RuleModule(Protocol):
    """What each module in :mod:`evidence_commons.check.rules` offers.

    Its name, with hyphens, is the rule's code; its docstring is the rule's page.
    """

    __name__: str
    __doc__: str | None
    SEVERITY: Severity


@runtime_checkable
class LooksAtEach(RuleModule, Protocol):
    """A rule about one thing at a time.

    What it finds in a file follows from that file, and from the things that it looks up by name:
    vocabularies, metrics, questions and works. So a part of a commons can be checked alone.
    """

    def check(self, catalogue: Catalogue) -> Iterator[Finding]:
        """Every place in the catalogue's collection that breaks the rule."""


@runtime_checkable
class LooksAcross(RuleModule, Protocol):
    """A rule about how files stand to one another."""

    def compare(self, survey: Survey) -> Iterator[Finding]:
        """Every place that breaks the rule, seen across all files."""


class HearsWaivers(RuleModule, Protocol):
    """The rule about waivers: it speaks when all others have spoken."""

    def judge(
        self,
        waivers: Iterable[Waived],
        found: Iterable[Diagnostic],
        severities: Mapping[str, Severity],
    ) -> Iterator[Finding]:
        """Every waiver that does not hold."""


Rule = LooksAtEach | LooksAcross | HearsWaivers
