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
