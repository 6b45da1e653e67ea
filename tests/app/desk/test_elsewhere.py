"""Signing in at an OpenID Connect provider, against a small one that runs beside the test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from app.db import Stores, writing
from app.main import create_app
from app.security.roles import Grant, Role
from app.security.users import end_user
from app.settings import Settings
from tests.app.desk.provider import CLIENT, SECRET, SmallProvider, running
from tests.app.desk.working import Worker, account
from tests.app.pages.reading import read

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def provider() -> Iterator[SmallProvider]:
    with running() as started:
        yield started


@pytest.fixture
def at(stores: Stores, using: Settings, provider: SmallProvider) -> Iterator[TestClient]:
    """The installation, where Rut works, that trusts the provider."""
    account(stores, "alva", Grant(Role.ADMIN))
    account(stores, "rut", Grant(Role.REVIEWER, "Alnsjö"))
    provider.wrong, provider.stranger = {}, False
    more: dict[str, Any] = {"oidc_issuer": provider.issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    set_ = Settings(**{**using.model_dump(), **more, "oidc_name": "Alnsjö-ID"})
    with TestClient(create_app(set_), follow_redirects=False) as client:
        yield client


def step(worker: Worker, address: str) -> str:
    """Ask for an address of ours with the cookies that the browser holds; where it leads, or the words that it says."""
    worker.client.cookies.clear()
    cookies = "; ".join(f"{name}={value}" for name, value in worker.cookies.items())
    answer = worker.client.get(address, headers={"Cookie": cookies})
    worker.cookies |= dict(answer.cookies)
    worker.status = answer.status_code
    return answer.headers.get("location", answer.text)


def back_from(there: str) -> str:
    """What the provider leads back to, as an address of ours."""
    led = httpx2.get(there, follow_redirects=False)
    return led.headers["location"].removeprefix("http://testserver")


def tied(at: TestClient) -> Worker:
    """Rut, whose account is tied to whom the provider knows."""
    rut = Worker(at).signed_in("rut").go("/desk/konto")
    rut.send("/konto/oidc", what="tie")
    assert rut.page.one("h1").text == "Koppla kontot till Alnsjö-ID"
    assert step(rut, back_from(rut.link("Vidare till"))) == "/desk/konto"
    assert "Kontot är kopplat" in rut.go("/desk/konto").page.text
    return rut


def test_whoever_ties_an_account_signs_in_with_the_roles_that_are_granted_here(
    at: TestClient, provider: SmallProvider
) -> None:
    tied(at)
    again = Worker(at)
    there = again.go("/desk/logga-in?till=/desk/konto").link("Logga in med Alnsjö-ID")
    led = back_from(step(again, there))
    assert step(again, led) == "/desk/konto"
    at.cookies.clear()
    kept = read(at.post("/desk/felanmalningar/1", data={"text": "kvar"}).text)
    (way,) = (link for link in kept.all("a") if "Logga in med Alnsjö-ID" in link.text)
    assert way.attributes["target"] == "_blank", "what was typed stays in this tab, to be sent from it"
    shown = again.go("/desk/konto").page.one("main").text
    assert "Rut Alm" in shown and "granskare i Alnsjö" in shown, "the provider says that she is an admin called Elak Ek"
    assert again.go("/desk/administration").status == 403
    assert step(Worker(at), led) and step(again, led), "nobody comes in by the same answer again"
    alva = Worker(at).signed_in("alva").go("/desk/administration")
    (row,) = (row for row in alva.page.one("tbody").all("tr") if "kopplat till Alnsjö-ID" in row.text)
    assert "Rut Alm" in row.text
    alva.send_form(next(form for form in row.all("form") if "Ta bort kopplingen" in form.text), what="untie")
    accounts, decisions = alva.page.all("tbody")
    assert "kopplat till" not in accounts.text and "koppling borttagen" in decisions.text
    other = Worker(at)
    assert "Inget konto här är kopplat" in step(other, back_from(step(other, "/desk/oidc"))) and other.status == 403


def test_who_is_tied_to_no_account_gets_none_and_one_person_has_one_account(
    at: TestClient, stores: Stores, provider: SmallProvider
) -> None:
    stranger = Worker(at)
    assert "Inget konto här är kopplat" in step(stranger, back_from(step(stranger, "/desk/oidc")))
    assert stranger.status == 403 and "diarium_desk" not in stranger.cookies
    tied(at)
    account(stores, "sven", Grant(Role.READER, "Alnsjö"))
    sven = Worker(at).signed_in("sven").go("/desk/konto")
    sven.send("/konto/oidc", what="tie")
    assert "hör redan till ett annat konto" in step(sven, back_from(sven.link("Vidare till")))


def test_whoever_comes_back_to_a_new_account_ties_it_when_the_old_one_has_ended(at: TestClient, stores: Stores) -> None:
    tied(at)
    with writing(stores.desk) as session:
        end_user(session, "rut")
    account(stores, "ny", Grant(Role.READER, "Alnsjö"))
    ny = Worker(at).signed_in("ny").go("/desk/konto")
    ny.send("/konto/oidc", what="tie")
    assert step(ny, back_from(ny.link("Vidare till"))) == "/desk/konto"
    again = Worker(at)
    assert step(again, back_from(step(again, "/desk/oidc"))) == "/desk" and "diarium_desk" in again.cookies


def test_an_account_is_tied_in_the_session_that_asked_for_it(at: TestClient) -> None:
    """Whoever can put a cookie in another's browser may know whose account it is, but no session of it."""
    rut = Worker(at).signed_in("rut").go("/desk/konto")
    rut.send("/konto/oidc", what="tie")
    led = back_from(rut.link("Vidare till"))
    again = Worker(at).signed_in("rut")
    again.cookies["diarium_away"] = rut.cookies["diarium_away"]
    assert "gäller inte" in step(again, led) and again.status == 403
    assert "Kontot är kopplat" not in again.go("/desk/konto").page.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://annan.example"},
        {"nonce": "en annan webbläsares"},
        {"aud": "ett annat program"},
        {"exp": 1_700_000_000},
        {"nonce": None},
        {"sub": 7},
        {},
    ],
    ids=["issuer", "nonce", "audience", "expired", "no nonce", "subject", "signature"],
)
def test_a_token_that_is_not_for_this_visit_lets_nobody_in(
    at: TestClient, provider: SmallProvider, wrong: dict[str, Any]
) -> None:
    tied(at)
    provider.wrong, provider.stranger = wrong, not wrong
    worker = Worker(at)
    assert "gäller inte" in step(worker, back_from(step(worker, "/desk/oidc")))
    assert worker.status == 403 and "diarium_desk" not in worker.cookies


