"""The chain as a picture: where each station stands, and how the lines between them run.

A column for each step, a lane for each body, the council at the top: the matter climbs. All numbers are pixels of the
drawing, origin top left; `templates/chain.svg.html` draws what is worked out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from app.language.codes import kind_word, outcome_word
from app.language.i18n import gettext as _
from app.language.i18n import ngettext
from app.language.numbers import number_text
from app.register.bodies import body_rank
from app.schemas.rows import StepRow
from importers.bundle import DocumentKind

Point = tuple[float, float]

COLUMN = 122
LANE = 108
_ROOMY = 126  # a lane where a line runs below a station, with its days between them
RADIUS = 15
_LEFT = 68
_DEPTH = 44  # from the top of a lane to the middle of its stations
_BELOW = 76  # from the middle of a station to the line that runs below its words
_TURN = 10  # radius of a corner
_HEAD = 5  # an arrow's head
# Of the page: the widths of windows that the style sheet knows, and how much of one the text has.
_LETTER = 7.2  # of a lane's name
_WINDOWS = (48, 64, 80)
_PAGE, _MARGINS = 76 * 16, 84


@dataclass(frozen=True, slots=True)
class Station:
    step: StepRow
    x: int
    y: int
    shape: str
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """From one station to the next: an SVG path, and how many days it took, with the place to write it."""

    path: str
    dashed: bool
    days: str | None
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    top: int


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    lane: int
    lanes: list[Lane]
    stations: list[Station]
    lines: list[Line]

    @property
    def whole_at(self) -> int:
        """The width of a window, in rem of 16 pixels, from which the page shows the picture whole; 0 where none does."""
        return next((rem for rem in _WINDOWS if self.width <= min(rem * 16, _PAGE) - _MARGINS), 0)


def draw(steps: list[StepRow]) -> Drawing:
    """The drawing of a chain whose steps are in order."""
    names = _lane_names(steps)
    stations = _stations(steps, names, LANE)
    runs = _runs(stations)
    lane = _ROOMY if any(_winds(before, station, stations) for before, station in runs) else LANE
    if lane != LANE:
        stations = _stations(steps, names, lane)
        runs = _runs(stations)
    lines = [_line(before, station, stations) for before, station in runs]
    named = 24 + round(_LETTER * max(map(len, names), default=0))
    width = max(2 * _LEFT + max(0, len(steps) - 1) * COLUMN, named)
    return Drawing(
        width, len(names) * lane, lane, [Lane(name, n * lane) for n, name in enumerate(names)], stations, lines
    )


def _stations(steps: list[StepRow], names: list[str], lane: int) -> list[Station]:
    """Each step's place where a lane is so high."""
    waits = any(step["state"] == "awaited" for step in steps)
    return [
        Station(
            step,
            _LEFT + n * COLUMN,
            names.index(_lane(step)) * lane + _DEPTH,
            _shape(step, waits),
            _name(step),
            _says(step),
        )
        for n, step in enumerate(steps)
    ]


def _runs(stations: list[Station]) -> list[tuple[Station, Station]]:
    """From which station to which a line runs."""
    at = {station.step["id"]: station for station in stations}
    return [(at[before], station) for station in stations for before in station.step["follows"] if before in at]


def _lane(step: StepRow) -> str:
    body = step["body"]["name"] if step["body"] else None
    return body or step["for_body"] or _("Organet framgår inte")


def _lane_names(steps: list[StepRow]) -> list[str]:
    """The bodies, the highest first; of two alike the one that speaks later, so that lines climb."""
    last = {_lane(step): n for n, step in enumerate(steps)}
    return sorted(last, key=lambda name: (-body_rank(name), -last[name]))


def _shape(step: StepRow, waits: bool) -> str:
    """What a station looks like: `decides`, `proposes`, `paper`; `missing` and `awaited` are dashed.

    Nothing looks like the decision while the matter waits for the body that takes it.
    """
    if step["state"] == "awaited":
        return "awaited"
    if step["state"] == "not_in_register":
        return "missing"
    if step["kind"] != "item":
        return "paper"
    return "decides" if step["mode"] == "decides" and step["outcome"] and not waits else "proposes"


def _name(step: StepRow) -> str:
    """The shortest name: the lane says whose it is."""
    number = step["item_number"] or (step["item"]["number"] if step["item"] else None)
    names = {"motion": _("Motion"), "raised": _("Väckt"), "received": _("Inkommen"), "awaited": _("Beslut väntas")}
    if step["kind"] == "item":
        return f"§ {number}" if number else _("Sammanträde")
    return names.get(step["kind"]) or _paper(step)


