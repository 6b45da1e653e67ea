"""Nested rows as columns, and cells that no spreadsheet reckons out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.exports.cells import safe_text
from app.exports.columns import columns_of, under
from app.exports.csv import csv_lines
from app.exports.jsonl import jsonl
from app.schemas import Shape
from app.schemas.lists import LISTED


class _Who(Shape):
    name: str
    party: str | None


class _Where(Shape):
    page: str
    on: list[_Who]


class _Row(Shape):
    day: dt.date | None
    id: str
    n: int | None
    flag: bool
    where: _Where | None
    parties: list[str]
    who: list[_Who]
    places: list[_Where]
    new: Any


_FULL = {
    "day": dt.date(2025, 11, 5),
    "id": "a",
    "n": -3,
    "flag": True,
    "where": {"page": "/arenden/x", "on": [{"name": "Bo", "party": None}]},
    "parties": ["S", "V"],
    "who": [{"name": "Elsa", "party": "C"}, {"name": "Bo", "party": None}],
    "places": [{"page": "/arenden/x", "on": []}],
    "new": {"a": 1},
}
_EMPTY = {**dict.fromkeys(_FULL), "id": "b", "flag": False, "parties": [], "who": [], "places": []}


def table(*rows: dict[str, Any], excel: bool = False) -> list[str]:
    return b"".join(csv_lines(rows, columns_of(_Row), excel=excel)).decode().splitlines()


def test_objects_are_columns_and_plain_lists_are_cells() -> None:
    assert table(_FULL, _EMPTY) == [
        "id,day,n,flag,where.page,where.on.name,where.on.party,parties,who.name,who.party,places,new",
        'a,2025-11-05,-3,true,/arenden/x,Bo,,S; V,Elsa; Bo,C; ,"[{""page"":""/arenden/x"",""on"":[]}]","{""a"":1}"',
        "b,,,false,,,,,,,,",
    ]


def test_excel_gets_a_mark_and_semicolons_and_the_same_cells() -> None:
    lines = table(_EMPTY, excel=True)
    assert lines[0].startswith("\ufeffid;day;n;flag")
    assert lines[1] == "b;;;false;;;;;;;;"


def test_keys_are_chosen_and_left_out_at_any_depth() -> None:
    assert [column.name for column in columns_of(_Row, {"id", "where"}, {"on"})] == ["id", "where.page"]


def test_addresses_lie_under_the_path_of_the_installation() -> None:
    (page,) = (under("/diarium", one) for one in columns_of(_Row) if one.name == "where.page")
    assert page.value(_FULL) == "/diarium/arenden/x"
    assert b'"page":"/diarium/arenden/x"' in b"".join(jsonl([_FULL], "/diarium"))


@pytest.mark.parametrize("name", LISTED)
def test_no_two_columns_of_a_list_have_one_name(name: str) -> None:
    names = [column.name for column in columns_of(LISTED[name])]
    assert len(names) == len(set(names)) and names[0] == "id"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =HYPERLINK(0)", "'  =HYPERLINK(0)"),
        ("\u00a0@a", "' @a"),
        ("＝1+1", "'＝1+1"),
        ("－1", "'－1"),
        ("\tcmd", " cmd"),
        ("\r=1", "' =1"),
        ("\n=1", "'\n=1"),
        ("+46", "'+46"),
        ("\u200b=1", "\ufffd=1"),
        ("§ 12\nAtt bifalla", "§ 12\nAtt bifalla"),
        ("a=b", "a=b"),
        ("\x1b[2J", "\ufffd[2J"),
        ("", ""),
    ],
)
def test_nothing_in_a_cell_is_reckoned_out(text: str, cell: str) -> None:
    assert safe_text(text) == cell
