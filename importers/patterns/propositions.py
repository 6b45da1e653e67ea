"""Beslutsgång: what the chair puts against what, and what is found to have won."""

from __future__ import annotations

from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

PUT_AGAINST = Pattern(
    r"\b(?:ställer|ställde|ställs|sätter|ställer proposition på)(?: proposition (?:på|om))? (?P<first>.{2,400}?) mot (?P<second>.{2,400}?)(?= och finner\b|[.;]$|[.;] [A-ZÅÄÖ]|$)",
    catches=(
        "Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.",
        "Ordföranden ställer förslagen mot varandra.",
    ),
    leaves=("Ordföranden finner att motionen avslås.",),
)

EACH_OTHER = Pattern(r"^varandra$", catches=("varandra",), leaves=("avslag",))

_ORGAN = rf"(?:[A-Za-zÅÄÖåäö]{{2,40}}s )?(?:{BODY_NAME}|nämnden|styrelsen|utskottet)"

# "finner att kommunstyrelsen beslutar att bifalla X", "finner att arbetsutskottet bifaller X", "finner bifall till X"
FOUND = Pattern(
    rf"\bfinner(?: därvid| då)? (?:bifall till|att {_ORGAN} (?:beslutar (?:att )?(?:bifalla|enligt|i enlighet med|bifall till)|beslutat (?:bifalla|enligt)|"
    rf"bifaller|biträder|antar)|att (?=[^.]{{2,200}} (?:bifallits|bifalls|vunnit|antagits))) ?(?P<winner>[^.;]{{2,300}}?)(?: (?:har )?(?:bifallits|bifalls|vunnit|antagits))?(?=\.?$|[.;] )",
    catches=(
        "finner bifall till liggande förslag.",
        "finner att kommunstyrelsen beslutar att bifalla arbetsutskottets förslag att besvara motionen.",
        "finner att arbetsutskottet bifaller föreliggande förslag att besvara motionen.",
        "finner att nämnden beslutar enligt förvaltningens förslag.",
    ),
    leaves=("Ordföranden ställer förslagen mot varandra.",),
    ignore_case=True,
)
