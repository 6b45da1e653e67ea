"""Whoever works at the desk: follows links and sends the forms that its pages hold."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from app.acts.boxes import boxes_of
from app.db import Stores, writing
from app.desk.quoting import WIDTH
from app.security.roles import Grant
from app.security.users import add_user, set_password
from tests.app.pages.reading import Element, read

PASSWORD = "en häst och fyra höns"


def account(stores: Stores, login: str, *grants: Grant) -> None:
    """An account with a password."""
    with writing(stores.desk, alone=False) as session:
        user = add_user(session, login, f"{login.capitalize()} Alm", grants)
        set_password(session, user.id, PASSWORD)


class Worker:
    """A browser of its own: its cookies, and the page that it has before it."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.cookies: dict[str, str] = {}
        self.status = 0
        self.at = ""
        self.headers: Any = {}
        self.page = Element("", {})

    def go(self, address: str) -> Worker:
        """Ask for an address, and follow where it leads."""
        return self._asked("GET", address)

    def send(self, action: str, files: Any = None, **fields: str) -> Worker:
        """Send the one form of the page whose action ends so, with these fields typed and its button pressed."""
        found = [one for one in self.page.all("form") if one.attributes.get("action", "").endswith(action)]
        assert found, f"no form to {action} at {self.at}"
        return self.send_form(found[0], files, **fields)

    def send_form(self, form: Element, files: Any = None, **fields: str) -> Worker:
        if form.attributes.get("method") == "get":
            query = "&".join(f"{name}={value}" for name, value in {**_held(form), **fields}.items())
            return self.go(f"{form.attributes['action']}?{query}")
        assert set(fields) <= _names(form), f"{set(fields) - _names(form)} not in the form"
        return self._asked("POST", form.attributes["action"], data={**_held(form), **fields}, files=files)

    def click(self, action: str, **at: str) -> Worker:
        """Click in the picture of the form whose action ends so: all that it holds is sent with where that was."""
        form = next(one for one in self.page.all("form") if one.attributes.get("action", "").endswith(action))
        return self._asked("POST", form.attributes["action"], data={**_held(form), **at})

    def signed_in(self, login: str, password: str = PASSWORD) -> Worker:
        return self.go("/desk/logga-in").send("/desk/logga-in", login=login, password=password)

    def link(self, words: str) -> str:
        """Where the first link with these words leads."""
        found = [one for one in self.page.all("a") if words in one.text]
        assert found, f"no link {words} at {self.at}: {self.page.text[:600]}"
        return found[0].attributes["href"]

    def _asked(self, method: str, address: str, **sent: Any) -> Worker:
        self.client.cookies.clear()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies} if cookies else {}
        answer = self.client.request(method, address, headers=headers, **sent)
        for name, value in answer.cookies.items():
            self.cookies[name] = value
        if answer.status_code == 303:
            if 'diarium_desk=""' in answer.headers.get("set-cookie", ""):
                self.cookies.pop("diarium_desk", None)
            return self._asked("GET", answer.headers["location"])
        self.status, self.at, self.headers = answer.status_code, address, answer.headers
        self.page = (
            read(answer.text) if answer.headers.get("content-type", "").startswith("text/html") else Element("", {})
        )
        return self


def _names(form: Element) -> set[str]:
    fields = [one for tag in ("input", "select", "textarea", "button") for one in form.all(tag)]
    return {one.attributes["name"] for one in fields if "name" in one.attributes}


def clicks(worker: Worker, box: str) -> list[dict[str, str]]:
    """Where the two corners of a box are clicked, the lower right one first."""
    scale = WIDTH / float(worker.page.one("div", class_="pick").one("svg").attributes["viewbox"].split()[2])
    ((_page, [(x0, top, x1, bottom)]),) = boxes_of([box]).items()
    corners = ((x1 + 2, bottom + 1), (x0 - 2, top - 1))
    return [{"klick.x": f"{x * scale:.0f}", "klick.y": f"{y * scale:.0f}"} for x, y in corners]


def _held(form: Element) -> dict[str, Any]:
    """What the form holds before anybody types: as a browser would send it."""
    held: dict[str, Any] = {}
    for one in form.all("input"):
        kind, name = one.attributes.get("type", "text"), one.attributes.get("name")
        unticked = kind in {"checkbox", "radio"} and "checked" not in one.attributes
        if name and not unticked and kind not in {"file", "submit", "image"}:
            value = one.attributes.get("value", "")
            held[name] = (
                [*held[name], value]
                if isinstance(held.get(name), list)
                else [held[name], value]
                if name in held
                else value
            )
    for one in form.all("textarea"):
        held[one.attributes["name"]] = one.text
    for one in form.all("select"):
        options = one.all("option")
        chosen = next((o for o in options if "selected" in o.attributes), options[0] if options else None)
        held[one.attributes["name"]] = chosen.attributes["value"] if chosen else ""
    return held
