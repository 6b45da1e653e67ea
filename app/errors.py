"""One tree of errors that speak to the reader: what went wrong, in a sentence that says what to do.

Each class knows the code that programs see, a title, its sentence, and two plain numbers: the HTTP status it amounts
to and the exit code of the command line. Whoever raises one knows neither HTTP nor terminals:

    raise CaseNotFound("KSN-2023-00001")   # 404; exit 2; "Inget ärende har numret KSN-2023-00001."
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum
from typing import Any, ClassVar

from app.language.doubts import Param, refusal_sentence
from app.language.i18n import N_, gettext
from app.language.nearest import near

_LONGEST = 300


class Exit(IntEnum):
    """What the command line ends with; of several files the gravest counts."""

    DONE = 0
    OUR_FAULT = 1
    WRONG_USE = 2
    NEEDS_REVIEW = 3
    UNREADABLE = 4
    NOTHING_NEW = 5
    INTERRUPTED = 130


class DiariumError(Exception):
    """Anything that we can explain. What is no DiariumError is our own fault."""

    code: ClassVar[str] = "internal-error"
    title: ClassVar[str] = N_("Något gick fel hos oss")
    detail: ClassVar[str] = N_("Felet är vårt och har antecknats.")
    status: ClassVar[int] = 500
    exit_code: ClassVar[Exit] = Exit.OUR_FAULT

    def __init__(self, **params: Param) -> None:
        super().__init__(self.code, params)
        self.params = params

    def sentence(self) -> str:
        """The sentence in the language in force. It holds what the user sent, as plain text: escape it on the way out."""
        return gettext(self.detail).format(**{key: _short(value) for key, value in self.params.items()})

    def heading(self) -> str:
        """The title in the language in force."""
        return gettext(self.title)

    def __str__(self) -> str:
        return self.sentence()


def _short(value: Param) -> Param:
    return value if not isinstance(value, str) or len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"


class NotFound(DiariumError):
    code = "not-found"
    title = N_("Finns inte")
    detail = N_("Det finns inget här.")
    status = 404
    exit_code = Exit.WRONG_USE


class CaseNotFound(NotFound):
    """No case has that number or id: `CaseNotFound("KSN-2023-00001")`."""

    code = "case-not-found"
    title = N_("Ärendet finns inte i registret")
    detail = N_("Inget ärende i registret har numret {number}.")

    def __init__(self, number: str) -> None:
        super().__init__(number=number)


class NotKnownThen(NotFound):
    """Nothing that is public now answered to that on the day: `NotKnownThen(dt.date(2025, 3, 1))`."""

    code = "not-known-then"
    title = N_("Det var inte känt då")
    detail = N_("Av det som är offentligt i dag var inget känt under den beteckningen den {day}.")

    def __init__(self, day: dt.date) -> None:
        super().__init__(day=day.isoformat())


class DocumentNotFound(NotFound):
    code = "document-not-found"
    title = N_("Handlingen finns inte i registret")
    detail = N_("Ingen handling i registret har beteckningen {id}.")


class EntityNotFound(NotFound):
    """An id that no §, document or fact of the register bears."""

    code = "entity-not-found"
    title = N_("Uppgiften finns inte i registret")
    detail = N_("Inget i registret har beteckningen {id}.")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)


class PageNotFound(NotFound):
    code = "page-not-found"
    title = N_("Sidan finns inte")
    detail = N_("Handlingen har ingen sida {page}.")

    def __init__(self, page: int) -> None:
        super().__init__(page=page)


class ImportNotFound(NotFound):
    code = "import-not-found"
    title = N_("Importen finns inte")
    detail = N_("Ingen import har beteckningen {id}.")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)


class FileNotFound(NotFound):
    """A path given on the command line that is not there, or cannot be read."""

    code = "file-not-found"
    title = N_("Filen finns inte")
    detail = N_("Det finns ingen fil {path} att läsa.")
    exit_code = Exit.WRONG_USE

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class NotAFile(FileNotFound):
    """A path given on the command line where a folder, a pipe, a socket or a device is."""

    code = "not-a-file"
    title = N_("Inte en fil")
    detail = N_("{path} är ingen vanlig fil. Ange en PDF-fil.")


class AmbiguousCase(DiariumError):
    """A number that stands in several registers; `choices` is a readable list of them."""

    code = "ambiguous-case"
    title = N_("Flera ärenden har det numret")
    detail = N_("Flera ärenden har numret {number}: {choices}.")
    status = 300
    exit_code = Exit.WRONG_USE

    def __init__(self, number: str, choices: str) -> None:
        super().__init__(number=number, choices=choices)


class AmbiguousPerson(DiariumError):
    """A name that several people bear; `choices` has a line for each, with the id that tells them apart."""

    code = "ambiguous-person"
    title = N_("Flera personer har det namnet")
    detail = N_("Flera personer heter {name}. Skriv id för den som menas:")
    status = 300
    exit_code = Exit.WRONG_USE

    def __init__(self, name: str, choices: Sequence[str]) -> None:
        super().__init__(name=name)
        self.choices = tuple(choices)


class WrongUse(DiariumError):
    """A command or request that cannot be meant; `reason` is a whole sentence, already in the reader's language."""

    code = "wrong-use"
    title = N_("Så går det inte att göra")
    detail = N_("{reason}")
    status = 400
    exit_code = Exit.WRONG_USE

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class NothingNew(DiariumError):
    """What is asked for is so already; `reason` is a whole sentence, already in the reader's language."""

    code = "nothing-new"
    title = N_("Inget nytt")
    detail = N_("Inget nytt: {reason}")
    status = 409
    exit_code = Exit.NOTHING_NEW

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class BadParameter(DiariumError):
    """A parameter or value that does not exist; `allowed` are those that do, or says how they are: `a day, YYYY-MM-DD`.

    Among words those like the `typed` one, else the value, are offered first."""

    code = "bad-parameter"
    title = N_("Okänd uppgift i frågan")
    detail = N_("{name} går inte att använda med värdet {value}. {offer}Giltigt är: {allowed}.")
    status = 400
    exit_code = Exit.WRONG_USE

    def __init__(self, name: str, value: str, allowed: str | Sequence[str], typed: str | None = None) -> None:
        self.near: Sequence[str] = () if isinstance(allowed, str) else near(value if typed is None else typed, allowed)
        super().__init__(name=name, value=value, allowed=allowed if isinstance(allowed, str) else ", ".join(allowed))

    def sentence(self) -> str:
        """What there is to choose among is never cut."""
        offer = gettext(N_("Menade du {near}?")).format(near=", ".join(self.near)) + " " if self.near else ""
        typed = {name: _short(self.params[name]) for name in ("name", "value")}
        return gettext(self.detail).format(**typed, offer=offer, allowed=self.params["allowed"])


