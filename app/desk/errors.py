"""What the desk refuses, and why."""

from __future__ import annotations

from app.errors import DiariumError, Exit
from app.language.i18n import N_


class NotAllowed(DiariumError):
    code = "not-allowed"
    title = N_("Det får du inte göra")
    detail = N_("Ditt konto har ingen roll som räcker till det här. Fråga den som sköter kontona.")
    status = 403
    exit_code = Exit.WRONG_USE


class FormTooOld(DiariumError):
    """A form that bears no mark of this session: sent from elsewhere, or kept open since another session."""

    code = "form-too-old"
    title = N_("Formuläret gäller inte längre")
    detail = N_(
        "Formuläret hör inte till den här inloggningen. Gå tillbaka, läs in sidan igen och skicka en gång till."
    )
    status = 403
    exit_code = Exit.WRONG_USE


class TooMuchSent(DiariumError):
    code = "too-much-sent"
    title = N_("Det är för mycket på en gång")
    detail = N_("Skicka högst {files} filer och {megabytes} MB åt gången.")
    status = 413
    exit_code = Exit.WRONG_USE


class SignInRefused(DiariumError):
    code = "sign-in-refused"
    title = N_("Inloggningen lyckades inte")
    detail = N_("Kontonamnet eller lösenordet är fel.")
    status = 403
    exit_code = Exit.WRONG_USE


class NoAccountTied(DiariumError):
    code = "no-account-tied"
    title = N_("Inget konto hör till inloggningen")
    detail = N_(
        "Inget konto här är kopplat till din inloggning hos {provider}. Logga in som förut, eller med en engångsadress från den"
        " som sköter kontona, och koppla den på ditt kontos sida."
    )
    status = 403
    exit_code = Exit.WRONG_USE


class TooManyAttempts(DiariumError):
    code = "too-many-attempts"
    title = N_("För många försök")
    detail = N_("Härifrån har det gjorts för många försök att logga in. Vänta en kvart.")
    status = 429
    exit_code = Exit.WRONG_USE


class LinkSpent(DiariumError):
    code = "link-spent"
    title = N_("Adressen gäller inte längre")
    detail = N_("En sådan adress gäller en gång, i ett dygn. Be om en ny, eller logga in med ditt lösenord.")
    status = 410
    exit_code = Exit.WRONG_USE
