"""Minutes that were corrected and published again: one file's §§ stand for all that earlier files hold of the meeting."""

from __future__ import annotations

from app.acts.acting import Actor, acting, record
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.journal.stretches import acts_of
from app.language.i18n import gettext as _
from app.queries.older_readings import filings_named
from app.queries.same_meeting import Revision, revisions
from app.register.keys import document_key, entity_key
from app.register.parts import ActKind


def corrected(stores: Stores, named: str, by: Actor) -> int:
    """Say that a file, by its name or sha256, holds the corrected minutes: its texts are chosen for all §§ of the meeting, those
    that it renumbers are found under their new numbers, and those that it lacks are no more."""
    with acting(stores, by) as session:
        filed = filings_named(session, named)
        if len(filed) > 1:
            raise WrongUse(_("{typed} kan vara flera filer. Ange en fils SHA-256.").format(typed=named))
        (filing,) = filed
        done = acts_of(session, [ActKind.CORRECTED])
        if over := next((act.seq for act in done if filing in act.content["replaces"]), None):
            raise WrongUse(
                _("{file} är ersatt av ett rättat protokoll. Ångra först åtgärd {seq}.").format(file=named, seq=over)
            )
        revised = revisions(session, filing)
        if not revised:
            if any(act.content["filing"] == filing for act in done):
                raise NothingNew(_("Det är redan sagt om {file}.").format(file=named))
            raise WrongUse(_("Registret har inget annat protokoll från samma sammanträde."))
        keys = [key for revision in revised for key in _keys(revision)]
        content = {
            "filing": filing,
            "replaces": sorted({part.seq for revision in revised for part in revision.before}),
            "moved": {key: to for revision in revised for key, to in revision.comparison.moved.items()},
            "gone": [key for revision in revised for key in revision.comparison.gone],
            "first": {key: to for revision in revised for key, to in revision.comparison.first.items()},
        }
        return record(session, ActKind.CORRECTED, list(dict.fromkeys(keys)), content, by)


def _keys(revision: Revision) -> list[str]:
    parts = [*revision.after, *revision.before]
    return [key for part in parts for key in (document_key(part), entity_key(part)) if key]
