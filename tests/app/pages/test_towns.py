"""Two municipalities in one installation, each with pages at a host of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores, reading
from app.errors import WrongUse
from app.ids import Keyring
from app.installation.opening import open_stores
from app.journal.keys import keyring
from app.journal.scope import RegisterScope
from app.journal.stretches import Stretch
from app.main import create_app
from app.models.journal import municipality_keys
from app.pages.towns import _LISTS
from app.register.build import Register, build_by_keys
from app.register.municipalities import Municipality
from app.register.towns import Town
from app.settings import Settings, public_url
from tests.app.crawling import crawl
from tests.app.filing import file, rows
from tests.app.pages.reading import read
from tests.app.register.saying import bundle, extract, item
from tests.app.twins import keyed, settled

ANNA = Actor("anna", "ny i installationen")
ALNSJO, BERGSUND = (
    Municipality("x-alnsjo", "Alnsjö", "alnsjo"),
    Municipality("x-bergsund", "Bergsund", "bergsund"),
)
CEDERBY = Municipality("x-cederby", "Cederby", "cederby")
UNDER = "/alnsjo"
BASE, AT_ALNSJO, AT_BERGSUND = "https://diarium.example", "alnsjo.example", "bergsund.example:8443"
AT_CEDERBY = "cederby.example"


@dataclass(frozen=True)
class Installation:
    stores: Stores
    using: Settings
    client: TestClient

    def at(self, host: str, address: str) -> str:
        """A page as that host has it."""
        answer = self.client.get(address, headers={"Host": host})
        assert answer.status_code == 200, (host, address, answer.status_code)
        return answer.text


def fill(stores: Stores, using: Settings, *, hidden: bool) -> None:
    """Two have a meeting with a matter; Bergsund, where something is `hidden`, more that nobody may know of. Cederby has nothing yet."""
    for place, called, colour, host in (
        (ALNSJO, "Alnsjö kommun", "#0b5d3b", AT_ALNSJO),
        (BERGSUND, "Bergsunds kommun", None, AT_BERGSUND),
        (CEDERBY, "Cederby kommun", None, AT_CEDERBY),
    ):
        keyed(stores, place)
        acts.add_municipality(stores, using, Town(place, called, colour, f"https://{host}"), ANNA)
    for n, (place, title) in enumerate(((ALNSJO, "Torget vid ån"), (BERGSUND, "Bryggan i hamnen"))):
        of = item("7", title, case_numbers=(f"KS-2025-0000{n + 1}",))
        file(stores, bundle(extract("Kommunstyrelsen", "2025-03-05", of), digest=str(n) * 64), place)
        if hidden:
            secret = item("8", "Kanariehuset", case_numbers=("KS-2025-00009",))
            unseen = extract("Kanarienämnden", "2025-04-01", secret)
            file(stores, bundle(unseen, digest=f"{n}a" * 32), BERGSUND, released=False)
    if hidden:
        (house, *_others) = [row for row in rows(stores.desk)["items"] if row["title"] == "Kanariehuset"]
        acts.correct(stores, str(house["id"]), "title", "Kanarieholken", ANNA)
        acts.set_default(stores, BERGSUND, "Kanarienämnden", ANNA, public=False)
    settled(stores, using.data_dir)


@pytest.fixture(scope="module")
def two(made_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, Installation]]:
    """An installation of which Bergsund hides something, and its like without."""
    with ExitStack() as stack:
        made = []
        for hidden in (True, False):
            folder = tmp_path_factory.mktemp("towns")
            shutil.copytree(made_files, folder, dirs_exist_ok=True)
            desk = f"sqlite:///{folder / 'desk.db'}"
            using = Settings(
                data_dir=folder / "data",
                database_url=desk,
                public_database_url=public_url(desk),
                base_url=BASE,
                rate_limit="off",
            )
            stores = open_stores(using)
            stack.callback(stores.dispose)
            fill(stores, using, hidden=hidden)
            client = stack.enter_context(TestClient(create_app(using), follow_redirects=False))
            made.append(Installation(stores, using, client))
        yield made[0], made[1]


@pytest.fixture
def shown(two: tuple[Installation, Installation]) -> Installation:
    return two[1]


def test_the_start_page_bears_its_name_and_colour_and_tells_of_it_alone(shown: Installation) -> None:
    html = shown.at(AT_ALNSJO, "/")
    page = read(html)
    assert page.one("p", class_="town").text == "Alnsjö kommun"
    assert page.one("h1").text == "Vad har Alnsjö beslutat?"
    assert "Torget vid ån" in html and "Bryggan" not in html and "Bergsund" not in html
    sheet = next(a for link in page.all("link") if "/farg/" in (a := link.attributes["href"]))
    answer = shown.client.get(sheet, headers={"Host": AT_ALNSJO})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert answer.text == ".town { background: #0b5d3b; color: #fff; }\n"
    for unreadable in ("ffee00", "0b5d3", "0B5D3B", "000000%7D"):
        assert shown.client.get(f"/farg/{unreadable}.css").status_code == 404
    assert "Bryggan" in shown.at(AT_BERGSUND, "/en") and "Alnsjö" not in shown.at(AT_BERGSUND, "/en")


def test_lists_hold_what_is_its_whatever_is_asked_for(shown: Installation) -> None:
    for address in (
        "/arenden",
        "/arenden?kommun=bergsund",
        "/arenden?kommun=bergsund&kommun=bergsund",
        "/en/arenden?%6bommun=bergsund",
        "/sok?q=kommunstyrelsen",
        "/sammantraden",
        "/paragrafer",
        "/organ",
        "/motioner",
        "/andringar",
        "/statistik",
        "/kvalitet",
    ):
        html = shown.at(AT_ALNSJO, address)
        assert "Bryggan" not in html and "Bergsund" not in html, address
    assert "Torget vid ån" in shown.at(AT_ALNSJO, "/arenden?kommun=bergsund")
    assert "Bryggan" in shown.at("diarium.example", "/arenden")
    for typed, leads in (("KS-2025-00001", 303), ("KS-2025-00002", 404), ("00002/2025", 404)):
        assert shown.client.get(f"/arenden?q={typed}", headers={"Host": AT_ALNSJO}).status_code == leads


def test_an_empty_search_tells_what_there_is_of_it_alone(shown: Installation) -> None:
    asked = "/sok?q=torget+hamnen"
    found = [
        read(shown.at(host, asked)).one("section", aria_labelledby="nara") for host in (AT_ALNSJO, "diarium.example")
    ]
    told = [[li.text.partition(":")[0].strip() for li in section.all("li")] for section in found]
    assert told[0] == ["hamnen finns inte här.", "torget", "1 ärende är publicerat här"]
    assert told[1] == ["torget", "hamnen", "2 ärenden är publicerade här"]
    assert "Sök utan avgränsning" in shown.at(AT_ALNSJO, f"{asked}&slag=item")
    assert 'id="nara"' not in shown.at(AT_ALNSJO, "/sok")


def test_one_of_which_nothing_is_public_tells_of_no_other(shown: Installation) -> None:
    for address in sorted(_LISTS):
        html = shown.at(AT_CEDERBY, f"{address}?q=kommunstyrelsen" if address == "/sok" else address)
        assert not any(other in html for other in ("Torget", "Bryggan", "Alnsjö", "Bergsund")), address
        assert "Cederby kommun" in html or address.endswith(".csv")


def test_what_is_anothers_is_led_to_the_installations_own_address(shown: Installation) -> None:
    papers = {row["municipality_id"]: row["id"] for row in rows(shown.stores.public)["documents"]}
    paper = f"/handlingar/{papers['x-bergsund']}"
    for address in ("/arenden/bergsund/ks-2025-00002?as_of=2099-01-01", "/en/organ/bergsund/kommunstyrelsen", paper):
        answer = shown.client.get(address, headers={"Host": AT_ALNSJO})
        assert (answer.status_code, answer.headers["location"]) == (307, f"{BASE}{address}")
    own = ("/arenden/alnsjo/ks-2025-00001", f"/handlingar/{papers['x-alnsjo']}")
    assert all("Alnsjö kommun" in shown.at(AT_ALNSJO, address) for address in own)


def test_permanent_addresses_are_the_installations(shown: Installation) -> None:
    address = "/arenden/alnsjo/ks-2025-00001"
    canonical = [
        next(one for one in read(shown.at(host, address)).all("link") if one.attributes["rel"] == "canonical")
        for host in (AT_ALNSJO, "diarium.example")
    ]
    assert {one.attributes["href"] for one in canonical} == {f"{BASE}{address}"}
    assert f"Sitemap: {BASE}/sitemap.xml" in shown.at(AT_ALNSJO, "/robots.txt")
    for same in ("/sitemap-1.xml", "/api/v1/cases", "/api/v1/cases.atom"):
        assert shown.at(AT_ALNSJO, same) == shown.at("diarium.example", same)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "alnsjo.example.evil.example",
        "alnsjo.example:8443",
        "bergsund.example",
        'alnsjo.example"><script>',
        "https://alnsjo.example",
        "",
        "x" * 4000,
    ],
)
def test_a_host_that_nobody_has_is_answered_as_the_installation(shown: Installation, host: str) -> None:
    html = shown.at(host, "/arenden")
    assert "Torget vid ån" in html and "Bryggan" in html and 'class="town"' not in html
    assert "evil" not in html and "<script>" not in html


@contextmanager
def moved(installations: Sequence[Installation], address: str) -> Iterator[None]:
    """Alnsjö's pages lie at another address while the block runs."""
    made = [
        (one.stores, acts.change_municipality(one.stores, one.using, ALNSJO, ANNA, address=address))
        for one in installations
    ]
    try:
        yield
    finally:
        for stores, seq in made:
            acts.undo(stores, seq, ANNA)


