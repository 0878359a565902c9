"""Run every rule, and turn their docstrings into pages."""

from evidence_commons.check.rule import RuleModule
from evidence_commons.check.rules import RULES
from evidence_commons.diagnostics import Diagnostic, Rule
from evidence_commons.model.collection import Catalogue


def check(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """All findings of all rules, in the order of files and lines. Nothing is told twice."""
    found = dict.fromkeys(
        Diagnostic(code(rule), rule.SEVERITY, finding.location, *finding[1:])
        for rule in RULES
        for finding in rule.check(catalogue)
    )
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def rulebook() -> tuple[Rule, ...]:
    """The page of each rule, in the order in which rules are run."""
    return tuple(_page(rule) for rule in RULES)


def code(rule: RuleModule) -> str:
    """The rule's name in messages and addresses."""
    return rule.__name__.rsplit(".", 1)[-1].replace("_", "-")


def _page(rule: RuleModule) -> Rule:
    title, _, text = (rule.__doc__ or "").partition("\n")
    return Rule(code(rule), rule.SEVERITY, title.strip(), text.strip())
