"""What a careful reader's rules are made of: what they look at, what they give, and how that becomes rows.

A rule is a file in `findings/`. It looks at one § or document by itself, or at a whole matter, and says nothing where the
minutes are silent: a wrong finding is worse than a missing one. What hangs on the day is no finding but a clock
(`deadlines.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from app.ids import Ids, Tally, fold
from app.register import values
from app.register.bodies import body_name
from app.register.chain import Draft
from app.register.entities import Entity
from app.register.named import with_party
from app.register.severity import Severity
from importers import bundle

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: what its sentence needs, and where it shows.

    `entity` is the § or document it shows in, where it is a matter's; `key` is asked of the whole register when read,
    and the finding holds only while nothing answers. `about` tells it from others of its rule on the same owner.
    """

    params: dict[str, Any] = field(default_factory=dict)
    at: Sequence[values.Source] = ()
    entity: str | None = None
    key: str | None = None
    about: str = ""


class Page:
    """One § or document as a rule sees it: its row, its facts by kind, who and where behind each of them."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.id = entity.id
        self.lead = entity.lead
        self._names = {row.id: row for row in entity.shared if isinstance(row, values.Name)}

    @property
    def item(self) -> values.Item | None:
        return self.entity.row if isinstance(self.entity.row, values.Item) else None

    @property
    def document(self) -> values.Document | None:
        return self.entity.row if isinstance(self.entity.row, values.Document) else None

    @property
    def body(self) -> str:
        """The body's name; empty where none is printed."""
        return body_name(self.lead.document.body) if self.lead.document.body else ""

    def all(self, kind: type[Row]) -> list[Row]:
        """The entity's facts of a kind, in printed order: `page.all(values.Yrkande)`."""
        return [row for row in self.entity.rows if isinstance(row, kind)]

    def people(self, fact_id: str, role: str) -> list[values.Name]:
        """Those whom a fact names in a role: the movers of a yrkande, who signed a motion."""
        return [self._names[m.name_id] for m in self._mentions.get((fact_id, role), [])]

    def name(self, name_id: str) -> values.Name:
        return self._names[name_id]

    def at(self, fact_id: str, name: str | None = None) -> list[values.Source]:
        """Where a fact stands, or one plain field of it; the fact itself where the field has no place of its own."""
        sources = self._sources.get((fact_id, name), [])
        return sources or self._sources.get((fact_id, None), [])

    def texts(self, *roles: bundle.Role) -> list[str]:
        """The text of the sections that look like that; of all where no role is asked for."""
        sections = self.lead.item.sections if self.lead.item else self.lead.document.sections
        return [s.text for s in sections if not roles or s.role in roles]

    def mentions(self, word: str) -> bool:
        """Whether a word (in lower case) stands anywhere in the running text."""
        return any(word in text.casefold() for text in self.texts())

    @cached_property
    def _mentions(self) -> dict[tuple[str, str], list[values.Mention]]:
        mentions: dict[tuple[str, str], list[values.Mention]] = {}
        for row in self.all(values.Mention):
            mentions.setdefault((row.fact_id, row.role), []).append(row)
        return mentions

    @cached_property
    def _sources(self) -> dict[tuple[str, str | None], list[values.Source]]:
        sources: dict[tuple[str, str | None], list[values.Source]] = {}
        for row in self.all(values.Source):
            sources.setdefault((row.fact_id, row.field), []).append(row)
        return sources


@dataclass(frozen=True, slots=True)
class View:
    """A matter as built: its §§ and documents by day, its steps in their order."""

    pages: tuple[Page, ...]
    steps: tuple[Draft, ...]

    @property
    def items(self) -> list[Page]:
        return [page for page in self.pages if page.item]

    def documents(self, kind: bundle.DocumentKind) -> list[Page]:
        return [page for page in self.pages if page.document and page.document.kind == kind]

    def page(self, entity_id: str) -> Page:
        return next(page for page in self.pages if page.id == entity_id)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, how grave it is, the law's paragraph where there is one, and what it looks at."""

    code: str
    severity: Severity
    law: str | None = None
    of_entity: Callable[[Page], Iterable[Found]] | None = None
    of_matter: Callable[[View], Iterable[Found]] | None = None


def printed(person: values.Name) -> str:
    """A person as the minutes print them: `Therez Almerfors (M)`."""
    return with_party(person.name, person.party)


def view(entities: Iterable[Entity], steps: Iterable[Draft]) -> View:
    """A matter for the rules to look at."""
    pages = sorted(map(Page, entities), key=lambda page: (_day(page), page.id))
    return View(tuple(pages), tuple(steps))


def _day(page: Page) -> str:
    return str(page.lead.document.date or "")


def entity_findings(rules: Iterable[Rule], entity: Entity, ids: Ids) -> list[values.Owned]:
    """What the rules find in one § or document by itself, as rows that leave with it; nothing in what a person entered,
    who need not have typed all that the minutes say."""
    if entity.lead.entered:
        return []
    page = Page(entity)
    return [
        row for rule in rules if rule.of_entity for row in _rows(rule, rule.of_entity(page), entity.id, entity.id, ids)
    ]


def matter_findings(rules: Iterable[Rule], matter: View, matter_id: str, ids: Ids) -> list[values.Owned]:
    """What the rules find in a matter as a whole."""
    return [
        row for rule in rules if rule.of_matter for row in _rows(rule, rule.of_matter(matter), matter_id, None, ids)
    ]


def _rows(rule: Rule, findings: Iterable[Found], owner: str, entity: str | None, ids: Ids) -> Iterable[values.Owned]:
    tally = Tally()
    for finding in findings:
        about = finding.about or fold(finding.at[0].quote if finding.at else "")
        finding_id = ids.of("finding", owner, rule.code, about, tally.next(about))
        yield values.Finding(
            id=finding_id,
            owner=owner,
            code=rule.code,
            severity=rule.severity,
            law=rule.law,
            params=finding.params,
            entity_id=finding.entity or entity,
            key=finding.key,
        )
        for n, source in enumerate(finding.at):
            yield source.of_another(ids.of("source", finding_id, n), owner, finding_id, n)
