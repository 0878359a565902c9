"""Where a place is on the map, and what the point stands for."""

from dataclasses import dataclass
from decimal import Decimal

from evidence_commons.model.gss import area
from evidence_commons.model.text import Number

CENTRE = "centre of the council's area"
"""What a point stands for that nobody typed."""


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east, and whether they follow from the place's code."""

    latitude: Decimal
    longitude: Decimal
    derived: bool

    @property
    def words(self) -> str:
        """The two as maps are asked for them: ``51.46, -2.60``."""
        return f"{self.latitude}, {self.longitude}"


def point_of(latitude: Number | None, longitude: Number | None, gss: str | None) -> Point | None:
    """What was typed, if both were; else the centre of the council's area that the code is for."""
    if latitude is not None and longitude is not None:
        return Point(latitude.value, longitude.value, derived=False)
    known = area(gss) if gss else None
    if not known or known.latitude is None or known.longitude is None:
        return None
    return Point(known.latitude, known.longitude, derived=True)
