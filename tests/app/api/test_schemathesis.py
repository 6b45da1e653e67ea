"""The API against its own description: questions made up by Schemathesis, in process, every check on every answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import Case, GenerationMode, openapi
from starlette.testclient import TestClient

from app.errors import BadParameter
from app.main import create_app
from app.settings import Settings
from app.today import today
from app.web.boxes import read_box
from tests.app.served import installed
from tests.thorough import tried

# With --thorough enough to meet every parameter of an operation, an id alone takes few; else what lists have in common is met
# in one or the other of them.
_FEW, _FOR_EACH_PARAMETER, _MOST = tried(1, 2), tried(1, 2), tried(5, 15)
# What no wrong question can be put to: no parameter but an id, which may be any text.
_NOTHING_WRONG = {"get_document_file", "get_api_info", "get_checkpoints"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    folder: Path = tmp_path_factory.mktemp("schemathesis")
    with installed(folder, f"sqlite:///{folder / 'desk.db'}") as using:
        yield using


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_as_described_whatever_is_asked(served: Settings, mode: GenerationMode) -> None:
    app = create_app(served)
    asked = 0
    with TestClient(app, follow_redirects=False):
        described = openapi.from_asgi("/api/v1/openapi.json", app)
        name_who_is_here(described.raw_schema)
        for found in described.get_all_operations():
            operation = found.ok()
            name = operation.definition.raw["operationId"]
            parameters = len(operation.definition.raw.get("parameters", ()))
            if mode is GenerationMode.NEGATIVE and name in _NOTHING_WRONG:
                continue

            @settings(
                max_examples=min(_FEW + _FOR_EACH_PARAMETER * parameters, _MOST),
                deadline=None,
                database=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.explicit, Phase.generate],
            )
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: Case) -> None:
                assume(_can_be_meant(case))
                case.call_and_validate(timeout=None)  # a busy machine answers late, and not wrongly

            ask()
            asked += 1
    assert asked > 30


def name_who_is_here(described: dict[str, Any]) -> None:
    """Let who and what is named in a question be of those that are here: else two of three questions are made up in vain. Ids
    of what is here are asked for elsewhere."""
    for operations in described["paths"].values():
        asked = operations.get("get", {})
        if "parameters" in asked:
            asked["parameters"] = [
                one for one in asked["parameters"] if one["name"] not in _IDS or one["in"] != "query"
            ]
        for parameter in asked.get("parameters", ()):
            if parameter["in"] == "query" and parameter["name"] in _HERE:
                parameter["schema"] |= {"enum": sorted(_HERE[parameter["name"]])}


def _can_be_meant(case: Case) -> bool:
    """What OpenAPI cannot say: a walk takes no order and no offset, words are sought in what is here today alone, a box has two
    corners in their places, nothing is known of a day to come, and who is named has to be here."""
    query = case.query or {}
    if any(name in query and str(query[name]) not in here for name, here in _HERE.items()):
        return False
    if "cursor" in query and {"sort", "offset"} & set(query):
        return False
    if "as_of" in query and "q" in query:
        return False
    if _is_to_come(str(query.get("as_of", ""))):
        return False
    try:
        read_box(str(query["box"]) if "box" in query else None, "box")
    except BadParameter:
        return False
    return True


_IDS = {"item", "meeting"}
_HERE = {
    "case": {"KS-2025-00042"},
    "municipality": {"alnsjo"},
    "body": {"kommunstyrelsen", "kommunfullmaktige"},
    "lies_with": {"kommunfullmaktige"},
    "party": {"C"},
    "parties": {"C"},
    "parties_moved": {"C"},
    "parties_reserved": {"C"},
    "people": {"Elsa Brandfors"},
    "person": {"Elsa Brandfors"},
    "name": {"Elsa Brandfors"},
}


def _is_to_come(said: str) -> bool:
    try:
        return dt.date.fromisoformat(said) > today()
    except ValueError:
        return False
