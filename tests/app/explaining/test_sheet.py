"""The sheet needs nothing beside it, lets nothing out of the PDF act, and says in words what its boxes show."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.cli import build
from app.commands.running import run
from app.explaining.marks import marks
from app.explaining.sheet import sheet
from app.language.i18n import speaking
from app.resources import example
from importers import read_bundle
from importers.bundle import Bundle, Unread
from tests.app.papers import drawn, minutes

# One page: what is asked of it hangs on no other, and each is drawn anew for each sheet.
PAPER = drawn(minutes("Kommunstyrelsen", "12", "KS-2025-00043", "Kommunstyrelsen beslutar att bygga cykelställ."))
HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'"


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return read_bundle(example())


@pytest.fixture(scope="module")
def paper() -> Bundle:
    return read_bundle(PAPER, "protokoll.pdf")


@pytest.fixture(scope="module")
def html(bundle: Bundle) -> str:
    return "".join(sheet(bundle, example().read_bytes()))


def test_every_mark_has_a_box_or_a_bracket_and_a_line_that_leads_to_it(bundle: Bundle, html: str) -> None:
    page = Page(html)
    wanted = {f"m{mark.number}" for mark in marks(bundle)}
    assert {group["id"] for group in page.all("g") if "id" in group} == wanted
    assert wanted <= {(link["href"] or "")[1:] for link in page.all("a")}
    assert len(page.all("image")) == len(bundle.file.pages)


def test_it_holds_all_it_needs_and_may_fetch_nothing(html: str) -> None:
    page = Page(html)
    policy = next(meta["content"] or "" for meta in page.all("meta") if meta.get("http-equiv"))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.split("; ")[:3] == ["default-src 'none'", "img-src data:", f"style-src 'sha256-{digest}'"]
    assert [name for name, attributes in page.elements if "style" in attributes] == []
    addresses = [attributes.get(key) or "#" for _, attributes in page.elements for key in ("href", "src")]
    assert [address[:30] for address in addresses if not address.startswith(("#", "data:image/webp;base64,"))] == []


def test_what_the_pdf_says_stays_text(paper: Bundle) -> None:
    bad = replace(paper, file=replace(paper.file, name=HOSTILE), unread=(_hostile_line(paper),))
    page = Page("".join(sheet(bad, PAPER)))
    assert page.all("script") == page.all("img") == []
    assert page.text.count(HOSTILE) == 3  # the title, the heading and the line in the list


def _hostile_line(bundle: Bundle) -> Unread:
    source = replace(bundle.documents[0].fields["body"][0], quote=HOSTILE)
    return Unread(HOSTILE, source)


def test_it_speaks_the_language_in_force(paper: Bundle, html: str) -> None:
    assert "Så lästes exempel.pdf" in html
    assert 'lang="sv"' in html
    with speaking("en"):
        english = "".join(sheet(paper, PAPER))
    assert 'lang="en"' in english
    assert "Så lästes" not in english


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str], html: str) -> None:
    target = tmp_path / "sheet.html"
    assert run(build, ["explain", str(example()), "--html", str(target)]) == 0
    assert target.read_text("utf-8") == html
    assert capsys.readouterr().out == ""


def test_without_a_place_it_is_written_beside_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "möte.pdf"
    file.write_bytes(PAPER)
    assert run(build, ["explain", str(file), "--html"]) == 0
    assert capsys.readouterr().err == f"Skrev {tmp_path / 'möte.html'}.\n"
    assert "Så lästes möte.pdf" in (tmp_path / "möte.html").read_text("utf-8")


def test_no_pdf_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 the only copy")
    assert run(build, ["explain", str(example()), "--html", str(other)]) == 2
    assert "är en PDF" in capsys.readouterr().err
    assert other.read_bytes() == b"%PDF-1.7 the only copy"


def test_the_command_says_where_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["explain", str(example()), "--html", str(tmp_path / "nowhere" / "sheet.html")]) == 2
    assert "går inte att skriva" in capsys.readouterr().err


def test_the_command_lists_each_page(bundle: Bundle, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["explain", str(example())]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("Sidan ")] == [f"Sidan {n}" for n in range(1, 10)][
        : len(bundle.file.pages)
    ]
    assert "     10  beslut: besvarad ”1. att anse motionen besvarad.”" in lines
