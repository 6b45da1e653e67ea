"""The reasons that the programme gives by itself for what it enters in the journal, and those that the desk gives for whoever types
none: as entries bear them, and in words."""

from __future__ import annotations

from app.language.i18n import N_, gettext

DEFAULT = "the default of the body"
READ_ANEW = "what was read anew"
HANDED_IN = "handed in by one who has a say in it"
_WORDS = {
    DEFAULT: N_("organets förval"),
    READ_ANEW: N_("en ny läsning gav skäl att se efter"),
    HANDED_IN: N_("inlämnad på nytt av den som råder över den"),
}
# Of what is done at the desk: entries bear the Swedish words, whoever reads them the reader's.
_TYPED_BY_NOBODY = frozenset(
    {
        N_("det rättade protokollet"),
        N_("den här texten gäller"),
        N_("granskat mot sidan"),
        N_("granskad"),
        N_("ångrat"),
        N_("samma ärende"),
        N_("inte samma ärende"),
        N_("samma person"),
        N_("inte samma person"),
        N_("en annan person"),
        N_("samma organ"),
        N_("inte samma organ"),
        N_("nytt namn"),
        N_("delat"),
        N_("förval"),
        N_("inskrivet på sammanträdets sida"),
        N_("rättat mot sidan"),
        N_("är ingen uppgift"),
        N_("står på sidan"),
        N_("expedierat"),
        N_("tillagd"),
        N_("ändrad"),
        N_("stängd"),
    }
)


def is_ours(reason: str | None) -> bool:
    """Whether the programme did something by itself, and nobody at a desk."""
    return reason in _WORDS


def reason_words(reason: str | None) -> str:
    """Why something was done, as people read it: `the default of the body` → "organets förval"; a person's reason as typed."""
    if reason in _TYPED_BY_NOBODY:
        return gettext(reason)
    return gettext(_WORDS[reason]) if reason in _WORDS else reason or ""
