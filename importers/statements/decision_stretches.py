"""Which stretches of a § decide: those under Beslut, what stands beneath it under bold lines of its own, a proposal that is
all that the body does, and a decision that no heading stands over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Role
from importers.patterns.alone import (
    AT_ANOTHER_TIME,
    BODY_ALONE,
    DECIDED_THEN,
    OF_OTHERS_OR_LATER,
    PASSIVE_ALONE,
    TELLS_OF_IT,
)
from importers.patterns.beside_decisions import HAS_COME_IN
from importers.patterns.decision_headings import (
    OWN_PART,
    OWN_PART_HEADING,
    OWNERS_PROPOSAL,
    PROPOSAL_HEADING,
)
from importers.patterns.decisions import (
    BODY_ASKED,
    BODY_SPEAKS,
    LEAD_END,
    NOT_PUT_OFF,
    PLAIN_ACT,
    PLAIN_CLAUSE,
    PLAIN_DECISION,
    PLAIN_PASSIVE,
    PROPOSED_TO,
    PUTS_OFF,
)
from importers.patterns.elected import ELECTED_HEADING
from importers.patterns.headings import role_of
from importers.patterns.marks import NUMBERED
from importers.patterns.narrated import DECIDED_LEAD
from importers.patterns.organs import cited_organ, in_small
from importers.patterns.reservations import NOBODY_BIASED
from importers.text.layout import Line
from importers.text.passage import passage, sentences
from importers.text.sections import Stretch

# What a body calls itself in short, by what such a body's name has in it.
_ITSELF = {"nämnden": "nämnd", "styrelsen": "styrelse", "utskottet": "utskott", "fullmäktige": "fullmäktige"}
_LONGEST_OPENING = 4  # lines
_UNSAID = (Role.OTHER, Role.PRESENTATION)
_TREATING = (Role.YRKANDEN, Role.PROPOSITION, Role.VOTE, Role.JAV, Role.BASIS, Role.EARLIER)
_TELLING = (Role.OTHER, Role.PRESENTATION, Role.SUMMARY, Role.PREPARATION)


def decision_stretches(stretches: Sequence[Stretch], body: str | None) -> list[Stretch]:
    """The stretches, each that decides with the role of a decision. `body` is whose meeting it is."""
    plain = [part for one in _with_plain_heads(stretches) for part in _with_own_part(one, body)]
    headed = _with_own_proposal(_with_subheads(_with_elected(plain)), body)
    decided = with_plain_decision(headed, body)
    return [part for stretch in decided for part in _without_what_came_in(stretch)]


def _with_plain_heads(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches; one under "Beslut" whose first line says to whom it is a proposal has that line for its heading."""
    return [
        replace(one, heading=one.lines[0].text, heading_lines=(*one.heading_lines, one.lines[0]), lines=one.lines[1:])
        if one.role is Role.DECISION and len(one.lines) > 1 and PROPOSAL_HEADING.match(one.lines[0].text)
        else one
        for one in stretches
    ]


def _with_own_part(stretch: Stretch, body: str | None) -> list[Stretch]:
    """What is proposed to another body cut before the line that heads what the body decides itself: "Kommunstyrelsens beslut för
    egen del"."""
    starts = range(1, len(stretch.lines)) if PROPOSAL_HEADING.match(stretch.heading or "") else ()
    for start in starts:
        line = stretch.lines[start]
        heading = OWN_PART_HEADING.match(line.text) if start + 1 < len(stretch.lines) else None
        if heading and (body is None or is_named(heading["organ"], body)):
            own = Stretch(line.text, Role.DECISION, (line,), stretch.lines[start + 1 :])
            return [replace(stretch, lines=stretch.lines[:start]), own]
    return [stretch]


