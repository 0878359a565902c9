"""The rule book, before any host has seen it."""

import re

import pytest
from tests.building import INVENTED

from evidence_commons.check.run import rulebook
from evidence_commons.diagnostics import Rule, Severity
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages

RULES = rulebook()


@pytest.fixture(scope="module")
def book() -> dict[str, str]:
    """The HTML of every page of the rule book by its address."""
    makers = pages(site(open_commons(INVENTED)))
    return {
        address: str(make().html)
        for address, make in makers.items()
        if address.startswith("rules/")
    }


@pytest.fixture(scope="module")
def listed(book: dict[str, str]) -> list[str]:
    """The rows of the list, one for each rule."""
    return re.findall(r'<li><a href="[a-z-]+/">.*</li>', book["rules/"])


def test_the_list_has_every_rule_once_by_title_code_and_severity(listed: list[str]) -> None:
    assert len(listed) == len(RULES)
    for row, rule in zip(listed, RULES, strict=True):
        assert f'<a href="{rule.code}/">{rule.title}</a> <code>{rule.code}</code>' in row
        assert rule.severity.value.capitalize() in row


def test_each_chapter_stands_once_and_in_order(book: dict[str, str]) -> None:
    headings = re.findall(r"<h2[^>]*>(.*)</h2>", book["rules/"])
    assert headings == list(dict.fromkeys(rule.group for rule in RULES))


def test_the_list_says_in_words_what_each_severity_means(book: dict[str, str]) -> None:
    for severity in Severity:
        many = sum(rule.severity is severity for rule in RULES)
        assert re.search(
            rf"{severity.value.capitalize()}</span> \({many} rules?\): [a-z]", book["rules/"]
        )


def test_without_scripts_no_field_is_shown_that_would_do_nothing(book: dict[str, str]) -> None:
    assert '<div class="ec-filter" hidden>' in book["rules/"]


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
class TestThePageOfARule:
    def test_gives_its_title_code_severity_and_chapter(
        self, book: dict[str, str], rule: Rule
    ) -> None:
        page = book[f"rules/{rule.code}/"]
        assert f'<h1 id="rule">{rule.title}</h1>' in page
        assert f"<dd><code>{rule.code}</code></dd>" in page
        assert f"{rule.severity.value.capitalize()}</span>: " in page
        assert f">{rule.group}</a>" in page

    def test_says_how_to_waive_it_or_that_nobody_can(
        self, book: dict[str, str], rule: Rule
    ) -> None:
        page = book[f"rules/{rule.code}/"].split("If it does not fit")[1]
        assert ("cannot be waived" in page) != (f"waivers:\n  - rule: {rule.code}\n" in page)
        if rule.severity is Severity.ERROR:
            assert "cannot be waived" in page
