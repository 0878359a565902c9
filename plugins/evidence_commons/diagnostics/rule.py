"""The page of a rule, in the words of its own docstring."""

from dataclasses import dataclass

from evidence_commons.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as readers meet it: its name, how much it matters, and its page in Markdown.

    ``group`` is the chapter of the rule book that it stands in. ``waivable`` says that an entry
    may answer its findings with a reason.
    """

    code: str
    severity: Severity
    group: str
    title: str
    text: str
    waivable: bool