def test_what_one_hides_shows_in_nothing_of_the_others(two: tuple[Installation, Installation]) -> None:
    with moved(two, f"{BASE}{UNDER}"):
        for one in two:
            settled(one.stores, one.using.data_dir)
        hiding, open_one = (
            crawl(one.client, ["/sok?q=kanarie", "/arenden/KS-2025-00009"], pictures=False, most_alike=1, under=UNDER)
            for one in two
        )
    assert [address for address in hiding if hiding[address] != open_one.get(address)] == []
    assert hiding.keys() == open_one.keys()
    answered = [status for status, _headers, _body in hiding.values()]
    assert answered.count(200) > 40 and max(answered) < 500
    # no link leads out of its path; permanent addresses, and what is another's, are the installation's own
    assert {address for address in hiding if not f"{address}/".startswith(f"{UNDER}/")} == set()
    led = {dict(headers).get("location", "/") for _status, headers, _body in hiding.values()}
    assert {address for address in led if not address.startswith((f"{UNDER}/", f"{BASE}/arenden/bergsund/"))} == {"/"}
    for one in two:
        one.client.headers["Host"] = AT_ALNSJO
    at_host = [address.removeprefix(UNDER) for address in sorted(hiding) if address.count("/") < 4]
    for address in at_host:
        answers = [one.client.get(address or "/") for one in two]
        assert answers[0].content == answers[1].content or "rapportera" in address, address
    for one in two:
        del one.client.headers["Host"]


