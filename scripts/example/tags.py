"""Structure for readers who listen: which text is a heading, a list entry or a paragraph, and what is furniture.

Written as ISO 32000 describes a tagged PDF (14.7 and 14.8): marked content in the page, numbered page by page; a tree
of elements that point at those numbers; and a parent tree that points back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFString,
)


@dataclass(slots=True)
class Element:
    """A node of the tree: its children are elements, or `(page, number)` of marked content."""

    tag: str
    title: str | None = None
    children: list[Element | tuple[int, int]] = field(default_factory=list)


def _last(parent: Element, tag: str) -> Element | None:
    """The parent's last child, if it is a `tag`."""
    last = parent.children[-1] if parent.children else None
    return last if isinstance(last, Element) and last.tag == tag else None


def _append(parent: Element, tag: str) -> Element:
    child = Element(tag)
    parent.children.append(child)
    return child


class Tags:
    """Marks what is drawn on `canvas` and, at `finish`, hangs the tree under the catalogue."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._root = Element("Document")
        self._part = self._root
        self._pieces: dict[int, Element] = {}
        self._marked: list[list[Element]] = [[]]
        self._pages: list[Any] = []

    @contextmanager
    def document(self, title: str) -> Iterator[None]:
        """What is drawn inside is one document of the bundle."""
        self._part, self._pieces = Element("Part", title), {}
        self._root.children.append(self._part)
        yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        yield from self._mark("/Artifact BMC")

    @contextmanager
    def element(self, tag: str, piece: int | None = None) -> Iterator[None]:
        """What is drawn inside is one `tag`; the same `piece` again, also on the next page, goes on with the same one."""
        element = self._pieces.get(piece) if piece is not None else None
        if element is None:
            element = _append(self._home(tag), tag)
        if piece is not None:
            self._pieces[piece] = element
        marked = self._marked[-1]
        element.children.append((len(self._marked) - 1, len(marked)))
        marked.append(element)
        yield from self._mark(f"/{tag} <</MCID {len(marked) - 1}>> BDC")

    def _home(self, tag: str) -> Element:
        """Where a new element goes: a label and the text it labels share an entry, and entries in a row share a list."""
        if tag not in ("Lbl", "LBody"):
            return self._part
        entries = _last(self._part, "L") or _append(self._part, "L")
        entry = _last(entries, "LI")
        if entry is None or tag == "Lbl" or _last(entry, "LBody"):
            entry = _append(entries, "LI")
        return entry

    def _mark(self, operator: str) -> Iterator[None]:
        self._canvas._code.append(operator)
        yield
        self._canvas._code.append("EMC")

    def end_page(self) -> None:
        """Close the page, which then knows its own entry in the parent tree."""
        self._pages.append(self._canvas._doc.thisPageRef())
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages) - 1, PDFName("S")
        self._marked.append([])

    def finish(self) -> None:
        document = self._canvas._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_ref = document.Reference(root)
        written: dict[int, Any] = {}
        root.dict["K"] = self._write(self._root, root_ref, written)
        parents = [
            entry
            for page, marked in enumerate(self._marked[:-1])
            for entry in (page, document.Reference(PDFArray([written[id(element)] for element in marked])))
        ]
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(parents)}))
        root.dict["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = root_ref
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _write(self, element: Element, parent: Any, written: dict[int, Any]) -> Any:
        """The element and all below it as PDF objects; returns the reference to it."""
        entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
        reference = written[id(element)] = self._canvas._doc.Reference(entry)
        if element.title:
            entry.dict["T"] = PDFString(element.title)
        entry.dict["K"] = PDFArray([self._child(child, reference, written) for child in element.children])
        return reference

    def _child(self, child: Element | tuple[int, int], parent: Any, written: dict[int, Any]) -> Any:
        if isinstance(child, Element):
            return self._write(child, parent, written)
        page, number = child
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._pages[page], "MCID": number})
