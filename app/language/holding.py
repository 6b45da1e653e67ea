"""Why a document is held back from the public, as a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from app.language.doubts import Param, doubt_sentence
from app.language.i18n import N_, gettext
from app.register.holding import BY_DEFAULT, CLAIMED, MASKED, OF_ANOTHER, READ_ANEW

_OURS = {
    CLAIMED: N_("Handlingen är inlämnad med en nyckel som bara gäller ett annat organ eller en annan kommun."),
    OF_ANOTHER: N_(
        "Handlingen säger att den är från {named}, och är inläst för {place}. Är den någon annans: utplåna filen."
    ),
    BY_DEFAULT: N_("Organets handlingar hålls inne tills någon släpper dem."),
    MASKED: N_("Det som handlingen hölls inne för är maskat. Den väntar på att någon släpper den."),
    READ_ANEW: N_("En ny läsning gav skäl att se efter."),
}


def hold_sentence(code: str, params: Mapping[str, Param]) -> str:
    """What has to be looked at before the document is released, in the language in force."""
    return gettext(_OURS[code]).format(**params) if code in _OURS else doubt_sentence(code, params)
