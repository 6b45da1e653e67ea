"""A row of a list of votes: what stands beside the name and its party."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, CODE, NAME, OFFICE_WORD

# What may stand before the name.
BEFORE_ROW = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?:(?i:{OFFICE_WORD}) ){{0,4}}$",
    catches=("", "12 ", "Ordförande ", "3. 1:e vice ordförande "),
    leaves=("Anna Ek tjg. för ", "Bo Ås "),
)

# The party in a column before the name.
PARTY_THEN_NAME = Pattern(
    rf"^(?![^\n]{{3,80}} {BARE_CODE}$)(?:\d{{1,3}}\.? )?(?P<whole>(?:(?P<party>{BARE_CODE})|\((?P<bracketed>{CODE})\)) (?P<name>(?=\S+ \S){NAME}))(?:,? (?i:{OFFICE_WORD}\)?){{1,4}})?$",
    catches=("S Anna Ek", "12 (ÖrP) Bo von Ås", "KD Cia Berg, ordförande"),
    leaves=("Anna Ek S", "S Anna", "M Anna Ek S"),
)

_SERVES = r"(?:(?:tjänstgör(?:ande)?|tjg|tj|ers(?:ättare|ätter)?)(?!\w)\.?|i stället(?!\w)|för(?!\w))"
# Somebody who serves, with the party in a column behind all of that, or in brackets behind the name.
NAME_THEN_SERVES = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<name>{NAME})(?: \((?P<bracketed>{CODE})\))?,? \(?{_SERVES}(?: (?:[^()]|\({CODE}\)){{1,80}}?)??\)?(?(bracketed)(?: {CODE})?| (?P<party>{CODE}))$",
    catches=(
        "Anna Ek tjg. för Bo Ås (C) C",
        "Anna Ek, tjg ers KD",
        "Anna Ek (S), ersättare för Bo Ås (M)",
        "2 Bo von Ås (ersättare) M",
    ),
    leaves=("Anna Ek tjg. för Bo Ås (C)", "Anna Ek S", "Anna Förs M"),
)

# §§ in a column of their own behind the name.
NOT_OF_NAME = Pattern(
    r" (?:§§? ?)?\d{1,4}(?: ?[-–] ?\d{1,4}|(?:, \d{1,4}){1,9})$",
    catches=("Anna Ek S 4-6", "Anna Ek S §§ 4–6", "Anna Ek S 4, 6"),
    leaves=("Anna Ek S", "12 Anna Ek S"),
)

# A party of the town's own in small letters, in a column of its own.
SMALL_PARTY_AT_END = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<name>(?=\S+ \S+ ){NAME}) (?P<party>(?!(?:ja|nej|avst|ej|och|samt|ordf|ers|tjg|led)$)[a-zåäö]{{2,4}})$",
    catches=("Patrik Hägg kv", "2 Bo von Ås sju"),
    leaves=("Patrik kv", "Bo Ås ja", "Bo Ås och"),
)

# A whole row of a list of who voted how or was there, whatever page it stands on.
ROW_WITH_MARK = Pattern(
    rf"^(?:\d{{1,3}}\.? )?{NAME} (?:\({CODE}\)|{CODE})(?: (?:[xX×✓✔●■☒]|(?i:ja|nej|avst(?:år|od|\.)?|frånv(?:arande|\.)?))){{1,9}}$",
    catches=("Anna Ek S X", "12 Bo von Ås (M) Ja Nej", "Cia Berg KD X X"),
    leaves=("Anna Ek S", "Anna Ek KS 1", "Justerandes signatur X", "Sida X"),
)
