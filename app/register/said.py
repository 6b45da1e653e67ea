"""What the register is built from: the parts of readings, each a document or one § of it, with the file it lies in."""

from dataclasses import dataclass

from app.register.municipalities import Municipality
from app.register.values import File
from importers.bundle import Document, Item


@dataclass(frozen=True, slots=True)
class Part:
    """A document (its §§ taken out), or one § together with the document it stands in.

    `seq` is the number of the filing, so the smallest was filed first; `items` are the numbers of the document's §§ and
    `item_cases` their printed case numbers, for a document that is an extract.
    """

    seq: int
    n: int
    municipality: Municipality
    file: File
    reader: str
    reader_version: str
    document: Document
    items: tuple[str, ...] = ()
    item_cases: tuple[str, ...] = ()
    item: Item | None = None

    @property
    def pages(self) -> tuple[int, int]:
        return self.document.pages
