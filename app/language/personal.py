"""What may have to be masked, in words."""

from __future__ import annotations

from app.language.i18n import N_, gettext
from app.register.personal import Finding

_FINDINGS = {
    Finding.PERSONNUMMER: N_("Personnummer"),
    Finding.SAMORDNINGSNUMMER: N_("Samordningsnummer"),
    Finding.PHONE: N_("Telefonnummer"),
    Finding.EMAIL: N_("E-postadress"),
    Finding.ADDRESS: N_("Adress"),
    Finding.SECRECY: N_("Ord om sekretess"),
}


def finding_word(finding: Finding) -> str:
    """`Personnummer`."""
    return gettext(_FINDINGS[finding])
