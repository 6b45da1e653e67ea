"""What is not as it was written, or does not belong there, is not put in; and whoever is killed midway leaves nothing half."""

from __future__ import annotations

import os
import random
from itertools import count
from pathlib import Path
from typing import Any

import orjson
import pytest

from app import acts
from app.backups.errors import (
    FileIsAnothers,
    NotATownFile,
    SignedByAnother,
    TownFileDamaged,
    TownFileOfAnotherVersion,
    TownIsHere,
)
from app.backups.putting_in import looked_into, sweep
from app.backups.taking_out import take_out
from app.db import Stores, reading, trial
from app.errors import DiariumError, Exit, WrongUse
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.journal.append import salted
from app.journal.checkpoints import sign
from app.journal.derived import canonical
from app.journal.files import key_of, sha256
from app.journal.proving import faults
from app.models.journal import arrivals
from app.register.parts import file_key
from app.register.towns import Town
from app.settings import Settings
from tests.app.backups.moving import (
    ALNSJO,
    ANNA,
    BERGSUND,
    BY,
    Installation,
    file_of,
    paper,
    put,
    taken,
    unchanged,
)
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.killed import die_at, ended
from tests.conftest import ON_ONE_STORE
from tests.thorough import tried


def test_what_is_not_as_it_was_written_changes_nothing(
    source: Installation, there: Installation, tmp_path: Path
) -> None:
    data, before = taken(source).read_bytes(), unchanged(there)
    lines = data.split(b"\n", 3)
    manifest = orjson.loads(lines[1])
    other, worst = tmp_path / "fil", Exit.UNREADABLE

    def refused(content: bytes, error: type[DiariumError]) -> None:
        other.write_bytes(content)
        with pytest.raises(error) as told:
            put(other, there)
        assert (told.value.exit_code, unchanged(there)) == (worst, before) and told.value.sentence()

    dice = random.Random(7)
    for at in (40, len(data) - 1, *(dice.randrange(len(lines[0]) + 1, len(data)) for _ in range(tried(25, 400)))):
        refused(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], TownFileDamaged)
    for length in (25, len(data) // 2, len(data) - 1):
        refused(data[:length], TownFileDamaged)
    refused(data + b"x", TownFileDamaged)
    refused(data.replace(b"municipality 1", b"municipality 2", 1), TownFileOfAnotherVersion)
    refused(b"%PDF-1.7", NotATownFile)
    refused(b"", NotATownFile)
    for error, change in (
        (TownFileOfAnotherVersion, {"journal": "0001_journal"}),
        (TownFileDamaged, {"entries": manifest["entries"] + 1}),
        (TownFileDamaged, {"files": manifest["files"][1:]}),
        (TownFileDamaged, {"municipality": {"id": "x-bergsund", "name": "Bergsund", "slug": "bergsund", "code": None}}),
        (TownIsHere, {"municipality": {"id": "x-malmo", "name": "Malmo", "slug": "malmo", "code": None}}),
        (TownFileDamaged, {"municipality": {"id": "0380", "name": "Alnsjö", "slug": "alnsjo", "code": None}}),
    ):  # whoever changes it may sign it too
        refused(signed_anew(source, manifest | change, lines[3]), error)
    with pytest.raises(SignedByAnother), looked_into(taken(source), "ab" * 32):
        pass
    with pytest.raises(NotATownFile):
        put(tmp_path, there)


def signed_anew(by: Installation, manifest: dict[str, Any], rest: bytes) -> bytes:
    begins = b"diarium municipality 1\n" + orjson.dumps(manifest, option=orjson.OPT_SORT_KEYS) + b"\n"
    with reading(by.stores.desk) as session:
        return begins + sign(session, begins).encode() + b"\n" + rest


@pytest.mark.parametrize("there", ["sqlite"], indirect=True)  # which itself refuses least
def test_entries_that_no_journal_of_ours_would_have_are_refused(
    source: Installation, there: Installation, tmp_path: Path
) -> None:
    """Whoever signs a file may put anything in it."""
    lines = taken(source).read_bytes().split(b"\n", 3)
    manifest, before = orjson.loads(lines[1]), unchanged(there)
    held = [orjson.loads(line) for line in lines[3][: manifest["size"]].splitlines()]
    files = lines[3][manifest["size"] :]

    def of(kind: str, *, act: str = "") -> dict[str, Any]:
        found = [
            line
            for line in held
            if (line["kind"] == kind and f'"act":"{act}' in (line["content"] or ""))
            or (line["kind"] == kind and not act)
        ]
        return next(line for line in found if line["content"] is not None)

    def said(line: dict[str, Any], **change: Any) -> dict[str, Any]:
        content = orjson.loads(line["content"])
        content["said"] |= change
        return rehashed(line, content)

    def again(line: dict[str, Any], **change: Any) -> dict[str, Any]:
        content = orjson.loads(line["content"]) | {"seq": 10_000}
        content["said"] |= change
        return rehashed(line, content) | {"seq": 10_000}

    def rehashed(line: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
        raw = canonical(content)
        return line | {"content": raw.decode(), "content_hash": salted(line["salt"], raw)}

    link, key, filing, act = of("act", act="link"), of("key"), of("filing"), of("act", act="correct")
    town, digest = of("act", act="municipality"), orjson.loads(filing["content"])["said"]["sha256"]
    purged = next(line for line in held if line["content"] is None)
    elsewhere = {"id": "x-bergsund", "name": "Bergsund", "slug": "bergsund", "code": None}
    read = orjson.loads(of("reading")["content"])["said"]["bundle"]
    other_file = read | {"file": read["file"] | {"sha256": "0" * 64}}
    late = orjson.loads(act["content"]) | {"at": "2999-01-01T00:00:00.000000Z"}
    for line, instead in (
        (key, []),
        (key, [key, key | {"seq": 10_000}]),
        (key, [said(key, key="kort")]),
        (filing, [said(filing, municipality=elsewhere)]),
        (filing, [said(filing, sha256="../../etc/passwd")]),
        (filing, [said(filing, bytes="många")]),
        (filing, [filing | {"actor": "någon annan"}]),
        (act, [said(act, keys=["x-bergsund|item|ks|2025|1"])]),
        (act, [said(act, act="access")]),
        (link, [said(link, keys=orjson.loads(link["content"])["said"]["keys"][:1])]),
        (of("reading"), [said(of("reading"), bundle=other_file)]),
        (of("release"), [said(of("release"), pages=["1", "x"])]),
        (town, [said(town, called=7)]),
        (of("act", act="mask"), [said(of("act", act="mask"), file="0" * 64)]),
        (act, [act, again(town, keys=[file_key(digest)])]),  # which nothing told of it here would take the place of
        (town, [said(town, colour="#ffffff")]),
        (town, [said(town, address="https://[")]),
        (town, [said(town, moved_to="javascript:alert(1)")]),
        (act, [said(act, keys=[file_key(digest)])]),  # of which the register would not know whose it is
        (filing, [said(filing, bytes=orjson.loads(filing["content"])["said"]["bytes"] + 1)]),
        (of("release"), [said(of("release"), pages=[1, 10**12])]),
        (of("act", act="mask"), [said(of("act", act="mask"), boxes=["sida 1"])]),
        (of("act", act="purge"), [said(of("act", act="purge"), municipalities=[ALNSJO.id, BERGSUND.id])]),
        (act, [said(act, act="okänd")]),
        (act, [rehashed(act, late) | {"at": late["at"]}]),
        (act, [act | {"content": None, "reason": None}]),
        (purged, [purged | {"content_hash": "0" * 64}]),
        (of("reading"), []),
        (of("undo"), [said(of("undo"), act=filing["seq"])]),
    ):
        made = [one for other in held for one in (instead if other is line else [other])]
        body = b"".join(canonical(one) + b"\n" for one in made)
        told = manifest | {"entries": len(made), "size": len(body), "sha256": sha256(body)}
        path = tmp_path / "fil"
        path.write_bytes(signed_anew(source, told, body + files))
        with pytest.raises(TownFileDamaged):
            put(path, there)
            pytest.fail(f"{line['kind']}: {instead}"[:400])
        assert unchanged(there) == before


def test_what_is_here_already_is_not_put_in(source: Installation, there: Installation) -> None:
    put(taken(source), there)
    after = unchanged(there)
    for into in (there, source):
        with pytest.raises(TownIsHere) as told:
            put(taken(source), into)
        assert told.value.exit_code == Exit.UNREADABLE
    assert unchanged(there) == after
    with trial(there.stores.desk) as session:
        session.execute(arrivals.update().values(last=arrivals.c.last + 1))
        assert [fault.table for fault in faults(session)] == ["arrivals"]


def test_what_was_purged_or_is_masked_is_so_for_nobody_else(source: Installation, there: Installation) -> None:
    """A file that is masked for one is masked for all: neither is to change by the other's coming."""
    masked = (source.using.data_dir / key_of(file_of(source, "alnsjo-2.pdf"))).read_bytes()
    import_file(there.stores, there.using, masked, "samma.pdf", "bo", BERGSUND)
    before = unchanged(there)
    with pytest.raises(FileIsAnothers):
        put(taken(source), there)
    assert unchanged(there) == before


@ON_ONE_STORE
def test_what_cannot_be_taken_out_alone_stays(stores: Stores, using: Settings, tmp_path: Path) -> None:
    import_file(stores, using, paper(1), "a.pdf", "anna", ALNSJO)
    acts.add_municipality(stores, using, Town(ALNSJO, ""), ANNA)
    acts.add_municipality(stores, using, Town(BERGSUND, ""), ANNA)
    for place, why in ((ALNSJO, "Stäng Alnsjö först"), (BERGSUND, "Stäng Bergsund först")):
        with pytest.raises(WrongUse, match=why):
            take_out(stores, using, place, tmp_path / "fil", BY)
        acts.close_municipality(stores, using, place, ANNA)
    with pytest.raises(WrongUse, match="Alnsjö har ingen egen nyckel"):
        take_out(stores, using, ALNSJO, tmp_path / "fil", BY)
    take_out(stores, using, BERGSUND, tmp_path / "fil", BY)
    with pytest.raises(WrongUse, match="finns redan"):
        take_out(stores, using, BERGSUND, tmp_path / "fil", BY)
    assert (tmp_path / "fil").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("there", ["sqlite", "postgresql"], indirect=True)
def test_whoever_is_killed_midway_leaves_nothing_half(source: Installation, there: Installation) -> None:
    """At each edge of a transaction and each file: afterwards it is all there, or nothing is, and the next time it is."""
    before, ends = unchanged(there)[0], set[int]()
    # a server takes back by itself what was under way, and takes longer to be asked
    step = tried(9 if there.stores.desk.dialect.name == "sqlite" else 19, 1)
    for point in count(1):
        process = os.fork()
        if not process:
            try:
                die_at(point * step, str(there.using.data_dir))
                again = open_stores(there.using)
                put(taken(source), Installation(again, there.using))
                os._exit(0)
            finally:
                os._exit(70)
        end = ended(process)
        assert end in {0, -9}
        sweep(there.stores, there.using)
        start(there.stores)
        report = check(there.stores, there.using)
        assert report.whole, (point, report)
        ends.add(report.entries - before)
        if report.entries > before:
            break
    assert min(ends) == 0 and point > 2
    assert rows(there.stores.public)["items"]