class BadSetting(DiariumError):
    """An environment variable with a value that cannot be used."""

    code = "bad-setting"
    title = N_("En inställning går inte att använda")
    detail = N_("Inställningen {name} har ett värde som inte går att använda.")
    exit_code = Exit.WRONG_USE


class MunicipalityNeeded(DiariumError):
    """A file that names no municipality, an installation that has none, and none given with the file."""

    code = "municipality-needed"
    title = N_("Vilken kommun gäller det?")
    detail = N_("Filen {name} nämner ingen kommun. Ange den i rutan Kommun, med --for eller DIARIUM_MUNICIPALITY.")
    status = 422
    exit_code = Exit.WRONG_USE


class SeveralMunicipalities(MunicipalityNeeded):
    code = "several-municipalities"
    detail = N_("Filen {name} nämner flera kommuner: {names}. Ange vilken i rutan Kommun, eller med --for.")


class MunicipalityClosed(DiariumError):
    code = "municipality-closed"
    title = N_("Kommunen är stängd")
    detail = N_("{place} är stängd här: inget mer läses in.")
    status = 409
    exit_code = Exit.WRONG_USE


class KeyNeeded(DiariumError):
    code = "key-needed"
    title = N_("Det krävs en nyckel")
    detail = N_("Den som lämnar in en fil behöver en nyckel, i huvudet Authorization: Bearer NYCKEL.")
    status = 401
    exit_code = Exit.WRONG_USE


class KeyRefused(DiariumError):
    """A key that is unknown, revoked or past its last day, or not for that: another scope, municipality or body."""

    code = "key-refused"
    title = N_("Nyckeln gäller inte här")
    detail = N_(
        "Nyckeln är okänd, återkallad, utgången eller gäller inte för det du vill göra, eller inte för den kommun eller det"
        " organ som filen hör till."
    )
    status = 403
    exit_code = Exit.WRONG_USE


