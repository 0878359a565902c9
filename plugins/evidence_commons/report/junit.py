"""Findings as a JUnit report, the form in which most servers for CI show results.

One suite holds the commons, and one case each finding, under the name of its file: of a case with
several failures, most readers show the first alone.
"""

from collections.abc import Iterable
from xml.etree import ElementTree

from evidence_commons.diagnostics import Diagnostic, Severity
from evidence_commons.report.text import page, summary, visible

NAME = "Innovation Evidence Commons"


def junit_report(diagnostics: Iterable[Diagnostic], site: str = "") -> str:
    """Errors and warnings as failures, notices as output; without a finding, one case that passed.

    Args:
        diagnostics: the findings, in the order in which they are told.
        site: the address of the published site, for the rules' pages; "" if it is not known.
    """
    found = tuple(diagnostics)
    failures = sum(one.severity is not Severity.NOTICE for one in found)
    counts = {"name": NAME, "tests": str(len(found) or 1), "failures": str(failures)}
    suites = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(suites, "testsuite", {**counts, "errors": "0", "skipped": "0"})
    for one in found:
        suite.append(_case(one, site))
    if not found:
        # Many readers take a report without a case for a run that broke.
        ElementTree.SubElement(suite, "testcase", {"classname": NAME, "name": summary(found)})
    ElementTree.indent(suites)
    # In ASCII, so that no terminal or file can change a sign of it.
    told: bytes = ElementTree.tostring(suites, "us-ascii", xml_declaration=True)
    return told.decode("ascii") + "\n"


def _case(diagnostic: Diagnostic, site: str) -> ElementTree.Element:
    place, message = diagnostic.location, visible(diagnostic.message)
    path = visible(place.path)
    spot = f"{place.line}:{place.column}"
    name = f"{spot} {diagnostic.rule}: {message}"
    case = ElementTree.Element("testcase", {"classname": path, "name": name})
    rows = [f"{path}:{spot}: {diagnostic.severity.value}: {message}"]
    if diagnostic.help:
        rows.append(f"help: {visible(diagnostic.help)}")
    if diagnostic.typed.strip():
        rows.append(f"type: {visible(diagnostic.typed)}")
    rows.append(f"rule: {diagnostic.rule}, see {page(diagnostic, site)}")
    if diagnostic.severity is Severity.NOTICE:
        told = ElementTree.SubElement(case, "system-out")
    else:
        kind = {"type": diagnostic.rule, "message": message}
        told = ElementTree.SubElement(case, "failure", kind)
    told.text = "\n".join(rows)
    return case
