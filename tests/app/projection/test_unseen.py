"""What is not published is not there: not in the public store's bytes, and not in anything that a reader can ask for.

Two installations differ in what was filed and never released, or released and withdrawn again. Everything else of them is
the same, the secret that keys their ids included.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from starlette.testclient import TestClient

from app import acts
from app.acts.entered import decision
from app.api.resources import RESOURCES
from app.db import Stores, reading
from app.installation.opening import open_stores, public_reader
from app.main import create_app
from app.models.register import bodies, changes, documents
from app.queries.held import held_documents
from app.queries.listing import Asked, Wanted, page_of
from app.resources import example
from app.settings import Settings, public_url
from importers.doubts import DoubtCode
from tests import postgres
from tests.app.canaries import with_canaries
from tests.app.crawling import Answer, crawl
from tests.app.filing import file, rows
from tests.app.hidden import ALNSJO, ANNA, NUMBER, entered, hide_acts, hide_papers, moved
from tests.app.importing import import_file
from tests.app.mcp.asking import ask
from tests.app.papers import minutes
from tests.app.register.saying import basis, bundle, extract, item
from tests.app.twins import settled
from tests.thorough import THOROUGH, tried

# Every word of this kind, and no other, stands only in what is not published.
CANARY = "kanarie"
CANARIES = ("kanarie", "Kanarie", "KANARIE", "Gulfjäder", "gulfjäd", "KAN-2025", "121212-1212", "1212121212")


@dataclass(frozen=True)
class Installation:
    """A running installation, and where its public register lies."""

    stores: Stores
    using: Settings
    client: TestClient


def opened(folder: Path, desk_url: str) -> tuple[Stores, Settings]:
    """An installation on a copy of the same begun databases: its secret and generation are those of every other copy."""
    using = Settings(
        data_dir=folder / "data", database_url=desk_url, public_database_url=public_url(desk_url), rate_limit="off"
    )
    return open_stores(using), using


def fill(stores: Stores, using: Settings, *, hidden: bool) -> None:
    """The same story twice: told to both, and with what only one of them has in between."""
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna", ALNSJO)
    release_with_canaries(stores, using)
    if hidden:
        hide_papers(stores, using)
    torget = item("31", "Torget", case_numbers=("KN-2025-00007",), yrkanden=(moved("Mira Tallbo (C)", "bifall"),))
    file(stores, bundle(extract("Kulturnämnden", "2025-04-22", torget), digest="1" * 64), ALNSJO)
    later = item("7", "Ån", case_numbers=(NUMBER,), basis=(basis("Kulturnämndens beslut", "beslut", date=None),))
    file(stores, bundle(extract("Kultur- och fritidsnämnden", "2025-12-02", later), digest="2" * 64), ALNSJO)
    if hidden:
        hide_acts(stores)
    title = next(row for row in rows(stores.desk)["items"] if row["number"] == "31")
    acts.correct(stores, str(title["id"]), "title", "Torget vid ån", ANNA)
    acts.correct(stores, str(title["id"]), "number", "32", ANNA)
    acts.rename(stores, ALNSJO, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA)
    acts.link(stores, NUMBER, "KN-2025-00007", ANNA)
    acts.enter(stores, ALNSJO, decision("Kommunfullmäktige", entered("Svar till alla", "KS-2026-00001")), ANNA)
    settled(stores, using.data_dir)


def release_with_canaries(stores: Stores, using: Settings) -> None:
    """A paper that is held for what its page does not show, and released by a person in spite of it."""
    shown = minutes("Tekniska nämnden", "14", "TN-2025-00031", "Tekniska nämnden beslutar att godkänna planen.")
    assert import_file(stores, using, with_canaries(tuple(shown)), "plan.pdf", "anna", ALNSJO).state == "held"
    with reading(stores.desk) as session:
        (held,) = held_documents(session)
    codes = {reason["code"] for reason in held["reasons"]}
    assert codes == {DoubtCode.TEXT_HIDDEN, DoubtCode.TEXT_OUTSIDE_PAGE}
    acts.release(stores, held["document"], ANNA)


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def two(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Installation, Installation]]:
    """An installation with something hidden, and its like without."""
    with ExitStack() as stack:
        made = []
        for name, hidden in (("hiding", True), ("open", False)):
            folder = tmp_path_factory.mktemp(f"{name}-{request.param}")
            url = f"sqlite:///{folder / 'desk.db'}"
            if request.param == "postgresql":
                server: str = request.getfixturevalue("postgres_url")
                database = f"diarium_unseen_{os.getpid()}_{name}"
                url = postgres.create(server, database, request.getfixturevalue("made_template"))
                stack.callback(postgres.drop, server, database)
            else:
                shutil.copytree(request.getfixturevalue("made_files"), folder, dirs_exist_ok=True)
            stores, using = opened(folder, url)
            stack.callback(stores.dispose)
            fill(stores, using, hidden=hidden)
            client = stack.enter_context(TestClient(create_app(using), follow_redirects=False))
            made.append(Installation(stores, using, client))
        yield made[0], made[1]


def stored_bytes(installation: Installation) -> bytes:
    """Everything that the public store keeps: its files, or on PostgreSQL every table of its schema, written out."""
    url = make_url(installation.using.public_database_url)
    if url.get_backend_name() == "sqlite":
        folder = Path(str(url.database)).parent
        return b"".join(path.read_bytes() for path in sorted(folder.glob("public.db*")))
    held = sa.MetaData()
    with installation.stores.public.connect() as connection:
        held.reflect(connection)
        return b"".join(
            str(tuple(row)).encode() for table in held.sorted_tables for row in connection.execute(sa.select(table))
        )


def test_nothing_of_what_is_hidden_is_in_the_public_stores_bytes(two: tuple[Installation, Installation]) -> None:
    hiding, _open = two
    desk = str(rows(hiding.stores.desk, without=set()))
    held = stored_bytes(hiding)
    assert "Torget vid ån".encode() in held
    for canary in CANARIES[:-1]:
        assert canary in desk or canary == "KANARIE"
        assert canary.encode() not in held, canary


def kept(stores: Stores) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the public register, what changed in it included."""
    held = rows(stores.public, without=set())
    with reading(stores.public) as session:
        told = [tuple(row) for row in session.execute(sa.select(changes).order_by(changes.c.n))]
    return {"changes": told} | {name: [tuple(row.values()) for row in table] for name, table in held.items()}


