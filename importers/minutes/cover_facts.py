"""What a cover says, gathered while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.bundle import Attendance, Doubt, Meeting, Person, Presence, Source
from importers.doubts import DoubtCode, doubt
from importers.patterns.cover_labels import Label
from importers.patterns.presence import CHAIR
from importers.patterns.signing import DOTTED_BEHIND
from importers.text.passage import Passage


@dataclass(slots=True)
class Cover:
    """What the cover says; each part `None` or empty where it says nothing.

    `meeting_stands` and `attendance_stands` hold where the parts stand that bring no source of their own.
    """

    place: Passage | None = None
    starts: str | None = None
    ends: str | None = None
    paragraphs: Passage | None = None
    chair: Person | None = None
    named_chairs: list[tuple[Person, Passage]] = field(default_factory=list)  # by a label, without a party
    members: list[Presence] = field(default_factory=list)
    substitutes: list[Presence] = field(default_factory=list)
    others: list[Person] = field(default_factory=list)
    justerare: list[tuple[Person, Passage]] = field(default_factory=list)
    meeting_stands: list[Source] = field(default_factory=list)
    attendance_stands: list[Source] = field(default_factory=list)
    led_in_part: list[Passage] = field(default_factory=list)  # the chair, printed with some of the §§
    led_somewhere: list[tuple[Person, Passage]] = field(
        default_factory=list
    )  # members, printed with the §§ that they led
    doubts: list[Doubt] = field(default_factory=list)

    def meeting(self) -> Meeting | None:
        if not (self.place or self.starts or self.paragraphs):
            return None
        paragraphs = self.paragraphs.text if self.paragraphs else None
        return Meeting(self.place.text if self.place else None, self.starts, self.ends, paragraphs)

    def attendance(self) -> Attendance | None:
        if not (self.chair or self.members or self.substitutes or self.others):
            return None
        members = tuple(one for one in self.members if one.items or one.for_ or not self._leads(one))
        return Attendance(self.chair, members, tuple(self.substitutes), tuple(self.others))

    @property
    def names(self) -> set[str]:
        """The names of all that the cover lists."""
        there = [one.person for one in (*self.members, *self.substitutes)]
        chair = [self.chair] if self.chair else []
        return {one.name for one in (*chair, *there, *self.others, *(one for one, _ in self.justerare))}

    @property
    def chairs_besides(self) -> bool:
        """Whether somebody besides the chair stands in the list as one who led, a part of the meeting perhaps."""
        there = [*self.members, *self.substitutes]
        led = any(person.name != (self.chair.name if self.chair else None) for person, _ in self.led_somewhere)
        return led or any(CHAIR.match(one.person.role or "") and not self._leads(one) for one in there)

    def list_once(self) -> None:
        """Leaves out who served for somebody, as one list says, where another lists them only as one who served."""
        served = {one.person for one in (*self.members, *self.substitutes) if one.for_ and one.items is None}
        twice = [
            one for one in self.substitutes if one.person in served and one.serving and not (one.for_ or one.items)
        ]
        self.attendance_stands += [one.source for one in twice]
        self.substitutes = [one for one in self.substitutes if one not in twice]

    def doubt(self, code: DoubtCode, words: Passage) -> None:
        """Doubts the words."""
        self.doubts.append(doubt(code, text=words.text, sources=[words.source()]))

    def is_signature(self, label: Label, words: Passage) -> bool:
        """Whether the words are a name to sign behind, which no list of officials ends with; of nobody listed, it is doubted."""
        signed = DOTTED_BEHIND.match(words.text) if label is Label.OTHERS else None
        if signed and not any(name in signed["name"] for name in self.names):
            self.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)
        return signed is not None

    def _leads(self, one: Presence) -> bool:
        """Whether a member is the chair, who is named apart from the list as well."""
        chair = self.chair
        return chair is not None and (one.person.name, one.person.party) == (chair.name, chair.party)
