"""What the files of everything can be asked for in vain."""

from __future__ import annotations

from app.errors import DiariumError, Exit
from app.language.i18n import N_


class BeingMade(DiariumError):
    """A file that is not ready: whoever asks again after a while gets it."""

    code = "being-made"
    title = N_("Filen görs i ordning")
    detail = N_("Filen görs i ordning av det som finns i registret nu. Försök igen om en stund.")
    status = 503
    exit_code = Exit.OUR_FAULT
