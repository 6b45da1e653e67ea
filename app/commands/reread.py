"""`diarium reread`: better readings of what is filed. Without `--all` or anything named it only tells what would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from itertools import chain
from typing import Any

import orjson

from app.commands.installation import actor, installation, settings
from app.commands.terminal import json_text, say, write
from app.db import Stores, reading, writing
from app.errors import DiariumError, Exit, InstallationDamaged, MachineBusy, WrongUse
from app.imports.batches import RereadEnd, work_waiting
from app.imports.filing import REFUSALS
from app.imports.rereading import NewReading, Offer, ask_for, offer, read_anew, try_anew
from app.imports.uploads import free_uploads
from app.imports.workers import Worker, at_work
from app.language.doubts import doubt_sentence
from app.language.i18n import gettext, ngettext
from app.language.printable import printable
from app.language.readings import acts_line, count_lines, difference_line
from app.queries.older_readings import FiledFile, filings_named
from importers.bundle import Bundle, Doubt
from importers.reader import READER

_ = gettext
# Lines about one file, unless all are asked for.
_MOST_LINES = 20


def reread(named: Sequence[str], readers: int, *, everything: bool, dry_run: bool, full: bool, as_json: bool) -> int:
    """Tell, and where something is named or all is meant file, what today's reader reads otherwise.

    Gives 5 where there is nothing, 4 where a file can no longer be read, 3 where a person should look at something.
    """
    if named and everything:
        raise WrongUse(_("Ange antingen --all eller vad som ska läsas om."))
    with installation() as stores:
        with reading(stores.desk) as session:
            among = set[int]().union(*(filings_named(session, one) for one in named)) if named else None
            offered = offer(session, among)
        if named:  # asked for by name, a file is tried once more
            offered = Offer((*offered.files, *(file for file, _problem in offered.unread)), ())
        tries = dry_run or not (named or everything)
        read = _try_all(stores, offered, readers) if tries else _file_all(stores, offered, readers)
        ended = []
        for end in chain(read, (RereadEnd(file, problem, None) for file, problem in offered.unread)):
            ended.append(end)
            if not as_json:
                _write_lines(end, full=full)
    if as_json:
        files = [_plain(end) for end in ended]
        write(json_text(orjson.loads(orjson.dumps({"reader": READER.version, "files": files}))))
    _close(len(ended), tried=tries)
    return _exit_code(ended)


def _try_all(stores: Stores, offered: Offer, readers: int) -> Iterator[RereadEnd]:
    """Read side by side, try one after another: each in a transaction that is taken back."""
    with at_work(stores, settings()) as worker, ThreadPoolExecutor(readers) as pool:
        read = pool.map(lambda file: _read(worker, file), offered.files)
        for file, came_to in zip(offered.files, read, strict=True):
            if not isinstance(came_to, DiariumError):
                yield RereadEnd(file, try_anew(worker, file, came_to, actor()), None)
            else:
                yield RereadEnd(file, came_to, None)


def _read(worker: Worker, file: FiledFile) -> Bundle | DiariumError:
    try:
        return read_anew(worker, file)
    except (*REFUSALS, MachineBusy, InstallationDamaged) as problem:
        return problem


def _file_all(stores: Stores, offered: Offer, readers: int) -> Iterator[RereadEnd]:
    """Put the files in the queue and work on it until none is left; uploads that wait come first."""
    with writing(stores.desk, alone=False) as session:
        ask_for(session, offered.files, actor())
    try:
        with at_work(stores, settings()) as worker:
            free_uploads(worker)
            for end in work_waiting(worker, readers):
                if isinstance(end, RereadEnd):
                    yield end
    except KeyboardInterrupt:
        say(_("Det som är kvar ligger i kön. Kör samma kommando igen, eller låt diarium worker fortsätta."))
        raise


def _close(n: int, *, tried: bool) -> None:
    if not n:
        sentence = _("Allt som går att läsa om är läst av den här versionen av läsaren ({version}).")
        say(sentence.format(version=READER.version))
        return
    if tried:
        say(ngettext("{n} fil är läst av en äldre version.", "{n} filer är lästa av en äldre version.", n).format(n=n))
        say(_("Ingenting har skrivits. diarium reread --all läser om allt, diarium reread HANDLING det som du anger."))


def _write_lines(end: RereadEnd, *, full: bool) -> None:
    for line in _lines(end, full=full):
        write(printable(line))


def _lines(end: RereadEnd, *, full: bool) -> list[str]:
    head = _("{name}: läst av version {version}").format(name=end.file.name, version=end.file.version)
    if isinstance(end.came_to, DiariumError):
        return [" ".join((f"{head}.", _("Den gamla läsningen är kvar."), end.came_to.sentence()))]
    new = end.came_to
    doubts = [_doubts(_("ny tveksamhet"), new.new_doubts), _doubts(_("tveksamhet borta"), new.gone_doubts)]
    counts = [*count_lines(new.differences), *(_numbered_doubts(new))]
    lines = [f"{head}. {'; '.join(counts) or _('Inget ändras.')}"]
    details = [*map(difference_line, new.differences), *doubts[0], *doubts[1]]
    shown = details if full else details[:_MOST_LINES]
    lines += [f"  {line}" for line in shown]
    if len(details) > len(shown):
        lines.append("  " + _("… och {n} till (--full visar alla)").format(n=len(details) - len(shown)))
    if new.overtaken:
        lines.append(f"  {acts_line(new.overtaken)}")
    if new.held:
        lines.append("  " + _("handlingar som hålls inne tills en person har sett dem: {n}").format(n=new.held))
    return lines


def _numbered_doubts(new: NewReading) -> list[str]:
    numbers = []
    if new.new_doubts:
        numbers.append(_("{n} nya").format(n=len(new.new_doubts)))
    if new.gone_doubts:
        numbers.append(_("{n} borta").format(n=len(new.gone_doubts)))
    return [_("tveksamheter: {numbers}").format(numbers=", ".join(numbers))] if numbers else []


def _doubts(word: str, doubts: Sequence[Doubt]) -> list[str]:
    return [f"{word}: {doubt_sentence(doubt.code, doubt.params)}" for doubt in doubts]


def _plain(end: RereadEnd) -> dict[str, Any]:
    file = {
        "name": end.file.name,
        "sha256": end.file.sha256,
        "municipality": end.file.place.name,
        "version": end.file.version,
    }
    if isinstance(end.came_to, DiariumError):
        return {**file, "problem": {"code": end.came_to.code, "sentence": end.came_to.sentence()}}
    new = end.came_to
    return {
        **file,
        "problem": None,
        "differences": [asdict(one) for one in new.differences],
        "doubts": {"new": _plain_doubts(new.new_doubts), "gone": _plain_doubts(new.gone_doubts)},
        "overtaken_acts": new.overtaken,
        "held_documents": new.held,
    }


def _plain_doubts(doubts: Sequence[Doubt]) -> list[dict[str, Any]]:
    return [
        {"code": doubt.code, "params": doubt.params, "sentence": doubt_sentence(doubt.code, doubt.params)}
        for doubt in doubts
    ]


def _exit_code(ended: Sequence[RereadEnd]) -> Exit:
    if not ended:
        return Exit.NOTHING_NEW
    if any(isinstance(end.came_to, DiariumError) for end in ended):
        return Exit.UNREADABLE
    new = [end.came_to for end in ended if isinstance(end.came_to, NewReading)]
    return Exit.NEEDS_REVIEW if any(one.overtaken or one.held for one in new) else Exit.DONE
