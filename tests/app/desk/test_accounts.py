"""The way in: one-time addresses, passwords, sessions that end, and guessing that locks out nobody else."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.acts import Actor, undo
from app.db import Stores, reading, writing
from app.errors import WrongUse
from app.models.journal import sessions as rows
from app.models.journal import users
from app.queries.decisions import latest_decisions
from app.security import sessions
from app.security.instants import now
from app.security.roles import Grant, Role
from app.security.users import add_user, all_users, end_user, set_grants, user_of
from tests.app.desk.working import PASSWORD, Worker, account
from tests.app.pages.reading import read


def test_an_admin_makes_an_account_whose_owner_comes_in_once_by_its_address(served: TestClient) -> None:
    alva = Worker(served).signed_in("alva").go("/desk/administration")
    alva.send("/desk/administration", login="Nils", name="Nils Ro", role="registrar", municipality="Alnsjö", body="")
    address = alva.page.one("code").text.partition("testserver")[2]
    assert "registrator i Alnsjö" in alva.page.text
    nils = Worker(served).go(address)
    assert served.get(address).status_code == 200, "to look spends nothing"
    nils.send(address, password="kort")
    assert nils.status == 400
    nils.send(address, password="sju sjösjuka sjömän")
    assert nils.at == "/desk" and Worker(served).go(address).status == 410
    assert Worker(served).signed_in("nils", "sju sjösjuka sjömän").at == "/desk"
    alva.go("/desk/administration")
    more = next(
        one for one in alva.page.all("form") if one.attributes["action"].endswith("/nils") and one.all("select")
    )
    alva.send_form(more, role="reader", municipality="Uppsala", what="also")
    shown = alva.page.all("tbody")[0].text
    assert "registrator i Alnsjö" in shown and "läsare i Uppsala" in shown
    ending = [
        form
        for form in alva.page.all("form")
        if form.attributes["action"].endswith("/nils")
        and any(i.attributes.get("value") == "end" for i in form.all("input"))
    ]
    alva.send_form(ending[0])
    done = [row.text for row in alva.page.all("tbody")[1].all("tr")]
    assert len(done) == 3 and all("Alva Alm" in row for row in done)
    for row, words in zip(
        done, ("konto avslutat, nils", "läsare i Uppsala", "konto skapat, nils: registrator i Alnsjö"), strict=True
    ):
        assert words in row
    assert "avslutat" in alva.page.text and nils.go("/desk").at.startswith("/desk/logga-in")


def test_a_wrong_password_and_no_account_are_answered_alike_and_guessing_locks_out_the_guesser_alone(
    served: TestClient,
) -> None:
    wrong, nobody = Worker(served).signed_in("alva", "fel"), Worker(served).signed_in("ingen", "fel")
    assert wrong.status == nobody.status == 403
    assert wrong.page.one("p", role="alert").text == nobody.page.one("p", role="alert").text
    for _ in range(9):
        wrong.signed_in("alva", "fel")
    assert wrong.signed_in("alva").status == 429
    with TestClient(served.app, client=("203.0.113.9", 1), follow_redirects=False) as other:
        assert Worker(other).signed_in("alva").at == "/desk"


def test_guessing_from_the_same_address_locks_out_nobody_who_has_been_in_from_their_browser(served: TestClient) -> None:
    alva = Worker(served).signed_in("alva")
    guesser = Worker(served)
    for _ in range(11):
        guesser.signed_in("alva", "fel")
    assert guesser.signed_in("alva").status == 429
    alva.send("/desk/logga-ut")
    assert alva.signed_in("alva").at == "/desk"
    forged = alva.cookies["diarium_known"]
    guesser.cookies["diarium_known"] = forged[:-1] + ("0" if forged[-1] != "0" else "1")
    assert guesser.signed_in("alva").status == 429


def test_a_browser_that_is_known_is_counted_too_and_is_known_at_its_own_account_alone(
    served: TestClient, stores: Stores
) -> None:
    account(stores, "rut", Grant(Role.READER))
    alva = Worker(served).signed_in("alva")
    for _ in range(20):
        alva.signed_in("alva", "fel")
    assert alva.signed_in("alva").status == 429, "ten for the browser, and ten for its address"
    for _ in range(10):
        alva.signed_in("rut", "fel")
    assert alva.signed_in("rut").status == 429
    with TestClient(served.app, client=("203.0.113.9", 1), follow_redirects=False) as elsewhere:
        both = Worker(elsewhere).signed_in("alva").signed_in("rut")
        stranger = Worker(elsewhere)
        for login in ("alva", "rut"):
            for _ in range(10):
                stranger.signed_in(login, "fel")
            assert both.signed_in(login).at == "/desk", "a browser that several share is known at each account"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_was_typed_in_a_form_outlives_its_session(served: TestClient, stores: Stores) -> None:
    alva = Worker(served).signed_in("alva").go("/desk/administration")
    typed = {"login": "nils", "name": "<b>Nils & Ro", "role": "registrar", "municipality": "Alnsjö", "body": ""}
    late = {"text": "rad ett\n\trad\u200b två"}
    with writing(stores.desk, alone=False) as session:
        session.execute(sa.delete(rows))
    alva.send("/desk/administration", **typed)
    assert alva.status == 403
    alva.send("/desk/logga-in", login="alva", password="fel")
    assert alva.status == 403 and "Det du skrev är kvar" in alva.page.text
    alva.send("/desk/logga-in", login="alva", password=PASSWORD)
    assert "<b>Nils & Ro" in alva.page.one("main").text
    other = Worker(served)
    other.cookies = alva.cookies
    other.go("/desk/konto").send("/desk/konto/losenord", old=PASSWORD, password="tio tunna tallar")
    alva.send("/desk/administration")
    assert alva.status == 403 and "<b>Nils & Ro" in alva.page.one("main").text, "the session is another one by now"
    alva.send("/desk/administration")
    with reading(stores.desk) as session:
        assert user_of(session, "nils").name == "<b>Nils & Ro"
    elsewhere = {"sec-fetch-site": "cross-site", "cookie": f"diarium_desk={alva.cookies['diarium_desk']}"}
    sent = served.post("/desk/administration", headers=elsewhere, data=typed)
    assert sent.status_code == 403 and "Nils" not in sent.text
    for sent_from, shown in (("http://testserver", True), ("https://evil.example", False), ("null", False)):
        for action, more in (("/desk/administration", {}), ("/desk/logga-in", {"form-action": "/desk/administration"})):
            data = {**{f"{'form.' if more else ''}{name}": value for name, value in typed.items()}, **more}
            sent = served.post(action, headers={"origin": sent_from}, data=data)
            assert sent.status_code == 403 and ("Nils" in sent.text) is shown, (sent_from, action)
    waiting = Worker(served)
    waiting.page = read(served.post("/desk/felanmalningar/1", data=late).text)
    waiting.cookies = alva.cookies
    waiting.send("/desk/logga-in", login="alva", password=PASSWORD)
    assert waiting.page.one("h1").text == "Det du skrev är kvar", "signed in meanwhile, in another tab"
    assert waiting.page.one("input", name="text").attributes["value"] == late["text"], "as it was typed, line by line"
    secret = served.post("/desk/konto/losenord", data={"old": "en hemlighet", "password": "en annan"})
    assert secret.status_code == 403 and "hemlighet" not in secret.text and "annan" not in secret.text
    led = served.post("/desk/logga-in", data={"login": "alva", "password": "tio tunna tallar", "form-action": "//evil"})
    assert led.headers["location"] == "/desk"


def test_sessions_are_listed_ended_and_end_by_themselves(served: TestClient, stores: Stores) -> None:
    here = Worker(served).signed_in("alva")
    served.headers["user-agent"] = (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
        "Safari/537.36 <b> Edg/142.0.0.0"
    )
    there = Worker(served).signed_in("alva")
    here.go("/desk/konto")
    assert {row.all("td")[0].text for row in here.page.one("tbody").all("tr")} == {
        "testclient (den här)",
        "Edge på Windows",
    }
    listed = here.page.one("tbody").all("tr")
    other = next(row for row in listed if "den här" not in row.text)
    assert len(listed) == 2
    here.send_form(other.one("form"))
    assert there.go("/desk").at.startswith("/desk/logga-in") and here.go("/desk").at == "/desk"
    old = now(-sessions.IDLE - dt.timedelta(seconds=1))
    with writing(stores.desk, alone=False) as session:
        session.execute(sa.update(rows).values(seen=old))
    assert here.go("/desk/konto").at.startswith("/desk/logga-in?till=%2Fdesk%2Fkonto")
    here.send("/desk/logga-in", login="alva", password=PASSWORD)
    assert here.at == "/desk/konto"
    there.signed_in("alva")
    here.send("/desk/konto/losenord", old=PASSWORD, password="tio tunna tallar")
    assert here.at == "/desk/konto" and there.go("/desk").at.startswith("/desk/logga-in")
    here.send("/desk/logga-ut")
    assert here.go("/desk").at.startswith("/desk/logga-in")


def test_whoever_is_signed_in_may_sign_in_as_another(served: TestClient, stores: Stores) -> None:
    account(stores, "rut", Grant(Role.READER))
    alva = Worker(served).signed_in("alva")
    alva.go("/desk/logga-in").send("/desk/logga-in", login="rut", password=PASSWORD)
    assert alva.at == "/desk" and "Rut Alm" in alva.page.text
    with writing(stores.desk, alone=False) as session:
        token = sessions.new_link(session, user_of(session, "alva").id)
    alva.go(f"/desk/logga-in/{token}").send(f"/desk/logga-in/{token}")
    assert alva.at == "/desk" and "Alva Alm" in alva.page.text


def test_nobody_is_led_to_another_site(served: TestClient) -> None:
    for there in ("//evil.example", "https://evil.example", "/desk//evil.example/..", "/deskx"):
        alva = Worker(served).go(f"/desk/logga-in?till={there}")
        alva.send("/desk/logga-in", login="alva", password=PASSWORD)
        assert alva.at.startswith("/desk")


def test_accounts_keep_an_admin_and_a_name_of_their_own(stores: Stores) -> None:
    with pytest.raises(WrongUse), writing(stores.desk) as session:
        add_user(session, "rut", "Rut Alm", [Grant(Role.REGISTRAR)])
    with writing(stores.desk) as session:
        add_user(session, "alva", "Alva Alm", [Grant(Role.ADMIN)])
    refused = (
        lambda s: add_user(s, "ALVA", "En annan", [Grant(Role.READER)]),
        lambda s: add_user(s, "annan", "Alva Alm", [Grant(Role.READER)]),
        lambda s: add_user(s, "nyckel", "Systemet (key 12)", [Grant(Role.READER)]),
        lambda s: set_grants(s, "alva", [Grant(Role.REGISTRAR)]),
        lambda s: end_user(s, "alva"),
    )
    for act in refused:
        with pytest.raises(WrongUse), writing(stores.desk) as session:
            act(session)
    with reading(stores.desk) as session:
        assert [user.login for user in all_users(session)] == ["alva"]
        assert user_of(session, "Alva").grants == (Grant(Role.ADMIN),)


def test_no_token_and_no_password_is_kept(served: TestClient, stores: Stores) -> None:
    alva = Worker(served).signed_in("alva")
    with reading(stores.desk) as session:
        kept = [*session.execute(sa.select(rows)), *session.execute(sa.select(users))]
    assert alva.cookies["diarium_desk"] not in str(kept) and PASSWORD not in str(kept)


def test_a_grant_for_a_body_holds_for_its_committees_and_no_other() -> None:
    grant = Grant(Role.REGISTRAR, "Alnsjö", "Kommunstyrelsen")
    assert grant.holds(Role.REVIEWER, "x-alnsjo", "Kommunstyrelsens arbetsutskott")
    assert not grant.holds(Role.ADMIN, "x-alnsjo", "Kommunstyrelsen")
    assert not grant.holds(Role.READER, "x-alnsjo", "Kulturnämnden") and not grant.holds(Role.READER, "x-alnsjo", None)
    assert not grant.holds(Role.READER, "0380", "Kommunstyrelsen")


def test_an_admin_ends_the_sessions_of_an_account_and_the_journal_says_who(served: TestClient, stores: Stores) -> None:
    account(stores, "rut", Grant(Role.READER))
    rut, alva = Worker(served).signed_in("rut"), Worker(served).signed_in("alva").go("/desk/administration")
    forms = [form for form in alva.page.all("form") if form.attributes["action"].endswith("/rut")]
    alva.send_form(next(form for form in forms if "Avsluta alla inloggningar" in form.text), what="sessions")
    assert rut.go("/desk").at.startswith("/desk/logga-in") and Worker(served).signed_in("rut").at == "/desk"
    with reading(stores.desk) as session:
        (decision,) = latest_decisions(session, 9)
    assert (decision["actor"], decision["said"]["decided"], decision["said"]["whom"]) == ("Alva Alm", "sessions", "rut")
    with pytest.raises(WrongUse):
        undo(stores, decision["seq"], Actor("Alva Alm", "ångrat"))
    assert rut.signed_in("rut").at == "/desk"