def test_an_answer_that_another_browser_asked_for_lets_nobody_in(at: TestClient) -> None:
    rut = tied(at)
    asked = back_from(step(Worker(at), "/desk/oidc"))
    for other in (Worker(at), rut):
        assert "gäller inte" in step(other, asked) and other.status == 403
    began = Worker(at)
    step(began, "/desk/oidc")
    assert "gäller inte" in step(began, asked)
    state = asked.partition("state=")[2]
    assert "gäller inte" in step(began, f"/desk/oidc/svar?error=access_denied&state={state}")


def test_a_provider_that_is_away_or_another_than_was_set_is_told(
    stores: Stores, using: Settings, provider: SmallProvider
) -> None:
    account(stores, "alva", Grant(Role.ADMIN))
    for issuer, status in ((f"{provider.issuer}/", 403), ("http://127.0.0.1:9", 503)):
        set_ = Settings(**{**using.model_dump(), "oidc_issuer": issuer, "oidc_client_id": CLIENT})
        with TestClient(create_app(set_), follow_redirects=False) as client:
            worker = Worker(client)
            step(worker, "/desk/oidc")
            assert worker.status == status
            step(worker, "/desk/oidc")
            assert worker.status == 503, "it is left alone for a while"


def test_whoever_breaks_off_at_the_provider_has_guessed_at_nothing(at: TestClient) -> None:
    tied(at)
    breaks = Worker(at)
    state = step(breaks, "/desk/oidc").partition("state=")[2].partition("&")[0]
    for _ in range(11):
        assert "gäller inte" in step(breaks, f"/desk/oidc/svar?error=access_denied&state={state}")
    led = back_from(step(breaks, "/desk/oidc"))
    assert "gäller inte" in step(breaks, f"{led}&error=access_denied"), "where an error is told no code is tried"
    assert step(breaks, led) == "/desk", "nor has anybody else of the same office"


def test_guessing_at_answers_locks_out_the_guesser(at: TestClient) -> None:
    guesser = Worker(at)
    state = step(guesser, "/desk/oidc").partition("state=")[2].partition("&")[0]
    for _ in range(10):
        assert "gäller inte" in step(guesser, f"/desk/oidc/svar?code=guessed&state={state}")
    step(guesser, f"/desk/oidc/svar?code=guessed&state={state}")
    assert guesser.status == 429
    assert Worker(at).signed_in("rut").at == "/desk", "and no account"
