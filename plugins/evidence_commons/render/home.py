"""The first page."""

from evidence_commons.model.page import Page
from evidence_commons.model.tally import weigh
from evidence_commons.render.question import from_wide_to_narrow
from evidence_commons.render.sheet import Sheet, Site

_SHOWN = 4


def home(site: Site) -> Page:
    """The first page: what this is, what it asks, what it holds, and how sure it is."""
    catalogue = site.catalogue
    welcome = catalogue.collection.home
    studies = catalogue.case_studies.values()
    claims = weigh(catalogue, studies)
    # Of those reviewed on one day, whoever has more to tell comes first.
    newest = sorted(
        catalogue.listed,
        key=lambda study: (study.provenance.last_reviewed, len(study.claims)),
        reverse=True,
    )
    asked = from_wide_to_narrow(catalogue)
    levels = [one.strength.level for one in claims]
    best: dict[str, int] = {}
    for one in claims:
        best[one.study.id] = max(one.strength.level, best.get(one.study.id, 0))
    return Sheet(site, "").page(
        "home.html",
        title=welcome.title if welcome else "Evidence commons",
        description="What communities do with technology, what came of it, and how sure we are.",
        written_in=welcome.location.path if welcome else "",
        body=welcome.body if welcome else None,
        numbers=[
            (len(studies), "Case studies", "case-studies/"),
            (len(claims), "Claims", "vocabulary/outcomes/"),
            (len(catalogue.questions), "Policy questions", "questions/"),
            (sum(len(one.proposals) for one in asked), "Proposals", "proposals/"),
            (len(catalogue.metrics), "Metrics", "metrics/"),
            (len(catalogue.references), "References", "references/"),
        ],
        questions=asked,
        newest=[(study, best.get(study.id, 0)) for study in newest[:_SHOWN]],
        levels=[(level, levels.count(level)) for level in range(1, 6)],
    )