def test_the_public_registers_hold_the_same_rows(two: tuple[Installation, Installation]) -> None:
    hiding, shown = (kept(installation.stores) for installation in two)
    assert len(shown["changes"]) > 5
    assert [name for name, table in hiding.items() if table != shown[name]] == []


def hidden_addresses(hiding: Installation) -> list[str]:
    """What somebody may guess: the ids of everything hidden, its numbers and its words. On PostgreSQL a few of the ids: none is
    in its public register, whose rows are held to be the same."""
    desk, public = rows(hiding.stores.desk), rows(hiding.stores.public)
    tables = ("documents", "items", "cases", "people", "bodies", "matters")
    ids = {str(r["id"]) for t in tables for r in desk[t]} - {str(r["id"]) for t in tables for r in public[t]}
    assert len(ids) > 10
    tried_ids = sorted(ids) if on_sqlite(hiding) or THOROUGH else sorted(ids)[:3]
    guesses = [f"/api/v1/{what}/{i}" for i in tried_ids for what in ("cases", "documents", "items", "people", "bodies")]
    guesses += [f"/api/v1/documents/{i}/pages/1.webp" for i in tried_ids]
    guesses += [f"/handlingar/{i}" for i in tried_ids]
    words = ("KAN-2025-00001", "kan 2025 2", "kanariefågel", "Gulfjäder", "Kanarienämnden", "121212-1212")
    slips = ("kanariee", "kanariefagel", "Gulfjader", "gulfjädr", "KS § 9", "§ 10 2025")
    sought = (*words, *slips, "kanarie", "torget", "torgett", "plan", "nämnd", "Mira", "motion -kanarie")
    asked = [f"{at}?q={w}" for w in sought for at in ("/api/v1/search", "/sok")]
    return [*guesses, *asked, *(f"/arenden?q={w}" for w in words), *(f"/arenden/{w}" for w in words)]


def shown_addresses(stores: Stores) -> list[str]:
    """Everything published, by its id."""
    public = rows(stores.public)
    tables = ("cases", "documents", "items", "people", "bodies")
    found = [f"/api/v1/{table}/{row['id']}" for table in tables for row in public[table]]
    return [*found, *(f"/handlingar/{row['id']}" for row in public["documents"])]


