"""The journal's checkpoints, for whoever keeps them elsewhere and holds later ones against them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.api.responses import responses
from app.language.i18n import N_
from app.queries.checkpoints import all_checkpoints
from app.schemas.checkpoints import CheckpointList
from app.web.answers import Public, json_answer

router = APIRouter(tags=["api-info"])


@router.get(
    "/checkpoints",
    operation_id="get_checkpoints",
    summary=N_("Journalens kontrollpunkter"),
    responses=responses(CheckpointList, "Every checkpoint, the first one first.", 304),
)
def get_checkpoints(request: Request, session: Public) -> Response:
    """What the journal had come to at each checkpoint, signed, with the proof that it begins with the one before.

    `root` is the hash of a tree (RFC 9162, 2.1) of `size` leaves, `proof` the consistency proof from the checkpoint before.
    `signature` is Ed25519, by `key`, of the lines `diarium checkpoint 1`, size, root and instant. Leaves are the salted
    hashes of entries, and blanks that nobody else tells from them: the size does not count what is filed.
    """
    found = all_checkpoints(session)
    return json_answer(request, {"checkpoints": found, "total": len(found)})