def _without_what_came_in(stretch: Stretch) -> list[Stretch]:
    """A decision cut before the sentence that opens a list of what has come in, which is told beside it."""
    starts = range(1, len(stretch.lines)) if stretch.role is Role.DECISION else ()
    for start in starts:
        if not stretch.lines[start - 1].text.endswith("."):
            continue
        for end in range(start + 1, min(start + _LONGEST_OPENING, len(stretch.lines)) + 1):
            if HAS_COME_IN.match(passage(stretch.lines[start:end]).text):
                told = Stretch(None, Role.PRESENTATION, (), stretch.lines[start:])
                return [replace(stretch, lines=stretch.lines[:start]), told]
    return [stretch]


def addressee_of(heading: str | None) -> str | None:
    """The body that a heading says something is proposed to: "Förslag till beslut i byggnadsnämnden"."""
    match = PROPOSAL_HEADING.match(heading) if heading else None
    return cited_organ(match["further"] or match["to"]) if match else None


def addressee_within(stretch: Stretch, body: str | None) -> str | None:
    """The body that such a proposal is made to which its heading does not name, by what the proposal opens with."""
    if stretch.role is not Role.DECISION or body is None or not OWNERS_PROPOSAL.match(stretch.heading or ""):
        return None
    asked = _asked_in(stretch, body)
    return cited_organ(asked) if asked else None


def speaks_itself(text: str, body: str | None) -> bool:
    """Whether the text opens as a body's decision does, and the body is that of the meeting."""
    speaker = BODY_SPEAKS.match(text) or PLAIN_DECISION.match(text)
    if DECIDED_THEN.match(text):
        return False
    return speaker is not None and (body is None or is_named(speaker["organ"], body))


def _acts_itself(text: str, body: str | None) -> bool:
    """The same of sentences that decide without a heading over them; another body's is a report of it, or a proposal."""
    speaker = PLAIN_DECISION.match(text) or PLAIN_ACT.match(text)
    return speaker is not None and (body is None or is_named(speaker["organ"], body))


def is_named(organ: str, body: str) -> bool:
    """Whether the organ is the body, in short or in full: "Arbetsutskottet" of "Kommunstyrelsens arbetsutskott", "Nämnden" of a
    board or of what no name says the kind of; "Fullmäktige" is not the executive board."""
    short, whole = organ.lower(), body.lower()
    own = " ".join(
        word for word in whole.split() if not word.endswith("s")
    )  # "Kommunstyrelsens" is whose the committee is
    kinds = [kind for kind in _ITSELF.values() if kind in own]
    return (short in _ITSELF and (not kinds or _ITSELF[short] in kinds)) or any(
        whole == name or whole.endswith(f" {name}") or whole.startswith(f"{name} ")
        for name in (short, short.removesuffix("et"), short.removesuffix("en"))
    )


