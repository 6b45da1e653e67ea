"""What was done before, as running text and "Tidigare behandling" tell it."""

from __future__ import annotations

from importers.bundle import EarlierKind
from importers.patterns.dates import DATE_TEXT
from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

_MEETING = rf"(?:{BODY_NAME}s (?:sammanträde|möte)|{BODY_NAME})"

RAISED = Pattern(
    rf"\b(?P<action>(?:väckt|väckts|väckte|väcktes|lämnades in|anmäld)(?: vid| i| på)?) (?:(?P<organ>{BODY_NAME})s? (?:sammanträde |möte )?)?(?:den )?(?P<date>{DATE_TEXT})",
    catches=("i en motion väckt vid kommunfullmäktiges sammanträde den 11 december 2023",),
    leaves=("väckt motion om lekplatser", "den 11 december 2023"),
    ignore_case=True,
)

TREATED = Pattern(
    rf"(?<!\w)(?P<organ>{BODY_NAME}) (?P<action>(?:behandlade|beslutade|återremitterade|bordlade|remitterade|tillstyrkte|avstyrkte|överlämnade)[^.;:]{{0,120}}?)"
    rf" (?:vid|på|i) (?:sitt |sitt senaste )?(?:sammanträde|möte)t? (?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}))?",
    catches=("Socialnämnden behandlade ärendet vid sitt sammanträde den 23 oktober 2024.",),
    leaves=("beslutade kommunfullmäktige den 6 november 2023 om en extra satsning",),
)

# An entry of "Tidigare behandling": "Bordlagt den 15 februari 2024, § 20 och den 29 februari 2024, § 84."
DATED_STEP = Pattern(
    rf"(?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}(?: ?[A-Za-z](?!\w))?))?",
    catches=("Bordlagt den 15 februari 2024, § 20 och den 29 februari 2024, § 84.",),
    leaves=("§ 20",),
    ignore_case=True,
)

STEP_KINDS = (
    (EarlierKind.RETURNED, Pattern(r"\båterremit", catches=("Återremitterat den 3 maj 2023",), leaves=("remitterat",), ignore_case=True)),
    (EarlierKind.TABLED, Pattern(r"\bbord(?:lag|lad|läg)", catches=("Bordlagt den 3 maj 2023, § 4.",), leaves=("bord",), ignore_case=True)),
    (EarlierKind.REMITTED, Pattern(r"\bremit", catches=("Remitterat till socialnämnden",), leaves=("återremitterat",), ignore_case=True)),
    (EarlierKind.RAISED, Pattern(r"\b(?:väckt|anmäld|inlämnad)", catches=("Väckt den 3 maj 2023",), leaves=("uppväckt",), ignore_case=True)),
    (EarlierKind.PROPOSED, Pattern(r"\b(?:tillstyrk|avstyrk|föresl)", catches=("Tillstyrkt den 3 maj 2023",), leaves=("styrk",), ignore_case=True)),
    (EarlierKind.DECIDED, Pattern(r"\bbeslut(?:ade|at)", catches=("beslutade den 3 maj 2023",), leaves=("beslut",), ignore_case=True)),
)  # fmt: skip
