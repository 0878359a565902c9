"""The examples on the pages of the rules: the wrong one is told by its rule, the right one not."""

from pathlib import Path

import pytest
from tests.examples import cite, examples, lay
from tests.miniatures import TODAY

from evidence_commons.check.run import rulebook
from evidence_commons.diagnostics import Rule
from evidence_commons.recheck.run import check_commons

RULES = rulebook()
UNCITED = "unused-reference"
"""The rule whose example is a work that nothing cites."""


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
class TestTheExamplesOfARule:
    def test_the_wrong_one_is_told_by_this_rule_alone(self, rule: Rule, tmp_path: Path) -> None:
        wrong, right = examples(rule)
        commons = lay(wrong, right, tmp_path / "commons")
        if rule.code != UNCITED:
            cite(wrong, commons)
        assert {told.rule for told in check_commons(commons, TODAY).diagnostics} == {rule.code}

    def test_the_right_one_gives_no_finding(self, rule: Rule, tmp_path: Path) -> None:
        wrong, right = examples(rule)
        commons = lay(right, wrong, tmp_path / "commons")
        if rule.code != UNCITED:
            cite(right, commons)
        assert not check_commons(commons, TODAY).diagnostics
