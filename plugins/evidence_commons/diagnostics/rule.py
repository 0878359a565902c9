"""The page of a rule, in the words of its own docstring."""

from dataclasses import dataclass

from evidence_commons.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as readers meet it: its name, how much it matters, and its page in Markdown."""

    code: str
    severity: Severity
    title: str
    text: str
