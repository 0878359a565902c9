"""Which nation a place is in, and whether its coordinates can be right.

Nation codes are ONS's (the first letter of a GSS code). The boxes are the outermost mainland
and island points of each nation, rounded outwards to a tenth of a degree: common knowledge of
any atlas, enough to find coordinates that were swapped or lost their minus sign.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation of the UK, with the box around it in degrees (WGS 84)."""

    name: str
    south: float
    north: float
    west: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point is inside the box."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


NATIONS = {
    "E": Nation("England", 49.8, 55.9, -6.5, 1.8),
    "W": Nation("Wales", 51.3, 53.5, -5.7, -2.6),
    "S": Nation("Scotland", 54.6, 60.9, -13.8, -0.7),
    "N": Nation("Northern Ireland", 54.0, 55.4, -8.2, -5.4),
    "K": Nation("the United Kingdom", 49.8, 60.9, -13.8, 1.8),
}


def nation_of(gss: str | None) -> Nation | None:
    """The nation of a GSS code, or None if the code begins with no nation's letter."""
    return NATIONS.get(gss[:1]) if gss else None
