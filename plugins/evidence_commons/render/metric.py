"""Metrics: the page of one, and the list of all."""

from evidence_commons.model.address import address
from evidence_commons.model.metric import Metric
from evidence_commons.model.page import Page
from evidence_commons.render.order import by_title
from evidence_commons.render.sheet import Sheet, Site


def metric(site: Site, measured: Metric) -> Page:
    """The page of one metric, with every known value of it."""
    return Sheet(site, address(measured)).page(
        "metric.html",
        title=measured.title,
        description=measured.definition,
        written_in=measured.location.path,
        metric=measured,
        sightings=site.catalogue.sightings.get(measured.id, ()),
    )


def metrics(site: Site) -> Page:
    """The list of all metrics."""
    sightings = site.catalogue.sightings
    every = by_title(site.catalogue.metrics.values())
    return Sheet(site, "metrics/").page(
        "metrics.html",
        title="Metrics",
        description="What is counted, what each number means, and what it misses.",
        metrics=[(one, sightings.get(one.id, ())) for one in every],
    )
