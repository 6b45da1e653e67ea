"""The papers drawn one after the other into a PDF."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from . import fonts
from .furniture import extract_furniture, motion_furniture, report_furniture, stamp, write
from .layout import BODY, ITEM_NUMBER, LEFT, TITLE, Frame, Line, Piece, paginate, pieces
from .shapes import Extract, Motion, Paper, Report
from .tags import Tags

EXTRACT_FRAME = Frame(first_top=112, top=104, bottom=736)
REPORT_FRAME = Frame(first_top=140, top=100, bottom=780, first_bottom=736)
MOTION_FRAME = Frame(first_top=100, top=100, bottom=780)


def draw(papers: Iterable[Paper], *, municipality: str, title: str, subject: str) -> bytes:
    """The bundle as a PDF; the same papers give the same bytes."""
    fonts.register()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        lang="sv-SE",
        pdfVersion=(1, 7),
        initialFontName=fonts.REGULAR,
    )
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor(municipality)
    canvas.setCreator("diarium")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    tags = Tags(canvas)
    for paper in papers:
        _draw_paper(canvas, tags, paper, municipality)
    tags.finish()
    canvas.showOutline()
    canvas.save()
    return buffer.getvalue()


def _draw_paper(canvas: Any, tags: Tags, paper: Paper, municipality: str) -> None:
    pages = _lay_out(paper)
    name = _bookmark(paper)
    canvas.bookmarkPage(name)
    canvas.addOutlineEntry(name, name)
    with tags.document(name):
        for number, lines in enumerate(pages, 1):
            with tags.artifact():
                _draw_furniture(canvas, paper, municipality, number, len(pages))
            if isinstance(paper, Report) and number == 1:
                with tags.element("P"):
                    write(canvas, LEFT, 104, "Handläggare:", size=BODY.size)
                    write(canvas, LEFT, 117.6, paper.case_officer, size=BODY.size)
            _draw_lines(canvas, tags, lines)
            if isinstance(paper, Extract) and paper.stamp and number == 1:
                with tags.element("P"):
                    stamp(canvas, paper.stamp)
            tags.end_page()


def _lay_out(paper: Paper) -> list[list[Line]]:
    title, body = Piece(paper.title, TITLE), list(pieces(paper.blocks))
    if isinstance(paper, Extract):
        head = [Piece(f"§ {paper.number}", ITEM_NUMBER), title, Piece(paper.case_number, BODY)]
        return paginate([*head, *body], EXTRACT_FRAME)
    return paginate([title, *body], REPORT_FRAME if isinstance(paper, Report) else MOTION_FRAME)


def _bookmark(paper: Paper) -> str:
    """`Kommunstyrelsen § 201, 2025-11-05`"""
    match paper:
        case Extract():
            return f"{paper.body} § {paper.number}, {paper.date}"
        case Report():
            return f"{paper.addressed_to}, {paper.date}"
        case Motion():
            return f"{paper.title}, {paper.date}"


def _draw_furniture(canvas: Any, paper: Paper, municipality: str, page: int, pages: int) -> None:
    match paper:
        case Extract():
            extract_furniture(canvas, paper, municipality, page, pages)
        case Report():
            report_furniture(canvas, paper, municipality, page, pages)
        case Motion():
            motion_furniture(canvas, paper)


def _draw_lines(canvas: Any, tags: Tags, lines: list[Line]) -> None:
    for line in lines:
        style = line.style
        if line.label:
            with tags.element("Lbl"):
                write(canvas, LEFT, line.y, line.label, font=style.font, size=style.size)
        with tags.element(style.tag, line.piece):
            write(canvas, line.x, line.y, line.text, font=style.font, size=style.size)