def test_its_pages_lie_under_a_path_as_at_a_host(shown: Installation) -> None:
    page, own = "/arenden/alnsjo/ks-2025-00001", shown.at(AT_ALNSJO, "/arenden/alnsjo/ks-2025-00001")
    with moved([shown], f"{BASE}{UNDER}"):
        under = shown.at("diarium.example", f"{UNDER}{page}")
        ours = re.compile(r' ((?:href|src|action)=")/(?!/)')
        assert under == ours.sub(rf" \1{UNDER}/", own) and ours.search(own)
        assert shown.at("diarium.example", page) != under
        for same in (f"{UNDER}/", f"{UNDER}/?kommun=bergsund"):
            assert shown.at("diarium.example", same) == shown.at("diarium.example", UNDER)
        assert "Alnsjö kommun" in shown.at("127.0.0.1:8000", UNDER)  # a proxy that hands on no host
        assert "Torget" in shown.at("diarium.example", f"{UNDER}/en/arenden")
        for address, status, leads in (
            (f"{UNDER}/arenden/", 308, f"{UNDER}/arenden"),
            (f"{UNDER}/arenden?q=KS-2025-00001", 303, f"{UNDER}{page}"),
            (f"{UNDER}/arenden/bergsund/ks-2025-00002", 307, f"{BASE}/arenden/bergsund/ks-2025-00002"),
            (f"{UNDER}/desk/logga-in", 307, f"{BASE}/desk/logga-in"),
            (f"{UNDER}/metrics", 307, f"{BASE}/metrics"),
            (f"{UNDER}//ond.example/", 308, f"{UNDER}/ond.example"),
            (f"{UNDER}/%2F%5Cond.example/", 308, f"{UNDER}/%5Cond.example"),
            (f"{UNDER}/arenden/bergsund/@ond.example%0D%0Ax:", 307, f"{BASE}/arenden/bergsund/@ond.example%0D%0Ax:"),
            (f"{UNDER}{UNDER}", 404, None),
            ("/Alnsjo", 404, None),
        ):
            answer = shown.client.get(address, headers={"Host": "diarium.example"})
            assert (answer.status_code, answer.headers.get("location")) == (status, leads), address
        refused = shown.client.get(f"{UNDER}/api/v1/cases/nosuch", headers={"Host": "diarium.example"})
        assert refused.json()["instance"] == f"{UNDER}/api/v1/cases/nosuch"
        (case,) = shown.client.get(f"{UNDER}/api/v1/cases?number=KS-2025-00001").json()["cases"]
        assert case["page"] == f"{UNDER}{page}"
        assert case["page"] in shown.client.get(f"{UNDER}/api/v1/cases.csv").text
        assert f"{BASE}/api/v1/cases.atom" in shown.at("diarium.example", f"{UNDER}/api/v1/cases.atom")
        sent = shown.client.post(f"{UNDER}/fel", data={"om": page, "text": "x"}, headers={"Host": "diarium.example"})
        assert sent.status_code == 400 and f'action="{UNDER}/fel"' in sent.text and "Alnsjö kommun" in sent.text
        assert shown.at(AT_ALNSJO, page) == shown.at("diarium.example", page)  # its host is nobody's now
    assert shown.client.get(UNDER, headers={"Host": "diarium.example"}).status_code == 404
    assert shown.at(AT_ALNSJO, page) == own


