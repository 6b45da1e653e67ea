"""A §'s number, title and case number, in the forms and places that towns give them."""

from __future__ import annotations

from collections.abc import Callable

from tests.styles.facts import Matter
from tests.styles.page import Cell, Row, para
from tests.styles.style import Feature, Style
from tests.styles.words import organ_of

CASE: Feature[Callable[[str, int], str]] = Feature(
    "case number",
    {
        "KS-2025-00041": lambda code, n: f"{code}-2025-{n:05}",
        "KS/2025:41": lambda code, n: f"{code}/2025:{n}",
        "KS 2025/41": lambda code, n: f"{code} 2025/{n}",
        "2025/41": lambda code, n: f"2025/{n}",
        "Ks 41/2025": lambda code, n: f"{code.title()} {n}/2025",
        "00041/2025": lambda code, n: f"{n:05}/2025",
        "0041/25": lambda code, n: f"{n:04}/25",
        "2025-000041": lambda code, n: f"2025-{n:06}",
        "KS/2025.41": lambda code, n: f"{code}/2025.{n}",
        "2025/KS 0041": lambda code, n: f"2025/{code} {n:04}",
        "2025-KS0041": lambda code, n: f"2025-{code}{n:04}",
        "KS2025/41": lambda code, n: f"{code}2025/{n}",
        "KS 2025.0041": lambda code, n: f"{code} 2025.{n:04}",
    },
    ("case_numbers", "titles"),
)
LABEL = Feature(
    "case label",
    {
        "Dnr": "Dnr ",
        "Dnr:": "Dnr: ",
        "Dnr.": "Dnr. ",
        "Diarienummer": "Diarienummer ",
        "Ärendenummer": "Ärendenummer ",
        "Diarienr": "Diarienr ",
        "Ärendenr:": "Ärendenr: ",
        "none": "",
    },
    ("case_numbers", "titles"),
)


def case_of(style: Style, matter: Matter) -> str | None:
    """The case number as printed, without its label."""
    return CASE.of(style)(organ_of(style).code, matter.case) if matter.case else None


TITLE_SCALE = Feature("title size", {"as text": 1.0, "larger": 1.2}, ("titles", "item_numbers"))
HEAD_DRESS = Feature("§ dress", {"bold": True, "plain": False}, ("titles", "item_numbers", "case_numbers"))
ITEM_BREAK = Feature("§ break", {"none": 1.5, "page": 0.0, "close": 0.7})
MARK: Feature[Callable[[str, int], str]] = Feature(
    "§ mark",
    {
        "§ 31": lambda code, n: f"§ {n}",
        "§31": lambda code, n: f"§{n}",
        "KS § 31": lambda code, n: f"{code} § {n}",
        "Ks § 31": lambda code, n: f"{code.title()} § {n}",
        "§ 31/25": lambda code, n: f"§ {n}/25",
        "§ 31/2025": lambda code, n: f"§ {n}/2025",
    },
    ("item_numbers", "titles"),
)


def numbers_of(style: Style, matter: Matter) -> list[str]:
    """What a §'s number may be read as: with its year, where one is printed, or without."""
    printed = MARK.of(style)("", matter.number).rpartition("§")[2].strip()
    return list(dict.fromkeys([printed, str(matter.number)]))


def _rows(style: Style, *lines: tuple[tuple[float, str], ...]) -> list[Row]:
    bold, scale = HEAD_DRESS.of(style), TITLE_SCALE.of(style)
    rows = [Row(tuple(Cell(x, text, bold, scale) for x, text in line if text), 0.2, keep=True) for line in lines]
    before = ITEM_BREAK.of(style)
    return [Row(rows[0].cells, before, keep=True, new_page=not before), *rows[1:]]


Head = Callable[[Style, str, str, str], list[Row]]  # of mark, title and labelled case number


def _one_line(style: Style, mark: str, title: str, case: str) -> list[Row]:
    rows = _rows(style, ((0, mark), (72, title)))
    return [*rows, para(case, before=0.2)] if case else rows


def _close(style: Style, mark: str, title: str, case: str) -> list[Row]:
    rows = _rows(style, ((0, f"{mark} {title}"),))
    return [*rows, para(case, before=0.2)] if case else rows


def _stacked(style: Style, mark: str, title: str, case: str) -> list[Row]:
    rows = _rows(style, ((0, mark),), ((0, title),))
    return [*rows, para(case, before=0.2)] if case else rows


def _case_beside(style: Style, mark: str, title: str, case: str) -> list[Row]:
    return _rows(style, ((0, mark), (300, case)), ((0, title),))


def _case_close(style: Style, mark: str, title: str, case: str) -> list[Row]:
    return _rows(style, ((0, f"{mark} {case}".strip()),), ((0, title),))


def _title_first(style: Style, mark: str, title: str, case: str) -> list[Row]:
    number = case.split(" ", 1)[-1] if case.startswith(tuple(LABEL.forms)) else case
    return _rows(style, ((0, title),), ((0, f"{mark}, {number}" if number else mark),))


def _case_first(style: Style, mark: str, title: str, case: str) -> list[Row]:
    return (
        _rows(style, ((0, mark), (300, case)))
        + _rows(style, ((0, title),))[:0]
        + [Row((Cell(0, title, HEAD_DRESS.of(style), TITLE_SCALE.of(style)),), 0.6, keep=True)]
    )


def _bracketed(style: Style, mark: str, title: str, case: str) -> list[Row]:
    number = case.removeprefix(LABEL.of(style))
    return _rows(style, ((0, mark), (72, f"{title} ({number})" if number else title)))


def _three_columns(style: Style, mark: str, title: str, case: str) -> list[Row]:
    return _rows(style, ((0, mark), (72, title), (330, case)))


def _narrow_columns(style: Style, mark: str, title: str, case: str) -> list[Row]:
    return _rows(style, ((0, mark), (60, title), (250, case)))


HEAD: Feature[Head] = Feature(
    "§ head",
    {
        "number, title; case beneath": _one_line,
        "number and title close; case beneath": _close,
        "number; title; case": _stacked,
        "number, case beside; title": _case_beside,
        "number, case close; title": _case_close,
        "number, case beside; gap; title": _case_first,
        "title; number, case": _title_first,
        "number, title (case)": _bracketed,
        "number, title, case": _three_columns,
        "number, title, case; narrow columns": _narrow_columns,
    },
    ("item_numbers", "titles", "case_numbers"),
)


def head(style: Style, matter: Matter) -> list[Row]:
    """The rows that a § begins with."""
    case = case_of(style, matter)
    return HEAD.of(style)(
        style,
        MARK.of(style)(organ_of(style).code, matter.number),
        matter.title,
        f"{LABEL.of(style)}{case}" if case else "",
    )
