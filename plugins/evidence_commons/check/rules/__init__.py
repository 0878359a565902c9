"""The rules, one module each, in the order in which a reader of the rule book meets them."""

from evidence_commons.check.rule import RuleModule
from evidence_commons.check.rules import coordinates, unknown_citation, unknown_field

RULES: tuple[RuleModule, ...] = (
    unknown_field,
    unknown_citation,
    coordinates,
)