def test_a_fault_of_ours_is_told_under_its_path(shown: Installation) -> None:
    def fails() -> None:
        raise KeyError

    app = create_app(shown.using)
    app.router.add_api_route("/om/fel", fails)
    with moved([shown], f"{BASE}{UNDER}"), TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get(f"{UNDER}/om/fel")
    assert answer.status_code == 500 and "Alnsjö kommun" in answer.text
    assert f'href="{UNDER}/arenden' in answer.text and ' href="/arenden' not in answer.text


def test_a_path_on_a_host_of_others_is_known_whether_or_not_the_proxy_takes_it_off(shown: Installation) -> None:
    page = "/arenden/alnsjo/ks-2025-00001"
    with moved([shown], "https://www.alnsjo.example/politik/beslut"):
        whole = shown.at("www.alnsjo.example", f"/politik/beslut{page}")
        assert whole == shown.at("www.alnsjo.example", page)
        assert 'href="/politik/beslut/arenden?kommun=alnsjo"' in whole and 'href="/arenden' not in whole
        assert shown.client.get("/politik/beslut", headers={"Host": "diarium.example"}).status_code == 404


def test_what_follows_from_all_is_what_follows_from_each_of_them(two: tuple[Installation, Installation]) -> None:
    """And its ids are the same wherever its entries are appended, whatever secret is there."""
    with reading(two[0].stores.desk) as session:
        keys, stretch = keyring(session), Stretch(session, RegisterScope.DESK)
        own = dict(session.execute(sa.select(municipality_keys.c.municipality, municipality_keys.c.key)).all())
        parts, done, _met = stretch.around({key for of in stretch.starts() for keys in of for key in keys})
    assert {part.municipality for part in parts} == {ALNSJO, BERGSUND} and done
    whole, apart = build_by_keys(parts, keys, done), Register()
    for place in (ALNSJO, BERGSUND):
        elsewhere = Keyring(b"another secret", {place.id: bytes.fromhex(own[place.id])})
        own_parts = [
            replace(part, seq=part.seq + 1000, reading=part.reading + 1000)
            for part in parts
            if part.municipality == place
        ]
        apart.add(build_by_keys(own_parts, elsewhere, [act for act in done if act.keys[0].startswith(f"{place.id}|")]))
    assert sorted(map(repr, apart.owned)) == sorted(map(repr, whole.owned))
    assert sorted(map(repr, apart.shared)) == sorted(map(repr, whole.shared))


