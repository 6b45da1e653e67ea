"""What is not public is not there: two installations that differ in unpublished matters, and are crawled by anybody.

Each pair is told a story drawn at random, of matters whose numbers, movers, bodies, days and §§ keep meeting. One of them is
told besides what is filed and held, and what is done to that. Every answer of a whole crawl is then the same, byte for byte.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random

from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.acts.entered import decision
from app.db import Stores
from app.errors import DiariumError
from app.main import create_app
from app.settings import Settings
from importers.bundle import Bundle, Document, Item, Reservation, Stance, Yrkande
from scripts.drilling.databases import KINDS, POSTGRESQL, at_hand, server
from scripts.drilling.deeds import Place, do
from scripts.drilling.furnished import furnish
from scripts.drilling.tally import Clock, Fault, Kind, Tally
from tests import postgres
from tests.app.crawling import Answer, crawl
from tests.app.filing import file, rows
from tests.app.register.saying import answer, at, basis, bundle, extract, item, motion, person, report
from tests.app.sheets import ALNSJO
from tests.app.twins import opened, settled

# The public register is built from all that the desk has.
SABOTAGE = (
    "from app.journal import stretches as s; i = s.Stretch.__init__;"
    " s.Stretch.__init__ = lambda self, session, _, until=s.LAST: i(self, session, s.RegisterScope.DESK, until)"
)
ANNA = Actor("anna", "övning")
NUMBERS = [f"KS-2025-{n:05}" for n in range(1, 7)]
BODIES = ("Kommunstyrelsen", "Kommunfullmäktige", "Kulturnämnden", "Kommunstyrelsens arbetsutskott")
PEOPLE = ("Mira Tallbo (C)", "Olle Rask (S)", "Sanna Ek (V)", "Gul Gulfjäder (K)")
TITLES = ("om cykelställ vid torget", "om bänkar vid ån", "om lövträd på skolgården", "om en bro")
Step = tuple[bool, Callable[[Stores], None]]  # whether both are told, and how


def drill(clock: Clock, seed: int, sabotage: str = "", first: int = 0, kinds: tuple[str, ...] = KINDS) -> Tally:
    """Tell and crawl pair after pair, on each kind of database in turn, until the clock has run out. `first` is the pair to
    begin with."""
    tally = Tally("what is not public is not there")
    place, kinds = Place(furnish().at.root.with_name("twins")), tuple(at_hand(kinds))
    servers = {kind: server() if kind == POSTGRESQL else None for kind in kinds}
    turn = first
    while clock.goes_on(tally):
        kind = kinds[turn % len(kinds)]
        run = f"--only unseen --seed {seed} --first {turn}: a pair on {kind}"
        ended = do(place, partial(_pair, place.root, servers[kind], f"{seed} {turn}"), sabotage=sabotage)
        told = [json.loads(line) for line in ended.output.splitlines() if line.startswith("{")]
        if ended.status or not told:
            tally.add([Fault(Kind.OURS, f"a pair could not be compared: {ended.our_fault}", ended.output)], run)
        for one in told:
            tally.add((Fault(Kind.LEAKED, what) for what in one["differ"]), run)
            tally.notes[f"pairs on {kind}"] += 1
            tally.notes["answers compared"] += one["answers"]
        turn += 1
    return tally


def _pair(root: Path, at: str | None, seed: str) -> int:
    """Tell and compare one pair; what differs is printed."""
    crawls: list[dict[str, Answer]] = []
    public: list[dict[str, list[dict[str, object]]]] = []
    running: list[Settings] = []
    guesses: list[str] = []
    with ExitStack() as stack:
        for name in ("hiding", "open"):
            folder = root.with_name(f"{root.name}-{name}")
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            url = f"sqlite:///{folder / 'desk.db'}"
            if at is not None:
                postgres.drop(at, f"twin_{name}")
                url = postgres.create(at, f"twin_{name}")
            stores, using = opened(folder, url)
            stack.callback(stores.dispose)
            for both, step in story(Random(seed)):
                if both or name == "hiding":
                    step(stores)
            settled(stores, folder / "data")
            public.append(rows(stores.public, without=set()))
            guesses = guesses or list(_hidden(stores))
            if public[0] != public[-1]:  # then the answers differ too
                differ = sorted(f"rows of {table}" for table in public[0] if public[0][table] != public[-1][table])
                print(json.dumps({"differ": differ, "answers": 0}), flush=True)
                return 0
            running.append(using)
        for using in running:
            with TestClient(create_app(using), follow_redirects=False) as client:
                crawls.append(crawl(client, guesses, most_alike=30))
    hiding, shown = crawls
    unlike = {_shape(address) for address in hiding.keys() | shown.keys() if hiding.get(address) != shown.get(address)}
    broken = {_shape(address) for address, (status, _headers, _body) in hiding.items() if status >= 500}
    print(json.dumps({"differ": sorted(unlike | broken), "answers": len(hiding)}), flush=True)
    return 0


def _hidden(stores: Stores) -> Iterator[str]:
    """Addresses of what only the desk has, as somebody may guess them."""
    desk, public = rows(stores.desk), rows(stores.public)
    for table, paths in {
        "documents": ("/handlingar/{}", "/api/v1/documents/{}", "/api/v1/documents/{}/pages/1.webp"),
        "items": ("/api/v1/items/{}",),
        "cases": ("/api/v1/cases/{}",),
        "people": ("/api/v1/people/{}",),
        "bodies": ("/api/v1/bodies/{}",),
    }.items():
        seen = {str(row["id"]) for row in public[table]}
        for row in desk[table]:
            if str(row["id"]) not in seen:
                yield from (path.format(row["id"]) for path in paths)
    yield from (f"/arenden?q={word}" for word in (*NUMBERS, "Gulfjäder", "kanarie"))


def _shape(address: str) -> str:
    """An address without what it is the address of."""
    return re.sub(r"[a-z2-7]{16}|ks-2025-\d+|KS-2025-\d+", "…", address)


def story(chance: Random) -> list[Step]:
    """What is told, in order."""
    steps: list[Step] = []
    for n in range(chance.randrange(6, 12)):
        both = n < 2 or chance.random() < 0.6
        filed = bundle(*_papers(chance, hidden=not both), digest=f"{n:02x}" * 32)
        steps.append((both, partial(_told, filed=filed, released=both)))
        if chance.random() < 0.5:
            steps.append((both, _deed(chance, hidden=not both)))
    return steps


def _told(stores: Stores, *, filed: Bundle, released: bool) -> None:
    file(stores, filed, ALNSJO, released=released)


def _papers(chance: Random, *, hidden: bool) -> list[Document]:
    papers: list[Document] = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        kind = chance.randrange(6)
        day = f"2025-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
        if kind == 0:
            papers.append(motion(f"Motion {chance.choice(TITLES)}", day, _who(chance, hidden=hidden)))
        elif kind == 1:
            papers.append(report("Kulturkontoret", day, chance.choice(NUMBERS)))
        else:
            treated = [_item(chance, hidden=hidden) for _ in range(chance.choice((1, 1, 2)))]
            papers.append(extract(chance.choice(BODIES), day, *treated))
    return papers


def _item(chance: Random, *, hidden: bool) -> Item:
    who = _who(chance, hidden=hidden)
    more = {
        "case_numbers": tuple(chance.sample(NUMBERS, chance.choice((0, 1, 1, 2)))),
        "yrkanden": (Yrkande(Stance.AVSLAG, f"{who} yrkar avslag.", at(f"{who} yrkar avslag."), (person(who),)),),
        "reservations": (Reservation(f"{who} reserverar sig.", at(f"{who} reserverar sig."), (person(who),)),),
        "basis": (basis(f"{chance.choice(BODIES)}s beslut", "beslut", date=None),),
        "answers": (answer(chance.choice(TITLES), _who(chance, hidden=hidden)),),
    }
    chosen = {name: value for name, value in more.items() if name == "case_numbers" or chance.random() < 0.4}
    title = (
        f"Kanariefågeln {chance.choice(TITLES)}"
        if hidden and chance.random() < 0.5
        else f"Svar {chance.choice(TITLES)}"
    )
    return item(str(chance.randrange(1, 30)), title, **chosen)


def _who(chance: Random, *, hidden: bool) -> str:
    return chance.choice(PEOPLE if hidden else PEOPLE[:-1])


def _deed(chance: Random, *, hidden: bool) -> Callable[[Stores], None]:
    """Something done to what is filed: in both to what is public, in one to what is not."""
    kind, at_ = chance.randrange(4), chance.random()
    one, other = chance.sample(NUMBERS, 2)
    day = f"2026-0{chance.randrange(1, 10)}-11"

    def act(stores: Stores) -> None:
        desk, public = rows(stores.desk), rows(stores.public)
        seen = {row["id"] for row in public["items"]}
        chosen = sorted(str(r["id"]) for r in desk["items"] if (r["id"] in seen) is not hidden)
        if kind == 0 and chosen:
            acts.correct(stores, chosen[int(at_ * len(chosen))], "title", "Kanariehuset" if hidden else "Torget", ANNA)
        elif kind == 1 and chosen:
            acts.correct(
                stores, chosen[int(at_ * len(chosen))], "number", str(int(at_ * 60) + (100 if hidden else 30)), ANNA
            )
        elif kind == 2 and not hidden and {one, other} <= {str(row["printed"]) for row in public["case_mentions"]}:
            acts.link(stores, one, other, ANNA)  # of numbers that both know, or one would be refused it
        elif kind == 3 and not hidden:
            typed = {"title": ["Svar"], "date": [day], "item": ["4"], "number": [one], "outcome": ["bifall"]}
            acts.enter(stores, ALNSJO, decision("Kommunfullmäktige", typed), ANNA)

    def done(stores: Stores) -> None:
        try:
            act(stores)
        except DiariumError:
            return  # what does not hold of these matters is refused in both

    return done
