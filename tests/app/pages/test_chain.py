"""The chain's drawing: the matter climbs from left to right, and no line runs through a station that is not its own."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest

from app.pages.chain import COLUMN, LANE, RADIUS, Drawing, draw, gaps
from app.schemas.rows import StepRow

START = dt.date(2025, 1, 27)


def step(
    n: int, body: str | None, *follows: int, kind: str = "item", state: str = "past", mode: str = "proposes"
) -> StepRow:
    return StepRow(
        id=f"s{n}",
        n=n,
        kind=kind,
        state=state,
        date=START + dt.timedelta(days=10 * n) if state != "awaited" else None,
        body={"id": None, "name": body} if body else None,
        mode=mode if kind == "item" else None,
        outcome="besvara" if kind == "item" else None,
        item=None,
        item_number=str(n) if kind == "item" else None,
        document=None,
        document_kind="tjansteskrivelse" if kind == "document" else None,
        document_number=None,
        for_body=None,
        sources=[],
        follows=[f"s{before}" for before in follows],
    )


STRAIGHT = [
    step(1, "Kommunfullmäktige", kind="motion"),
    step(2, "Kommunfullmäktige", 1, kind="raised", state="not_in_register"),
    step(3, "Skolnämnden", 2),
    step(4, "Kommunstyrelsens arbetsutskott", 3),
    step(5, "Kommunstyrelsen", 4),
    step(6, "Kommunfullmäktige", 5, kind="awaited", state="awaited"),
]
# two nämnder answer side by side, and the board hears both
PARALLEL = [
    step(1, "Kommunfullmäktige", kind="raised"),
    step(2, "Skolnämnden", 1),
    step(3, "Socialnämnden", 1),
    step(4, "Skolnämnden", 2),
    step(5, "Kommunstyrelsen", 3, 4),
    step(6, "Kommunfullmäktige", 5, mode="decides"),
]
# the council sends it back, and what went before is followed across what came between
RETURNED = [
    step(1, "Kommunstyrelsen"),
    step(2, "Kommunfullmäktige", 1, mode="decides"),
    step(3, "Kommunstyrelsen", 2),
    step(4, "Kommunstyrelsen", 1),
    step(5, "Kommunfullmäktige", 2, 3, 4, mode="decides"),
]
# what came between lies in the same lane, with words of its own
BETWEEN = [
    step(1, "Kommunstyrelsen", kind="document"),
    step(2, "Kommunstyrelsen", state="not_in_register"),
    step(3, "Kommunstyrelsen", 1, 2),
]
CHAINS = {
    "straight": STRAIGHT,
    "parallel": PARALLEL,
    "returned": RETURNED,
    "between": BETWEEN,
    "one step": STRAIGHT[:1],
}


def corners(path: str) -> list[tuple[float, float]]:
    """The points of a path of M, L and Q."""
    assert re.fullmatch(r"M[\d. ]+([LQ][\d. ]+)*", path)
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def crossed(drawing: Drawing) -> list[tuple[str, int]]:
    """The stations that a line runs through without beginning or ending there."""
    found = []
    for line in drawing.lines:
        points = corners(line.path)
        own = {points[0][0] - RADIUS, points[-1][0]}
        for station in drawing.stations:
            ends = any(abs(station.x - x) <= RADIUS + 6 for x in own)
            for (x0, y0), (x1, y1) in itertools.pairwise(points):
                near_x = min(x0, x1) < station.x + RADIUS and max(x0, x1) > station.x - RADIUS
                near_y = min(y0, y1) < station.y + RADIUS and max(y0, y1) > station.y - RADIUS
                if near_x and near_y and not ends:
                    found.append((line.path, station.step["n"]))
    return found


@pytest.mark.parametrize("steps", CHAINS.values(), ids=CHAINS)
def test_lines_run_clear_of_other_stations(steps: list[StepRow]) -> None:
    drawing = draw(steps)
    assert len(drawing.lines) == sum(len(s["follows"]) for s in steps)
    assert crossed(drawing) == []


@pytest.mark.parametrize("steps", CHAINS.values(), ids=CHAINS)
def test_everything_lies_within_the_drawing(steps: list[StepRow]) -> None:
    drawing = draw(steps)
    points = [point for line in drawing.lines for point in corners(line.path)]
    points += [(station.x, station.y + RADIUS) for station in drawing.stations]
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points)


@pytest.mark.parametrize("steps", CHAINS.values(), ids=CHAINS)
def test_days_are_written_clear_of_the_words_below_a_station(steps: list[StepRow]) -> None:
    drawing = draw(steps)
    written = [line for line in drawing.lines if line.days and line.anchor == "middle"]
    for line, station in itertools.product(written, drawing.stations):
        beside = abs(line.x - station.x) > COLUMN / 4
        assert beside or not station.y + RADIUS < line.y - 8 < station.y + 60, (line.days, station.step["n"])


def test_the_council_is_at_the_top_and_each_body_has_one_lane() -> None:
    drawing = draw(STRAIGHT)
    assert [lane.name for lane in drawing.lanes] == [
        "Kommunfullmäktige",
        "Kommunstyrelsen",
        "Kommunstyrelsens arbetsutskott",
        "Skolnämnden",
    ]
    assert drawing.height == 4 * LANE
    assert [station.x for station in drawing.stations] == [drawing.stations[0].x + n * COLUMN for n in range(6)]


def test_what_is_missing_or_awaited_is_dashed_and_a_proposal_is_no_decision() -> None:
    drawing = draw(STRAIGHT)
    assert [station.shape for station in drawing.stations] == [
        "paper",
        "missing",
        "proposes",
        "proposes",
        "proposes",
        "awaited",
    ]
    assert [line.dashed for line in drawing.lines] == [True, True, False, False, True]
    assert [station.shape for station in draw(PARALLEL).stations][-1] == "decides"


def test_nothing_looks_like_the_decision_while_it_is_awaited() -> None:
    waiting = [*PARALLEL, step(7, "Kommunfullmäktige", 6, kind="awaited", state="awaited")]
    assert {station.shape for station in draw(waiting).stations} == {"paper", "proposes", "awaited"}


def test_days_are_told_between_dates_and_nowhere_else() -> None:
    assert [line.days for line in draw(STRAIGHT).lines] == ["10 dagar"] * 4 + [None]
    assert gaps(PARALLEL)["s5"] == "20 dagar efter steg 3, 10 dagar efter steg 4"
    assert "s6" not in gaps(STRAIGHT)


def test_a_step_of_no_known_body_has_a_lane_that_says_so() -> None:
    assert [lane.name for lane in draw([step(1, None, kind="document")]).lanes] == ["Organet framgår inte"]


def test_a_station_that_proposes_says_a_proposal_and_one_that_decides_its_decision() -> None:
    drawing = draw([step(1, "Kommunstyrelsen"), step(2, "Kommunfullmäktige", 1, mode="decides")])
    assert [station.says for station in drawing.stations] == ["förslag: besvarad", "besvarad"]