def crawled(installation: Installation, beginnings: list[str]) -> dict[str, Answer]:
    """What can be reached: every address that somebody may guess, everything published, and some of what differs in ids
    alone. Pictures are of the file, whichever database says that they may be seen: drawn on SQLite; on PostgreSQL a few of
    each kind are asked for, since what they are made of is the same."""
    beginnings = [*beginnings, *shown_addresses(installation.stores)]
    files = on_sqlite(installation)
    return crawl(installation.client, beginnings, pictures=files, most_alike=tried(2, 30) if files else tried(1, 2))


def on_sqlite(installation: Installation) -> bool:
    return installation.using.database_url.startswith("sqlite")


def test_a_whole_anonymous_crawl_is_the_same_byte_for_byte(two: tuple[Installation, Installation]) -> None:
    hiding, shown = two
    guesses = hidden_addresses(hiding)
    one, other = crawled(hiding, guesses), crawled(shown, guesses)
    assert [a for a in one if one[a] != other.get(a)] == []
    assert one.keys() == other.keys()
    answered = [status for status, _headers, _body in one.values()]
    assert answered.count(200) > 60
    assert max(answered) < 500
    with reading(hiding.stores.public) as session:
        of_canaries = sa.select(documents.c.id).join(bodies, bodies.c.id == documents.c.body_id)
        paper = session.execute(of_canaries.where(bodies.c.name == "Tekniska nämnden")).scalar_one()
    addresses = (f"/handlingar/{paper}", f"/api/v1/documents/{paper}/file")
    page, file = (hiding.client.get(address).status_code for address in addresses)
    assert (page, file) == (200, 404)
    asked = set(guesses)
    for address, (_status, headers, body) in one.items():
        if address not in asked and not any(canary in unquote(address) for canary in CANARIES):
            assert not any(canary.encode() in body or canary in str(headers) for canary in CANARIES), address


# Words of what is hidden, by the list that holds it at the desk: all but that of changes. And one of what is not hidden.
BIRD, SQUARE = "kanariefågel", "torget"
WORDS = {
    **dict.fromkeys(("cases", "documents", "items", "meetings", "motions"), BIRD),
    **dict.fromkeys(("yrkanden", "reservations", "statements", "votes", "presences", "findings"), "Gulfjäder"),
    **{
        "people": "Kanarie",
        "bodies": "Kanarienämnden",
        "corrections": "kanarieholken",
        "parties": "K",
        "municipalities": "Kanarieholm",
    },
}
FILES = ("csv", "jsonl", "atom")


def asked_by_words(*, few: bool) -> dict[str, list[str]]:
    """What no link leads to, by the word that is sought: each list, and in turn one of the files that it is had as, and the
    search as each; and the feeds of the lists whole. A few of the lists, where the same is asked of another database."""
    found: dict[str, list[str]] = {word: [f"search.{end}" for end in FILES] for word in (BIRD, SQUARE)}
    for n, one in enumerate(RESOURCES[:: 4 if few else 1]):
        for word in (WORDS.get(one.name, BIRD), SQUARE):
            found.setdefault(word, []).extend((one.name, f"{one.name}.{FILES[n % 3]}"))
        found.setdefault("", []).append(f"{one.name}.atom")
    return {word: [f"/api/v1/{path}{f'?q={word}' if word else ''}" for path in paths] for word, paths in found.items()}


def test_words_find_nothing_hidden_in_any_list_file_or_feed(two: tuple[Installation, Installation]) -> None:
    hiding, shown = two
    with reading(hiding.stores.desk) as session:
        lists = [one for one in RESOURCES if one.name in WORDS]
        asked = {one.name: Asked({"q": WORDS[one.name]}, "-id", 1, 0) for one in lists}
        assert [one.name for one in lists if not page_of(session, one.listing, asked[one.name], Wanted()).total] == []
    met = 0
    for word, addresses in asked_by_words(few=not on_sqlite(hiding)).items():
        for address in addresses:
            answers = [installation.client.get(address) for installation in (hiding, shown)]
            assert [answer.status_code for answer in answers] == [200, 200], address
            assert answers[0].content == answers[1].content, address
            text = unquote(answers[0].text)
            text = text.replace(word, "") if word else text  # a feed says what it was asked for
            assert not any(canary in text for canary in CANARIES), address
            met += word == SQUARE and len(text.splitlines()) > 1
    assert met > 4


