"""`diarium import PATH…`: PDFs into the register, with progress on stderr and a table of what came of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from app.commands.held_lines import say_held
from app.commands.installation import actor, installation, settings
from app.commands.paths import named_files, shown
from app.commands.places import warn_of
from app.commands.receipts import Ended, gravest, held_files, plain, print_ended, print_rows
from app.commands.tables import err
from app.commands.terminal import json_text, say, write
from app.db import Stores, reading
from app.errors import FileNotFound
from app.imports.batches import UploadEnd, import_uploads, import_waiting
from app.imports.dry_run import try_import
from app.imports.filing import REFUSALS, accept
from app.imports.uploads import Claims, Receipt, Upload, free_uploads
from app.imports.workers import Worker, at_work
from app.journal.files import read_bytes
from app.language.i18n import gettext
from app.language.printable import printable
from app.queries.places import given
from app.register.municipalities import Municipality
from app.settings import Settings

_ = gettext
_PAGES_A_LINE = 10


def import_(names: Sequence[str], place: str | None, readers: int, *, dry_run: bool, as_json: bool) -> int:
    """Import each file; gives the gravest exit code of them all, 5 where nothing was new."""
    chosen = given(place) if place else None
    files = named_files(names, sys.stdin.buffer)
    if dry_run:
        return _dry_run(files, chosen, readers, as_json)
    with installation() as stores:
        if chosen:
            warn_of(stores, chosen)
        ended = import_all(stores, files, chosen, settings(), readers)
        if as_json:
            write(json_text([plain(one) for one in ended]))
        print_ended(ended)
        if held := held_files(ended):
            with reading(stores.desk) as session:
                say_held(session, files=held)
    return gravest(ended)


def _dry_run(files: Sequence[Path], place: Municipality | None, readers: int, as_json: bool) -> int:
    tried = try_import(settings(), [(file, Claims(shown(file), actor(), place)) for file in files], readers)
    if tried.unknown:
        say(tried.unknown)
    ended = [Ended(str(file), came_to) for file, came_to in zip(files, tried.outcomes, strict=True)]
    if as_json:
        rows = {
            name: {"new": counts.new, "changed": counts.changed, "gone": counts.gone}
            for name, counts in sorted(tried.rows.items())
        }
        write(json_text({"files": [plain(one) for one in ended], "rows": rows}))
    else:
        print_rows(tried.rows)
    print_ended(ended)
    say(_("Ingenting har skrivits."))
    return gravest(ended)


def import_all(
    stores: Stores,
    files: Sequence[Path],
    place: Municipality | None,
    using: Settings,
    readers: int = 1,
    *,
    these_alone: bool = False,
) -> list[Ended]:
    """Import the files, and after them, unless it is to be `these_alone`, what earlier starts left undone; what became of each, in
    that order.

    Whoever interrupts it gets a list of what was done; the same command goes on from there.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = err()
    with (
        at_work(stores, using) as worker,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
    ):
        batch = _Batch(worker, files, place, progress)
        try:
            return batch.run(readers, these_alone=these_alone)
        except KeyboardInterrupt:
            progress.stop()
            print_ended(batch.ended())
            say(_("Kör samma kommando igen för att fortsätta."))
            raise


class _Batch:
    """The files of one command on their way, each ended as one thing."""

    def __init__(self, worker: Worker, files: Sequence[Path], place: Municipality | None, progress: Progress) -> None:
        self._worker, self._files, self._place, self._progress = worker, files, place, progress
        self._task = progress.add_task(_("Läser in"), total=len(files))
        self._by_file: dict[int, Ended] = {}
        self._of_upload: dict[str, int] = {}
        self._pages_of: dict[str, TaskID] = {}
        self._left_over: list[Ended] = []

    def run(self, readers: int, *, these_alone: bool) -> list[Ended]:
        free_uploads(self._worker)
        given = import_uploads(self._worker, self._taken_in(), readers, self._page)
        for outcome in chain(given, () if these_alone else import_waiting(self._worker, readers)):
            self._end(outcome)
        return self.ended()

    def ended(self) -> list[Ended]:
        return [*(self._by_file[n] for n in sorted(self._by_file)), *self._left_over]

    def _taken_in(self) -> Iterator[Upload]:
        by = actor()
        for n, file in enumerate(self._files):
            self._progress.update(self._task, description=printable(shown(file), 40))
            try:
                taken = accept(self._worker, read_bytes(file), Claims(shown(file), by, self._place))
            except (*REFUSALS, FileNotFound) as problem:
                self._by_file[n] = Ended(str(file), problem)
            else:
                if not isinstance(taken, Receipt):
                    self._of_upload[taken.id] = n
                    yield taken
                    continue
                self._by_file[n] = Ended(str(file), taken)
            self._progress.advance(self._task)

    def _page(self, upload: Upload, done: int, of: int) -> None:
        """Show how far the reading of a scan has come: as a bar of its own, or as a line now and then."""
        name = printable(upload.claims.name, 40)
        if self._progress.disable:
            if done and (done % _PAGES_A_LINE == 0 or done == of):
                say(_("{name}: {done} av {of} skannade sidor är lästa.").format(name=name, done=done, of=of))
            return
        if upload.id not in self._pages_of:
            self._pages_of[upload.id] = self._progress.add_task(name, total=of)
        self._progress.update(self._pages_of[upload.id], completed=done, visible=done < of)

    def _end(self, outcome: UploadEnd) -> None:
        n = self._of_upload.get(outcome.upload.id)
        if n is None:
            self._left_over.append(Ended(outcome.upload.claims.name, outcome.came_to, outcome.seconds))
            return
        self._by_file[n] = Ended(str(self._files[n]), outcome.came_to, outcome.seconds)
        self._progress.advance(self._task)
