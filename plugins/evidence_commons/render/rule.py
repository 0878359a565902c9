"""The rule book: the page of one rule, and the list of all."""

from evidence_commons.diagnostics import Rule, Severity
from evidence_commons.model.page import Page
from evidence_commons.model.prose import Prose
from evidence_commons.render.sheet import Sheet, Site

_MEANINGS = {
    Severity.ERROR: "an error. The entry is not published until it is mended.",
    Severity.WARNING: "a warning. It wants an answer before the entry is merged.",
    Severity.NOTICE: "a notice. Nothing has to be done.",
}


def rule(site: Site, one: Rule, text: Prose) -> Page:
    """The page of one rule."""
    return Sheet(site, f"rules/{one.code}/").page(
        "rule.html",
        title=one.title,
        description=f"Rule {one.code}: what is wrong, why it is checked, and how to mend it.",
        rule=one,
        meaning=_MEANINGS[one.severity],
        text=text,
    )


def rules(site: Site) -> Page:
    """The list of all rules."""
    return Sheet(site, "rules/").page(
        "rules.html",
        title="Rules",
        description="What is checked in every entry before it is published, and why.",
        rules=[one for one, _ in site.rules],
    )