def asked_over_mcp(installation: Installation) -> list[tuple[bool, str]]:
    """What a language model is answered: every tool, about what is hidden and about what is not."""
    words = (
        "KAN-2025-00001",
        "kanariefågel",
        "kanariee",
        "Gulfjäder",
        "gulfjädr",
        "Kanarienämnden",
        "torget",
        "bifall",
    )
    numbers = (NUMBER, "KN-2025-00007", "KAN-2025-00001", "kan 2025 2")
    narrowed = ({"body": "Kanarienämnden"}, {"party": "K"}, {"person": "Gul Gulfjäder"}, {"body": "ks"})
    narrowed_votes = (*narrowed, {}, *({"number": number} for number in numbers), {"against_board": True})
    by_signer = ({"party": "K"}, {"person": "Gul Gulfjäder"}, {"person": "Mira Tallbo"}, {}, {"has_reservation": True})
    calls = [
        *(("search", {"words": word, "limit": 50}) for word in words),
        *(("search", {"words": "beslut", **narrow}) for narrow in narrowed if "person" not in narrow),
        *((tool, {"number": number}) for tool in ("matter", "path") for number in numbers),
        *(("motions", narrow) for narrow in by_signer),
        *(("votes", narrow) for narrow in narrowed_votes),
    ]
    reader = public_reader(installation.using)
    answers: list[tuple[bool, str]] = ask(reader, *calls)[0]
    reader.dispose()
    return answers


def test_a_language_model_is_answered_the_same(two: tuple[Installation, Installation]) -> None:
    answers, others = map(asked_over_mcp, two)
    assert answers == others
    found = [json.loads(text)["data"] for refused, text in answers if not refused]
    assert sum(bool(data.get("total") or data.get("items") or data.get("steps")) for data in found) > 8
    for data in found:
        told = {name: value for name, value in data.items() if name != "sought"}  # the words that were asked with
        assert not any(canary in json.dumps(told, ensure_ascii=False) for canary in CANARIES)


def test_a_running_server_does_not_show_that_anything_was_filed(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna", ALNSJO)
    addresses = ("/", "/arenden", "/api/v1/cases", "/api/v1/changes", "/api/v1/api-info")
    with TestClient(create_app(using)) as client:

        def answers() -> list[tuple[int, dict[str, str], bytes]]:
            asked = [client.get(address) for address in addresses]
            left_out = {"date", "ratelimit-remaining", "ratelimit-reset"}
            return [
                (a.status_code, {k: v for k, v in a.headers.items() if k not in left_out}, a.content) for a in asked
            ]

        before = answers()
        assert "last-modified" in before[-1][1]
        time.sleep(1.1)  # Last-Modified counts in seconds
        hide_papers(stores, using)
        acts.set_default(stores, ALNSJO, "Kanarienämnden", ANNA, public=False)
        assert answers() == before


def test_what_is_withdrawn_is_gone_from_the_public_stores_bytes(stores: Stores, using: Settings) -> None:
    """But for the number, which the list of changes keeps so that whoever copied the matter learns that it is gone."""
    paper = item(
        "9", "Kanariehuset", case_numbers=("KAN-2025-00001",), yrkanden=(moved("Gul Gulfjäder (K)", "avslag"),)
    )
    file(stores, bundle(extract("Kanarienämnden", "2025-03-01", paper)), ALNSJO)
    with TestClient(create_app(using)) as client:
        installation = Installation(stores, using, client)
        assert "Gulfjäder".encode() in stored_bytes(installation)
        document = next(row for row in rows(stores.desk)["documents"])
        assert client.get("/arenden/alnsjo/kan-2025-00001").status_code == 200
        acts.release(stores, str(document["id"]), ANNA, public=False)
        held = stored_bytes(installation)
    assert [
        canary for canary in ("Kanarie", "kanarie", "Gulfjäder", "gulfjäd", "Gul yrkar") if canary.encode() in held
    ] == []
    assert b"kan-2025-00001" in held
