"""Where something stands, what is wrong with it, and how much that matters."""

from evidence_commons.diagnostics.diagnostic import Diagnostic, Severity
from evidence_commons.diagnostics.location import NOWHERE, Location
from evidence_commons.diagnostics.rule import Rule

__all__ = ["NOWHERE", "Diagnostic", "Location", "Rule", "Severity"]
