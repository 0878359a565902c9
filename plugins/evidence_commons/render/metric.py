"""Metrics: the pages of one, with its values as a picture and as a table, and the list of all."""

from functools import partial

from evidence_commons.model.address import address
from evidence_commons.model.metric import Metric
from evidence_commons.model.order import by_title
from evidence_commons.model.page import Page
from evidence_commons.render.chart import where, who
from evidence_commons.render.chart_bars import bars
from evidence_commons.render.chart_time import is_over_time, over_time
from evidence_commons.render.maker import Maker, Makers, showing
from evidence_commons.render.paging import Leaf, leaves
from evidence_commons.render.sheet import Sheet, Site


def metric_pages(site: Site, measured: Metric) -> Makers:
    """The makers of the pages of one metric, by address: more than one if it has many values."""
    sightings = site.catalogue.sightings.get(measured.id, ())
    for leaf in leaves(address(measured), sightings):
        seen = sightings if leaf.number == 1 else leaf.part(sightings).things
        studies = [one.case_study for one in seen]
        shows = showing(measured, leaf, len(sightings), studies)
        yield leaf.address, Maker(partial(_metric, site, measured, leaf), shows)


def _metric(site: Site, measured: Metric, leaf: Leaf) -> Page:
    sightings = site.catalogue.sightings.get(measured.id, ())
    drawn = leaf.number == 1 and len(sightings) > 1
    over = drawn and is_over_time(sightings)
    return Sheet(site, leaf.address).page(
        "metric.html",
        title=leaf.titled(measured.title),
        description=measured.definition,
        written_in=measured.location.path,
        metric=measured,
        leaf=leaf,
        sightings=leaf.part(sightings),
        bars=bars(sightings, measured.unit) if drawn and not over else None,
        over_time=over_time(sightings, measured.unit) if over else None,
        where=where,
        who=who,
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
