"""One matter, two spellings of its title: "en särskilt" in the minutes and "en särskild" in the motion."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from app.ids import fold
from app.register.keys import answered_titles
from app.register.motion_titles import motion_subject
from app.register.rules import Found, Page, Rule, View
from app.register.severity import Severity
from importers.bundle import DocumentKind

_ALIKE = 0.8  # how much of two words is the same letters, for the one to be the other misspelt
_LONGEST = 60  # words


def find(matter: View) -> Iterable[Found]:
    motions = matter.documents(DocumentKind.MOTION)
    if len(motions) != 1 or not motions[0].lead.document.title:
        return
    motion, title = motions[0], motion_subject(motions[0].lead.document.title)
    others = [(page, printed) for page in matter.items if (printed := _answered(page))]
    for spelt in sorted({printed for _, printed in others}):
        words = misspelt(title, spelt)
        if words:
            pages = [page for page, printed in others if printed == spelt]
            params = {"there": words[0], "here": words[1], "motion": title, "title": spelt}
            at = [*motion.at(motion.id, "title"), *(s for page in pages for s in page.at(page.id, "title"))]
            yield Found(params, at, pages[0].id, about=fold(spelt))


def _answered(page: Page) -> str | None:
    """The title of the one motion that a § answers."""
    titles = answered_titles(page.lead) if page.lead.item and len(page.lead.item.answers) <= 1 else []
    return motion_subject(titles[0][0]) if titles else None


def misspelt(one: str, other: str) -> tuple[str, str] | None:
    """The words by which two spellings of a title differ: `("särskild", "särskilt")`; None where they are one title, or
    two."""
    if fold(one) == fold(other):
        return None
    left, right = one.split()[:_LONGEST], other.split()[:_LONGEST]
    if len(left) != len(right):
        return None
    pairs = [(a.strip(".,:"), b.strip(".,:")) for a, b in zip(left, right, strict=True) if fold(a) != fold(b)]
    near = all(SequenceMatcher(None, fold(a), fold(b), autojunk=False).ratio() >= _ALIKE for a, b in pairs)
    if not pairs or not near or len(pairs) * 3 > len(left):
        return None
    return " … ".join(a for a, _ in pairs), " … ".join(b for _, b in pairs)


RULE = Rule("title_spelt_two_ways", Severity.NOTE, of_matter=find)
