"""Run the rules, hear the waivers, and turn the rules' docstrings into pages."""

from collections import Counter
from collections.abc import Iterable, Iterator

from evidence_commons.check.rule import Finding, LooksAcross, LooksAtEach, RuleModule
from evidence_commons.check.rules import GROUPS, RULES, bad_waiver
from evidence_commons.diagnostics import Diagnostic, Location, Rule, Severity
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.outline import Survey, Waived

# Asked once: to ask what a module offers takes longer than most rules.
AT_EACH = tuple(rule for rule in RULES if isinstance(rule, LooksAtEach))
ACROSS = tuple(rule for rule in RULES if isinstance(rule, LooksAcross))

IN_TEXT = frozenset(("leftover-note", "mixed-scripts", "hidden-sign", "private-data"))
"""The rules that look at the signs of a text, whatever it is for."""

MOST = 5_000
"""A rule tells no more of one file: beyond that, the file was made to fill the memory.

The last one that it tells says how many more there are.
"""


def check(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """What the rules about single things find in the catalogue's collection."""
    return tuple(_told((rule, rule.check(catalogue)) for rule in AT_EACH))


def compare(survey: Survey) -> tuple[Diagnostic, ...]:
    """What the rules about files together find."""
    return tuple(_told((rule, rule.compare(survey)) for rule in ACROSS))


def settle(found: Iterable[Diagnostic], survey: Survey) -> tuple[Diagnostic, ...]:
    """All findings in the order of files and lines, without those that their entry waives.

    Nothing is told twice: where an error is told of a word, what looks odd in that word is the same
    mistake. Waivers that waive nothing, or cannot, are told as well.
    """
    findings = dict.fromkeys(found)
    waived = {
        (outline.path, one.rule): one for outline in survey.outlines for one in outline.waived
    }
    wrong = {one.location for one in findings if one.severity is Severity.ERROR}
    kept = [
        one for one in findings if not (_is_waived(one, waived) or _is_same_mistake(one, wrong))
    ]
    severities = {code(rule): rule.SEVERITY for rule in RULES}
    told = _told([(bad_waiver, bad_waiver.judge(waived.values(), findings, severities))])
    return tuple(sorted((*kept, *told), key=lambda diagnostic: diagnostic.order))


def _is_same_mistake(found: Diagnostic, wrong: set[Location]) -> bool:
    return (
        found.severity is not Severity.ERROR and found.rule in IN_TEXT and found.location in wrong
    )


def _is_waived(found: Diagnostic, waived: dict[tuple[str, str], Waived]) -> bool:
    waiver = waived.get((found.location.path, found.rule))
    return bool(waiver and waiver.reason) and found.severity not in bad_waiver.NEVER


def rulebook() -> tuple[Rule, ...]:
    """The page of each rule, in the order in which rules are run."""
    return tuple(_page(rule, group) for group, rules in GROUPS.items() for rule in rules)


def code(rule: RuleModule) -> str:
    """The rule's name in messages and addresses."""
    return rule.__name__.rsplit(".", 1)[-1].replace("_", "-")


def _told(runs: Iterable[tuple[RuleModule, Iterable[Finding]]]) -> Iterator[Diagnostic]:
    for rule, findings in runs:
        name, told, last = code(rule), Counter[str](), dict[str, Finding]()
        for finding in findings:
            path = finding.location.path
            told[path] += 1
            if told[path] < MOST:
                yield Diagnostic(name, rule.SEVERITY, finding.location, *finding[1:])
            elif told[path] == MOST:
                last[path] = finding
        for path, finding in last.items():
            whole = finding._replace(message=_with_rest(finding.message, told[path] - MOST))
            yield Diagnostic(name, rule.SEVERITY, whole.location, *whole[1:])


def _with_rest(message: str, more: int) -> str:
    return f"{message} There are {more:,} more like it in this file." if more else message


def _page(rule: RuleModule, group: str) -> Rule:
    title, _, text = (rule.__doc__ or "").partition("\n")
    return Rule(code(rule), rule.SEVERITY, group, title.strip(), text.strip(), _may_waive(rule))


def _may_waive(rule: RuleModule) -> bool:
    """Whether an entry can answer the rule's findings. Waivers are judged after all have spoken."""
    return rule.SEVERITY not in bad_waiver.NEVER and rule is not bad_waiver
