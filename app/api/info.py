"""What the API says of itself, as the national profile asks."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app import __version__
from app.api.responses import responses
from app.language.i18n import N_
from app.schemas.filing import ApiInfo
from app.web.answers import json_answer, origin

router = APIRouter(tags=["api-info"])

# The day when the version in force was released; set with the version.
RELEASED = dt.date(2026, 11, 23)


@router.get(
    "/api-info",
    operation_id="get_api_info",
    summary=N_("Om API:et"),
    responses=responses(ApiInfo, "Name, version, status and where the documentation is.", 304),
)
def get_api_info(request: Request) -> Response:
    """Name, version and status of this API."""
    info = {
        "api_name": "Diarium",
        "api_version": __version__,
        "api_released": RELEASED,
        "api_documentation": f"{origin(request)}/api/v1/openapi.json",
        "api_status": "beta",
    }
    return json_answer(request, info)
