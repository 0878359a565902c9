"""Cards: an example, or a claim of one, as it stands in lists, fifty of them on a page.

Templates call them ``cards``. For why they are functions and no macros, see ``marks``.
"""

from typing import TYPE_CHECKING

from markupsafe import Markup

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.tally import Weighed
from evidence_commons.render import marks
from evidence_commons.render.escaping import shown

if TYPE_CHECKING:
    from evidence_commons.render.sheet import Sheet


def example(sheet: "Sheet", study: CaseStudy, tag: str = "h3") -> Markup:
    """An example with its title in a heading, what kind of thing it is, and what it claims."""
    same = sheet.site.once(_examples)
    if study.id not in same:
        same[study.id] = _body(sheet, study)
    return Markup(  # noqa: S704 - escaped, as in the parts below
        f'<li class="ec-card">\n  <{tag} class="ec-card__title">{_link(sheet, study)}</{tag}>\n'
        f"{same[study.id]}"
    )


def _examples(_: Catalogue) -> dict[str, str]:
    """What cards show of each example under its title: the same on all pages."""
    return {}


def _body(sheet: "Sheet", study: CaseStudy) -> str:
    return f"""  <p class="ec-card__kind">{kind(sheet, study)}</p>
  <p>{shown(study.summary)}</p>
  <p class="ec-card__marks">
{_places(study)}{_claims(sheet, study)}  </p>
  <p class="ec-takes">{marks.compare(study.id, study.title)} {_collect(study)}</p>
</li>
"""


def kind(sheet: "Sheet", study: CaseStudy) -> Markup:
    """What an example is an example of, and how it stands."""
    what = f"{shown(sheet.label('example-kinds', study.example_of))} · " if study.example_of else ""
    known = study.status != "not-known"
    status = shown(sheet.label("statuses", study.status)) if known else "Status not known"
    return Markup(what + status)  # noqa: S704


def claim(sheet: "Sheet", one: Weighed, with_direction: bool = False) -> Markup:
    """A claim, with a link to where its example tells all about it."""
    same = sheet.site.once(_of_claims)
    key = (one.study.id, one.claim.id, with_direction)
    if key not in same:
        same[key] = _parts(sheet, one, with_direction)
    before, after = same[key]
    return Markup(f"{before}{shown(sheet.to(one.study))}{after}")  # noqa: S704


def _of_claims(_: Catalogue) -> dict[tuple[str, str, bool], tuple[str, str]]:
    """What lists show of each claim before and behind the way to its example."""
    return {}


def _parts(sheet: "Sheet", one: Weighed, with_direction: bool) -> tuple[str, str]:
    made = one.claim
    going = f"{marks.direction(sheet, made.direction)} " if with_direction else ""
    collect = marks.collect(f"claim:{one.study.id}/{made.id}", made.text)
    return (
        f'<li><p>{shown(made.text)}</p>\n<p class="ec-list__marks"><a href="',
        f'#claim-{shown(made.id)}">{shown(one.study.title)}</a> {going}'
        f"{marks.pips(one.strength.level)} {collect}</p></li>\n",
    )


def _link(sheet: "Sheet", study: CaseStudy) -> str:
    return f'<a href="{shown(sheet.to(study))}">{shown(study.title)}</a>'


def _places(study: CaseStudy) -> str:
    if not study.places:
        return '<span class="ec-quiet">Place not known</span>'
    return f'<span class="ec-place">{shown(", ".join(one.name for one in study.places))}</span>'


def _claims(sheet: "Sheet", study: CaseStudy) -> str:
    count = len(study.claims)
    if not count:
        return '<span class="ec-quiet">No claims yet</span>'
    catalogue = sheet.site.catalogue
    best = max(catalogue.strength(one, study).level for one in study.claims)
    words = f"{count} claim{'s' if count != 1 else ''}"
    return f'<span class="ec-nowrap">{words}</span> {marks.pips(best)}'


def _collect(study: CaseStudy) -> Markup:
    return marks.collect(f"example:{study.id}", study.title)
