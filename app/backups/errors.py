"""What is wrong with a backup, or with the place that it would be restored to."""

from __future__ import annotations

from app.errors import DiariumError, Exit
from app.language.i18n import N_


class NotABackup(DiariumError):
    """Something that `db backup` has not made, such as a copied database file."""

    code = "not-a-backup"
    title = N_("Det är ingen säkerhetskopia")
    detail = N_(
        "{path} är ingen säkerhetskopia som diarium db backup har gjort. En kopierad databasfil kan sakna det senaste och"
        " tas inte emot."
    )
    exit_code = Exit.UNREADABLE

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class BackupDamaged(DiariumError):
    """A backup that is not as it was made; `path` is the first thing in it that differs."""

    code = "backup-damaged"
    title = N_("Säkerhetskopian är inte hel")
    detail = N_("Säkerhetskopian är inte hel: {path} saknas eller är inte vad som skrevs. Ingenting har återställts.")
    exit_code = Exit.UNREADABLE

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class BackupTooNew(DiariumError):
    code = "backup-too-new"
    title = N_("Säkerhetskopian är nyare än programmet")
    detail = N_("Säkerhetskopian är gjord av ett nyare program. Uppdatera programmet och försök igen.")
    exit_code = Exit.WRONG_USE


class NotEmpty(DiariumError):
    """An installation that a backup would be restored over."""

    code = "not-empty"
    title = N_("Installationen är inte tom")
    detail = N_("En säkerhetskopia återställs bara till en tom installation. Ange en ny mapp i DIARIUM_DATA_DIR.")
    exit_code = Exit.WRONG_USE


class NotATownFile(DiariumError):
    """Something that `municipality take-out` has not written."""

    code = "not-a-municipality-file"
    title = N_("Det är ingen kommuns fil")
    detail = N_("{path} är ingen fil som diarium municipality take-out har skrivit. Ingenting är ändrat.")
    exit_code = Exit.UNREADABLE

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class TownFileDamaged(DiariumError):
    """A municipality's file that is not as it was written, or holds what no journal of ours would."""

    code = "municipality-file-damaged"
    title = N_("Kommunens fil är inte hel")
    detail = N_("{path} är inte vad som skrevs: den är ändrad eller avkortad. Ingenting är ändrat här.")
    exit_code = Exit.UNREADABLE

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class TownFileOfAnotherVersion(DiariumError):
    code = "municipality-file-of-another-version"
    title = N_("Kommunens fil är av en annan version")
    detail = N_(
        "{path} är skriven av en annan version av programmet. Kör samma version i båda installationerna, ta ut kommunen"
        " igen och försök på nytt. Ingenting är ändrat."
    )
    exit_code = Exit.UNREADABLE

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class SignedByAnother(DiariumError):
    code = "signed-by-another"
    title = N_("Filen är signerad av någon annan")
    detail = N_("Filen är signerad med nyckeln {key}, inte med den som angavs. Ingenting är ändrat.")
    exit_code = Exit.UNREADABLE

    def __init__(self, key: str) -> None:
        super().__init__(key=key)


class TownIsHere(DiariumError):
    code = "municipality-is-here"
    title = N_("Kommunen finns redan")
    detail = N_("{place} finns redan i den här installationen. Ingenting är ändrat.")
    exit_code = Exit.UNREADABLE

    def __init__(self, place: str) -> None:
        super().__init__(place=place)


class FileIsAnothers(DiariumError):
    """A file that is masked or purged for one municipality is so for all that it is filed for."""

    code = "file-is-anothers"
    title = N_("En fil finns här för en annan kommun")
    detail = N_(
        "Filen {sha256} är maskad eller utplånad, och finns här för en annan kommun: det som gäller den ena gäller båda."
        " Ingenting är ändrat."
    )
    exit_code = Exit.UNREADABLE

    def __init__(self, sha256: str) -> None:
        super().__init__(sha256=sha256)
