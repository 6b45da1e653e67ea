"""Who takes whose seat, told in an order of its own: "för Bo Ås (M) Cia Berg (M)", "Bo Ås (M) §§ 1-4, ersätts av Cia Berg"."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE
from importers.patterns.presence import NAME
from importers.patterns.present_items import ITEMS_NAMED

_PERSON = rf"{NAME} ?\({CODE}\)"
REPLACED_BY = Pattern(
    r",? (?:därefter |sedan )?(?:ersätts|ersattes|avlöses|avlöstes|efterträds|efterträddes) (?:därefter |sedan )?av (?=[A-ZÅÄÖÉ])",
    catches=("Bo Ås (M) §§ 1-4, ersätts av Cia Berg (M)", "Bo Ås (M) §§ 1-4, avlöses därefter av Cia Berg"),
    leaves=("Bo Ås ersätter Cia Berg", "ersätts av en annan"),
)
# The same behind somebody who is listed as away; and whatever else tells of who came.
FOR_ABSENT = Pattern(
    r"[ ,;(]{1,3}(?:(?:ersätts|ersattes|ersatt|avlöses|avlöstes) av|(?:tjänstgörande |tjg\.? )?ers(?:ättare|\.)(?:: | (?:är |var )?))(?: ?)(?=[A-ZÅÄÖÉ])",
    catches=("Per Lo (V), ersätts av Rut Ed (V)", "Per Lo (V), ersättare: Rut Ed", "Per Lo (V) (ersatt av Rut Ed (V))"),
    leaves=("Per Lo (V), ersättare", "Per Lo (V), Rut Ed (V)"),
)
CAME_FOR_ABSENT = Pattern(
    r"\b(?:ersätt(?:s|er)|ersatt(?:es|e)?|tjänstgör|tjänstgjorde|(?:in)?träder|(?:in)?trädde|i stället|istället)\b",
    catches=("Rut Ed (V) tjänstgör", "ersätts ej"),
    leaves=("Per Lo (V)", "Tjänstgörande"),
    ignore_case=True,
)
# Whom somebody serves for, and then who does.
SERVED_FIRST = Pattern(
    rf"^(?:(?:[Ff]ör|[Ii] ?stället för|[Ii]stf\.?|[Ss]om ersättare för|[Ee]rsättare för) (?:frånvarande )?)(?P<served>{_PERSON}),? ?:? ?(?:(?:tjänstgör|tjänstgjorde|inträder|inträdde) (?:(?P<when>(?:(?:under|vid|för|i|på) )?{ITEMS_NAMED}) )?)?(?P<serves>{_PERSON})",
    catches=(
        "för Bo Ås (M) Cia Berg (M)",
        "För Bo Ås (M) tjänstgör Cia Berg (M)",
        "i stället för Bo Ås (M): Cia Berg (M)",
        "I stället för Bo Ås (M) tjänstgjorde under §§ 41–43 Cia Berg (M)",
    ),
    leaves=("för Bo Ås (M), ordförande", "Cia Berg (M) för Bo Ås (M)", "för Bo Ås (M)"),
)
# A list of such pairs that ends with whom somebody serves for.
SERVED_ALONE = Pattern(
    rf"^(?:[Ff]ör|[Ii] ?stället för) {_PERSON}(?:,? {_PERSON},? (?:och )?(?:för|i ?stället för) {_PERSON}){{0,6}}$",
    catches=("för Bo Ås (M)", "för Bo Ås (M) Cia Berg (M), för Dan Holm (S)"),
    leaves=("Cia Berg (M), för Dan Holm (S)", "för Bo Ås (M) Cia Berg (M)"),
)
# What parts such a pair from the next.
THEN = Pattern(
    r"(?:[,;.]| och| samt) (?=(?:[Ff]ör|[Ii] ?stället för|[Ii]stf\.?|[Ss]om ersättare för|[Ee]rsättare för) )",
    catches=("Cia Berg (M), för Dan Holm (S)", "Cia Berg (M) och för Dan Holm (S)"),
    leaves=("Cia Berg (M) för Dan Holm (S)",),
)
