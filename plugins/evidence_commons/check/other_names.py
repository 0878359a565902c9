"""What other forms, other languages and other tools call our fields."""

from collections.abc import Iterable

from evidence_commons.check.hidden import HIDDEN
from evidence_commons.check.lookalikes import in_plain_letters
from evidence_commons.check.nearest import nearest

_OTHERS = {
    "body": "content details story text inhalt texte texto",
    "challenges": "barriers difficulties problems",
    "ended": "end_date finished",
    "ended_because": "reason_ended why_ended",
    "funding": "funders funded_by grants grant",
    "id": "slug identifier key",
    "key": "citation citekey ref reference source work",
    "latitude": "lat",
    "lessons": "learnings lessons_learned lessons_learnt takeaways",
    "locator": "page pages pp section",
    "longitude": "lng lon long",
    "name": "title label",
    "organisations": "organisation organizations partners orgs",
    "places": "location locations where geography orte lieux lugares",
    "questions": "policy_questions",
    "reason": "because why",
    "references": "bibliography further_reading",
    "scope": "scale",
    "started": "date founded launched since start start_date year fecha_inicio beginn",
    "status": "stage state",
    "summary": "abstract description intro resume resumen zusammenfassung crynodeb",
    "technologies": "tech tech_stack technology tools",
    "text": "claim statement",
    "themes": "categories category keywords tags topic topics",
    "title": "name heading titel titre titulo teitl",
    "url": "homepage link site web web_address webpage website",
}
_MEANT = {(other, ours) for ours, others in _OTHERS.items() for other in others.split()}


def meant_field(key: str, free: Iterable[str]) -> str:
    """The field that was meant by a name that we do not know, or "" if nobody can say."""
    fields = sorted(free)
    return nearest(key, fields) or other_name(key, fields)


def other_name(key: str, free: Iterable[str]) -> str:
    """The field that others call so, or ""."""
    plain = in_plain_letters(HIDDEN.sub("", key)).casefold().replace(" ", "_").replace("-", "_")
    return next((ours for ours in sorted(free) if (plain, ours) in _MEANT), "")
