"""Makes src/matukio/web/outlines.tsv, the outlines of countries for the map of relations.

    pip download --no-deps geopandas==0.14.4; unzip geopandas-0.14.4-*.whl; pip install pyshp
    python -m scripts.outlines geopandas/datasets/naturalearth_lowres/naturalearth_lowres

They are Natural Earth's (1:110 million, public domain), as GeoPandas 0.14 (BSD licence) had them, in tenths of degrees.
"""

from __future__ import annotations

import sys
from itertools import pairwise

from scripts.generated import ROOT

OUT = ROOT / "src" / "matukio" / "web" / "outlines.tsv"
# Natural Earth gives it no code; the project's own table does.
CODES = {"Kosovo": "XKX"}


def main() -> int:
    import shapefile

    rows = []
    for found in shapefile.Reader(sys.argv[1]).iterShapeRecords():
        code = CODES.get(found.record["name"], found.record["iso_a3"])
        borders = [*found.shape.parts, len(found.shape.points)]
        polygons: list[str] = []
        for start, end in pairwise(borders):
            points = found.shape.points[start:end]
            ring = _ring(points)
            # What runs the other way round is a hole in the polygon before it: Lesotho in South Africa.
            if ring and polygons and _area(points) > 0:
                polygons[-1] += f";{ring}"
            elif ring:
                polygons.append(ring)
        rows.append(f"{code}\t{'|'.join(polygons)}")
    OUT.write_text("\n".join(["code\tpolygons", *sorted(rows)]) + "\n", encoding="utf-8", newline="\n")
    return 0


def _ring(points: list[tuple[float, float]]) -> str:
    """«33.9,-1.0 34.1,0.1 …», the same point never twice in a row; empty for what is too small to be an area."""
    rounded = [f"{round(lon, 1):g},{round(lat, 1):g}" for lon, lat in points]
    kept = [point for before, point in zip(["", *rounded], rounded, strict=False) if point != before]
    return " ".join(kept) if len(kept) > 3 else ""


def _area(points: list[tuple[float, float]]) -> float:
    """Twice the area, below 0 for what runs clockwise, as the outside of a polygon does here."""
    return sum(x * v - u * y for (x, y), (u, v) in pairwise(points))


if __name__ == "__main__":
    sys.exit(main())