class TooManyQuestions(DiariumError):
    code = "too-many-questions"
    title = N_("För många frågor")
    detail = N_("Du har frågat för ofta. Vänta så många sekunder som Retry-After säger, eller hämta hela mängden.")
    status = 429
    exit_code = Exit.WRONG_USE


class SetAside(DiariumError):
    """An upload that ended every attempt to import it: three workers died of it, or failed by a fault of ours."""

    code = "set-aside"
    title = N_("Filen har lagts åt sidan")
    detail = N_("Inläsningen av {name} har avbrutits {attempts} gånger, och filen har lagts åt sidan. Felet är vårt.")
    exit_code = Exit.OUR_FAULT

    def __init__(self, name: str, attempts: int) -> None:
        super().__init__(name=name, attempts=attempts)


class MachineBusy(DiariumError):
    """A file that could not be read because the machine had too much else to do: it may well be whole."""

    code = "machine-busy"
    title = N_("Datorn är upptagen")
    detail = N_(
        "Datorn hade för mycket annat att göra för att läsa filen, som det inte är fel på. Försök igen om en stund."
    )
    status = 503
    exit_code = Exit.OUR_FAULT


class Unreadable(DiariumError):
    """A file that the reader refuses: its code and parameters, and one sentence on what to do."""

    code = "unreadable-upload"
    title = N_("Filen går inte att läsa")
    status = 422
    exit_code = Exit.UNREADABLE

    def __init__(self, name: str, refusal: str, **params: Param) -> None:
        super().__init__(name=name, refusal=refusal, **params)
        self.name = name
        self.refusal = refusal

    def sentence(self) -> str:
        params = {key: _short(value) for key, value in self.params.items() if key not in {"name", "refusal"}}
        return refusal_sentence(self.refusal, params)


class UnreadableUpload(Unreadable):
    """A PDF that is damaged, locked or without text."""


class UploadTooLarge(Unreadable):
    code = "upload-too-large"
    title = N_("Filen är för stor")
    status = 413


class NotAPdf(Unreadable):
    """A file that does not begin as a PDF does, an empty one too."""

    code = "not-a-pdf"
    title = N_("Filen är ingen PDF")
    status = 415


_BY_REFUSAL = {"too_large": UploadTooLarge, "not_pdf": NotAPdf, "empty": NotAPdf}


def unreadable(name: str, refusal: str, params: dict[str, Param]) -> Unreadable:
    """The error for a file that the reader refused: `unreadable("a.pdf", error.code, error.params)`."""
    kind = _BY_REFUSAL.get(refusal, UnreadableUpload)
    return kind(name, refusal, **{key: value for key, value in params.items() if key not in {"name", "refusal"}})


def refusal(name: str, code: str, params: dict[str, Any]) -> DiariumError:
    """The error that an upload was refused for, from what was kept of it: its code and its parameters."""
    if "refusal" in params:
        return unreadable(name, params["refusal"], params)
    told = (SetAside, MachineBusy, MunicipalityNeeded, SeveralMunicipalities, MunicipalityClosed, Purged)
    return next((kind(**params) for kind in told if kind.code == code), KeyRefused())


class Purged(DiariumError):
    code = "purged"
    title = N_("Filen är utplånad")
    detail = N_("Filen är utplånad, och tas inte emot igen.")
    status = 410
    exit_code = Exit.WRONG_USE


class DatabaseNotReady(DiariumError):
    """A database that cannot be reached, or whose tables are older than the programme."""

    code = "database-not-ready"
    title = N_("Databasen är inte redo")
    detail = N_("Databasen går inte att använda ännu. Kör: diarium db upgrade")
    status = 503
    exit_code = Exit.OUR_FAULT


class ProgrammeUnreadable(DiariumError):
    """A file of the programme or of a library that cannot be read, or is not there: Python calls it an `ImportError`."""

    code = "programme-unreadable"
    title = N_("Programmet går inte att läsa")
    detail = N_(
        "Programmets egna filer går inte att läsa: disken svarar med fel, eller så saknas en fil. Försök igen, och"
        " installera om programmet om det består."
    )
    status = 503


class InstallationDamaged(DiariumError):
    """A stored file that is missing, or is not what was filed: a backup of it would only hide that."""

    code = "installation-damaged"
    title = N_("Installationen är inte hel")
    detail = N_("Filen {path} saknas eller har ändrats sedan den lästes in. Kör: diarium check")

    def __init__(self, path: str) -> None:
        super().__init__(path=path)