def _with_elected(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The lists of those elected made one with the decision that they stand under: "Ordinarie" and "Ersättare" head none."""
    merged: list[Stretch] = []
    for stretch in stretches:
        if merged and merged[-1].role is Role.DECISION and stretch.heading and ELECTED_HEADING.match(stretch.heading):
            merged[-1] = replace(merged[-1], lines=(*merged[-1].lines, *stretch.heading_lines, *stretch.lines))
        else:
            merged.append(stretch)
    return merged


def _with_subheads(stretches: Sequence[Stretch]) -> list[Stretch]:
    """A decision's parts under bold lines of their own: all that follows an empty "Beslut", and what decides after another."""
    merged: list[Stretch] = []
    for stretch in stretches:
        last = merged[-1] if merged else None
        beneath = last is not None and last.role is Role.DECISION and _heads_nothing_known(stretch)
        if _is_bold_lead(stretch):
            lines = (*stretch.heading_lines, *stretch.lines)
            merged.append(Stretch(None, Role.DECISION, (), lines))
        elif beneath and last and stretch.lines and (not last.lines or _opens_deciding(stretch.lines)):
            merged.append(replace(stretch, role=Role.DECISION))
        else:
            merged.append(stretch)
    return merged


def _heads_nothing_known(stretch: Stretch) -> bool:
    if stretch.heading is None:
        return False
    if PROPOSAL_HEADING.match(stretch.heading):
        return True
    return stretch.role in _UNSAID and role_of(stretch.heading) is None


def _is_bold_lead(stretch: Stretch) -> bool:
    """Whether the heading is a lead set in bold: "Kommunstyrelsen föreslår kommunfullmäktige besluta"."""
    heading = stretch.heading
    if heading is None or role_of(heading) is not None or not stretch.lines:
        return False
    small = in_small(heading)
    return bool(BODY_SPEAKS.match(small) and LEAD_END.search(small))


def _opens_deciding(lines: Sequence[Line]) -> bool:
    first = lines[0].text
    return bool(BODY_SPEAKS.match(first) or PLAIN_CLAUSE.match(first) or NUMBERED.match(first))


def _with_own_proposal(stretches: Sequence[Stretch], body: str | None) -> list[Stretch]:
    """The stretches; where nothing is decided, the last proposal that the body itself makes to another is its decision.

    Whose it is the heading says, or nobody: "Arbetsutskottets förslag till kommunstyrelsen" is not the board's.
    """
    changed = list(stretches)
    decided = any(
        stretch.role is Role.DECISION and stretch.lines and not OWN_PART.search(stretch.heading or "")
        for stretch in changed
    )
    put_off = any(one.role is Role.DECISION and _puts_off(passage(one.lines).text) for one in changed if one.lines)
    alone = sum(bool(PROPOSAL_HEADING.match(one.heading or "")) for one in changed) == 1
    for index in range(len(changed) - 1, -1, -1):
        heading = PROPOSAL_HEADING.match(changed[index].heading or "")
        if heading is None or not changed[index].lines or changed[index].role is Role.DECISION:
            continue
        own = _is_own(heading["owner"], heading["to"], body) or (
            body is None and alone and not decided and (heading["owner"] or "").lower() in _ITSELF
        )
        if heading["decides"] or (own and (not decided or (heading["owner"] is not None and not put_off))):
            changed[index] = replace(changed[index], role=Role.DECISION)
            decided = True
    return changed if decided else _with_proposal_of_own_name(changed, body)


def _puts_off(text: str) -> bool:
    """Whether the matter is put off in what is decided; not where that is what is refused."""
    return any(not NOT_PUT_OFF.search(text[: match.start()]) for match in PUTS_OFF.finditer(text))


def _with_proposal_of_own_name(stretches: list[Stretch], body: str | None) -> list[Stretch]:
    """The stretches; "Arbetsutskottets förslag till beslut" in that body's own minutes is what it decides, where nothing else is
    and what another body is to do stands in it.
    """
    for index in range(len(stretches) - 1, -1, -1):
        one = stretches[index]
        heading = OWNERS_PROPOSAL.match(one.heading or "")
        if not (heading and one.lines and body and is_named(heading["owner"], body)):
            continue
        if _asked_in(one, body) or _proposes_itself(one, body):
            return [*stretches[:index], replace(one, role=Role.DECISION), *stretches[index + 1 :]]
    return stretches


def _proposes_itself(stretch: Stretch, body: str) -> bool:
    """Whether the stretch opens with the body proposing something: "Arbetsutskottet föreslår att kommunstyrelsen …"."""
    text = passage(stretch.lines).text
    speaker = BODY_SPEAKS.match(text)
    return speaker is not None and is_named(speaker["organ"], body) and PROPOSED_TO.search(text) is not None


def _asked_in(stretch: Stretch, body: str) -> str | None:
    """The body, other than that of the meeting, that the stretch opens with: "Kommunstyrelsen avslår begäran"."""
    text = passage(stretch.lines).text
    speaker = BODY_ASKED.match(text)
    return speaker["organ"] if speaker and not _is_own_name(speaker["organ"], body) else None


def _is_own_name(organ: str, body: str) -> bool:
    return organ.casefold() == body.casefold() or body.casefold().endswith(organ.casefold())


def _is_own(owner: str | None, to: str, body: str | None) -> bool:
    if body is not None and to.lower() == body.lower():
        return False
    return owner is None or (body is not None and is_named(owner, body))


def with_plain_decision(stretches: Sequence[Stretch], body: str | None) -> list[Stretch]:
    """The stretches with a decision that no heading stands over cut off from the text that it ends.

    Only where no heading says that there is one: the last line of a presentation that starts with a body deciding, and
    all that stands beneath. "Kommunfullmäktige beslutar att avslå motionen."
    """
    changed = list(stretches)
    if any(stretch.role is Role.DECISION and stretch.lines for stretch in changed):
        return changed
    for index in range(len(changed) - 1, -1, -1):
        stretch = changed[index]
        if stretch.role not in (*_TELLING, *_TREATING):
            continue
        start = next((at for at in range(len(stretch.lines) - 1, -1, -1) if _decides(stretch.lines, at, body)), None)
        if start is not None and stretch.role in _TREATING and not _opens_clauses(stretch.lines, start):
            continue
        while start and PLAIN_PASSIVE.match(stretch.lines[start - 1].text):
            start -= 1
        if start == 0:
            return [*changed[:index], replace(stretch, role=Role.DECISION), *changed[index + 1 :]]
        if start is not None:
            decision = Stretch(None, Role.DECISION, (), stretch.lines[start:])
            return [*changed[:index], replace(stretch, lines=stretch.lines[:start]), decision, *changed[index + 1 :]]
    return _with_all_that_is_said(changed, body)


def _with_all_that_is_said(stretches: list[Stretch], body: str | None) -> list[Stretch]:
    """The stretches; where a sentence in the passive is all that the § says but for who gets it, it is the decision."""
    said = [index for index, one in enumerate(stretches) if one.role not in (Role.SENT_TO, Role.SIGNATURE)]
    if len(said) != 1 or stretches[said[0]].heading is not None or not stretches[said[0]].lines:
        return stretches
    told = [one.text for one in sentences(passage(stretches[said[0]].lines)) if not NOBODY_BIASED.match(one.text)]
    if len(told) == 1 and (_decides_alone(told[0]) or _does_itself(told[0], body)):
        stretches[said[0]] = replace(stretches[said[0]], role=Role.DECISION)
    return stretches


def _decides_alone(text: str) -> bool:
    """Whether the sentence decides in the passive, and does not tell what others decide, or when: "Taxan antas."."""
    match = PASSIVE_ALONE.match(text)
    return match is not None and not (
        TELLS_OF_IT.search(match["what"] or "") or OF_OTHERS_OR_LATER.search(match["tail"] or "")
    )


def _does_itself(text: str, body: str | None) -> bool:
    """Whether the sentence says what the meeting's own body does, by a short name: "Stämman valde …" of "Förbundsstämman"."""
    match = None if AT_ANOTHER_TIME.search(text) else BODY_ALONE.match(text)
    return match is not None and (body is None or match["organ"].casefold() in body.casefold())


def _opens_clauses(lines: Sequence[Line], at: int) -> bool:
    """Whether an att-sats stands beneath the line: "Stadsfullmäktige beslutar således" / "att avslå motionen"."""
    return at + 1 < len(lines) and PLAIN_CLAUSE.match(lines[at + 1].text) is not None


def _decides(lines: Sequence[Line], at: int, body: str | None) -> bool:
    told = DECIDED_LEAD.match(lines[at].text)
    if told and (body is None or is_named(told["organ"], body)) and _opens_clauses(lines, at):
        return True
    listed = LEAD_END.search(lines[at].text.rstrip(":")) is not None and _opens_clauses(lines, at)
    if at and not listed and not lines[at - 1].text.endswith((".", ":", "?", "!")):
        return False
    if PLAIN_PASSIVE.match(passage(lines[at:]).text):
        return True
    if not _acts_itself(lines[at].text, body):
        return False
    return bool(at and PLAIN_DECISION.match(lines[at].text)) or bool(PLAIN_ACT.fullmatch(passage(lines[at:]).text))