def test_a_change_is_seen_at_once_also_on_pages_that_are_kept(shown: Installation) -> None:
    address = "/arenden/alnsjo/ks-2025-00001"
    assert "Alnsjö kommun" in shown.at("ALNSJO.example", address)
    # the last of these tests, since what is public of the two is not the same after it
    seq = acts.change_municipality(shown.stores, shown.using, ALNSJO, ANNA, called="Alnsjö stad")
    assert "Alnsjö stad" in shown.at(AT_ALNSJO, address)
    acts.undo(shown.stores, seq, ANNA)
    assert "Alnsjö kommun" in shown.at(AT_ALNSJO, address)
    acts.change_municipality(shown.stores, shown.using, ALNSJO, ANNA, contact="rut@alnsjo.example")
    for host in (AT_ALNSJO, AT_BERGSUND, "diarium.example"):
        assert ("rut@alnsjo.example" in shown.at(host, "/tillganglighet")) == (host == AT_ALNSJO)
    acts.close_municipality(shown.stores, shown.using, BERGSUND, ANNA)
    for host, page in ((AT_BERGSUND, "/arenden"), (AT_BERGSUND, "/en"), ("diarium.example", "/?kommun=bergsund")):
        assert ("Closed" if page == "/en" else "Stängd") in shown.at(host, page)
    assert "Stängd" not in shown.at(AT_ALNSJO, "/")
    its_pages_lead_on(shown)


def its_pages_lead_on(shown: Installation) -> None:
    """What lay at Bergsund's host, and each page that names it in its address, is at the new one, by the same path."""
    new = "https://ny.example/bergsund"
    for place, address in (
        (ALNSJO, new),  # which is open
        (BERGSUND, "ny.example"),
        (BERGSUND, BASE),
        (BERGSUND, f"https://{AT_ALNSJO}/bergsund"),
        (BERGSUND, f"https://{AT_BERGSUND}"),
    ):
        with pytest.raises(WrongUse):
            acts.change_municipality(shown.stores, shown.using, place, ANNA, moved_to=address)
    (it,) = [row for row in rows(shown.stores.public)["items"] if row["municipality_id"] == BERGSUND.id]
    own = next(row["id"] for row in rows(shown.stores.public)["items"] if row["municipality_id"] == ALNSJO.id)
    (paper,) = [row["id"] for row in rows(shown.stores.public)["documents"] if row["municipality_id"] == BERGSUND.id]
    page, other = "/arenden/bergsund/ks-2025-00002", "/arenden/alnsjo/ks-2025-00001"
    shown.at("diarium.example", page)
    seq = acts.change_municipality(shown.stores, shown.using, BERGSUND, ANNA, moved_to=f"{new}/")
    for host, asked, leads in (
        (AT_BERGSUND, "/", f"{new}/"),
        (AT_BERGSUND, "/en/arenden?q=a%26b&sida=2", f"{new}/en/arenden?q=a%26b&sida=2"),
        (AT_BERGSUND, "/api/v1/items.csv", f"{new}/api/v1/items.csv"),
        ("diarium.example", page, f"{new}{page}"),
        ("diarium.example", f"/en{page}", f"{new}/en{page}"),
        ("diarium.example", "/organ/bergsund/kommunstyrelsen", f"{new}/organ/bergsund/kommunstyrelsen"),
        (AT_ALNSJO, page, f"{new}{page}"),
        ("diarium.example", f"/api/v1/items/{it['id']}", f"{new}/api/v1/items/{it['id']}"),
        ("diarium.example", f"/en/handlingar/{paper}?x=1", f"{new}/en/handlingar/{paper}?x=1"),
        (
            "diarium.example",
            f"/api/v1/meetings/{it['meeting_id']}.json",
            f"{new}/api/v1/meetings/{it['meeting_id']}.json",
        ),
        ("diarium.example", f"/api/v1/items/{own}", None),
        ("diarium.example", other, None),
        (AT_ALNSJO, other, None),
        ("diarium.example", "/arenden?kommun=bergsund", None),
    ):
        answer = shown.client.get(asked, headers={"Host": host})
        assert (answer.status_code, answer.headers.get("location")) == (308 if leads else 200, leads), asked
    acts.undo(shown.stores, seq, ANNA)
    assert "Stängd" in shown.at(AT_BERGSUND, "/arenden") and shown.at("diarium.example", page)
