"""Lists of votes with a party or a choice over the names, or the choice before each."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE

_CHOICE = r"(?:ja|nej|avst(?:år|od|ående|\.)?|frånv(?:arande|\.)?)"
CHOICE_OVER_NAMES = Pattern(
    rf"^(?:röst(?:ar|ade)? |har röstat |antal )?(?P<choice>{_CHOICE})(?:-? ?röst(?:er)?)?(?: ?[:–-]? ?\(?(?P<count>\d{{1,3}})(?: st| röster)?\)?)? ?:?$",
    catches=("Ja (5)", "Nej-röster: 3", "AVSTÅR", "Röstade ja (5 st):"),
    leaves=("Ja Anna Ek", "Jan", "5 ja"),
    ignore_case=True,
)
# A party with its code behind it, of the town's own too.
OVER_PARTY = Pattern(
    rf"^[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]{{3,20}}(?: [A-Za-zÅÄÖåäö]{{2,20}}){{0,3}} \((?P<code>{CODE})\)(?:,? \d{{1,2}} (?:mandat|ledamöter|platser))? ?:?$",
    catches=("Hembygdens väl (HV)", "Sjukvårdspartiet (SJVP), 3 mandat"),
    leaves=("Anna Ek (S) Ja", "S"),
)
HEADS_CHOICE_FIRST = Pattern(
    r"^(?:nr\.? )?(?:röst|resultat|röstade|val) (?:namn|ledamot|ledamöter)(?: parti)?$",
    catches=("Röst Namn Parti", "Nr Resultat Ledamot Parti"),
    leaves=("Namn Parti Röst",),
    ignore_case=True,
)
CHOICE_BEFORE_NAME = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<choice>{_CHOICE}) (?=\S)",
    catches=("Ja Anna Ek S", "3. Nej Bo Ås (M)"),
    leaves=("Jan Ek", "Ja"),
    ignore_case=True,
)