def _paper(step: StepRow) -> str:
    kind = step["document_kind"] or (step["document"]["kind"] if step["document"] else None)
    word = kind_word(kind) if kind in set(DocumentKind) else _("handling")
    return word[:1].upper() + word[1:]


def _says(step: StepRow) -> str:
    if step["state"] == "awaited":
        return ""
    if step["state"] == "not_in_register":
        return _("finns inte i registret")
    if step["outcome"] and step["mode"] == "proposes":
        return _("förslag: {outcome}").format(outcome=outcome_word(step["outcome"]))
    return outcome_word(step["outcome"]) if step["outcome"] else ""


def _line(start: Station, end: Station, stations: list[Station]) -> Line:
    dashed = not {"missing", "awaited"}.isdisjoint((start.shape, end.shape))
    points = _route(start, end, stations)
    return Line(_rounded(points), dashed, _days(start.step, end.step), *_label(points))


def _route(start: Station, end: Station, stations: list[Station]) -> list[Point]:
    """The corners of a line that runs through no other station: along its own lane, else between two lanes."""
    left, right = (start.x + RADIUS, start.y), (end.x - RADIUS - _HEAD, end.y)
    early, late = start.x + COLUMN / 2, end.x - COLUMN / 2
    if start.y == end.y and _free(start.y, start, end, stations):
        return [left, right]
    if start.y != end.y and _free(end.y, start, end, stations):
        return [left, (early, start.y), (early, end.y), right]
    if start.y != end.y and _free(start.y, start, end, stations):
        return [left, (late, start.y), (late, end.y), right]
    track = min(start.y, end.y) + _BELOW
    return [left, (early, start.y), (early, track), (late, track), (late, end.y), right]


def _winds(start: Station, end: Station, stations: list[Station]) -> bool:
    """Whether stations stand in the way along both their lanes."""
    return not _free(start.y, start, end, stations) and not _free(end.y, start, end, stations)


def _free(y: float, start: Station, end: Station, stations: list[Station]) -> bool:
    return not any(station.y == y and start.x < station.x < end.x for station in stations)


def _rounded(points: list[Point]) -> str:
    """An SVG path through the points, its corners rounded."""
    path = f"M{_at(points[0])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path += f"L{_at(_towards(corner, before))}Q{_at(corner)} {_at(_towards(corner, after))}"
    return f"{path}L{_at(points[-1])}"


def _towards(corner: Point, other: Point) -> Point:
    """The point a corner's radius away from it, or half the way where that is shorter."""
    (x, y), (to_x, to_y) = corner, other
    length = abs(to_x - x) + abs(to_y - y)
    share = min(_TURN, length / 2) / length if length else 0
    return x + (to_x - x) * share, y + (to_y - y) * share


def _at(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"


def _label(points: list[Point]) -> tuple[float, float, str]:
    """Where the days are written, clear of the stations' own words: above a level stretch, left of one that climbs,
    right of one that goes down.
    """
    (x0, y0), (x1, y1) = points[len(points) // 2 - 1 : len(points) // 2 + 1]
    if y0 == y1:
        return (x0 + x1) / 2, y0 - 7, "middle"
    y = (y0 + y1) / 2 + 4
    return (x0 - 7, y, "end") if y1 < y0 else (x0 + 7, y, "start")


def gaps(steps: list[StepRow]) -> dict[str, str]:
    """For each step how long it took from the one that it follows: `114 dagar efter steg 2`."""
    by_id = {step["id"]: step for step in steps}
    found = {}
    for step in steps:
        before = sorted((by_id[other] for other in step["follows"] if other in by_id), key=itemgetter("n"))
        distances = [(_days(other, step), other["n"]) for other in before]
        parts = [_("{days} efter steg {n}").format(days=days, n=n) for days, n in distances if days]
        if parts:
            found[step["id"]] = ", ".join(parts)
    return found


def _days(start: StepRow, end: StepRow) -> str | None:
    """How long it took from one to the other: `35 dagar`."""
    if start["date"] is None or end["date"] is None:
        return None
    days = (end["date"] - start["date"]).days
    return ngettext("{n} dag", "{n} dagar", days).format(n=number_text(days)) if days else _("samma dag")
