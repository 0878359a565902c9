"""The rules, one module each, in the order in which a reader of the rule book meets them."""

from evidence_commons.check.rule import RuleModule
from evidence_commons.check.rules import (
    bad_date,
    bad_id,
    bad_link,
    bad_url,
    broken_reference,
    claim_without_citation,
    coordinates,
    duplicate_id,
    figure_without_metric,
    file_name,
    long_summary,
    lost_text,
    missing_field,
    not_a_file,
    not_text,
    one_address,
    raw_html,
    repeated_field,
    stray_file,
    swallowed_field,
    too_big,
    unknown_citation,
    unknown_field,
    unknown_macro,
    unknown_name,
    unknown_term,
    unreadable_file,
    unsafe_yaml,
    unused_reference,
    wrong_kind,
)

RULES: tuple[RuleModule, ...] = (
    # Reading
    unreadable_file,
    unsafe_yaml,
    too_big,
    not_text,
    not_a_file,
    stray_file,
    # Shape
    repeated_field,
    unknown_field,
    missing_field,
    wrong_kind,
    long_summary,
    # Names
    bad_id,
    file_name,
    duplicate_id,
    one_address,
    unknown_term,
    unknown_name,
    unknown_citation,
    # Dates and places
    bad_date,
    coordinates,
    # Claims
    claim_without_citation,
    figure_without_metric,
    # Links
    bad_url,
    bad_link,
    raw_html,
    # Library
    broken_reference,
    swallowed_field,
    lost_text,
    unknown_macro,
    unused_reference,
)
