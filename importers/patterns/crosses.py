"""Lists of those present with a cross in each column: what the columns are called, and what stands in them."""

from __future__ import annotations

from enum import StrEnum

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, LONG_NAMES


class Column(StrEnum):
    """What a cross in the column says of whoever its row names."""

    PRESENT = "present"
    SUBSTITUTE = "substitute"  # a substitute who serves
    SERVING = "serving"
    AWAY = "away"
    VOTE = "vote"
    TEXT = "text"  # words stand there, no crosses
    ITEMS = "items"  # the §§ that somebody was there for
    SERVED = "served"  # whom somebody serves for
    SERVED_BY = "served_by"  # who serves for somebody
    PLACE = "place"  # where somebody is from: no part of their name


_SERVES = r"(?:tjg|tjänstg(?:ör|örande)?)\.?"
HEADS_OF_CROSSES: tuple[tuple[Column, Pattern], ...] = tuple(
    (column, Pattern(rf"^(?:{words}) ?:?$", catches=catches, leaves=leaves, ignore_case=True))
    for column, words, catches, leaves in (
        (Column.PRESENT, r"när\.?|närv(?:\.|aro|arande)?|status|(?:in|upp)loggad|inloggning|uppkopplad", ("Närv.", "När", "Närvarande", "Status", "Inloggad"), ("Närvarande ledamöter", "Närvarolista")),
        (Column.SUBSTITUTE, rf"{_SERVES} ?ers(?:ättare|\.)?|ers(?:ättare|\.) som {_SERVES}", ("Tjg ers", "Tjänstgörande ersättare", "Ersättare som tjänstgör"), ("Ersättare",)),
        (Column.SERVING, rf"{_SERVES}|beslutande", ("Tjg.", "Tjänstgörande"), ("Tjänstgör för",)),
        (Column.AWAY, r"frånv(?:\.|aro|arande)?|ej närv(?:\.|arande)?", ("Frånv.", "Ej närvarande"), ("Frånvarande ledamöter",)),
        (Column.VOTE, r"ja|nej|avst(?:\.|år|ått)?", ("Ja", "Nej", "Avst."), ("Ja-röst för bifall",)),
        (Column.TEXT, r"namn|parti|roll|uppdrag|funktion|anm(?:\.|ärkning(?:ar)?)?|kommentar(?:er)?|notering(?:ar)?", ("Namn", "Parti", "Kommentar"), ("Namnet",)),
        (Column.ITEMS, r"§§?|paragraf(?:er)?", ("§§", "Paragrafer"), ("§§ 4-5", "Paragrafen")),
        (Column.SERVED, rf"(?:(?:{_SERVES}|tj\.?) ?(?:i ?stället |ers(?:ättare|\.)? )?|ersättare |i ?stället )för|ersätter", ("Tjänstgör för", "Tj.ers för", "Tjg ers för", "Ersätter", "I stället för"), ("Ersättare", "Tjänstgör")),
        (Column.SERVED_BY, r"(?:ersätts|ersatt|ersattes|ersätta) av", ("Ersätts av", "Ersatt av"), ("Ersätter", "Ersättare")),
        (Column.PLACE, r"(?:medlems)?kommun|(?:bostads)?ort|valkrets", ("Kommun", "Ort", "Medlemskommun"), ("Kommunen", "Kommunstyrelsen")),
    )
)  # fmt: skip

CROSS = Pattern(r"^(?:[Xx×✓✔√☒☑●■])$", catches=("X", "x", "✓"), leaves=("Xu", "-", "S"))
NO_CROSS = Pattern(r"^(?:[-–—☐□○])$", catches=("-", "–", "☐"), leaves=("X", "S"))
# Words or figures in place of a cross or of none: "1", "Ja" under "Tjänstgör", "På plats" or "Digitalt" under "Närvaro".
CROSS_IN_WORDS = Pattern(
    r"^(?:(?:ja|närvarande|närv?\.?|på|via|plats|länk|digitalt|distans|fysiskt|teams|hela|mötet|sammanträdet|tiden),?|1)$",
    catches=("Ja", "Digitalt", "Ja,", "Närvarande", "när", "närv", "hela", "1"),
    leaves=("Jan", "Nej", "Närvaro", "1,", "0", "12"),
    ignore_case=True,
)
NO_CROSS_IN_WORDS = Pattern(
    r"^(?:(?:nej|frånvarande|frånv?\.?|frv\.?|förhinder),?|0)$",
    catches=("Nej", "Nej,", "Frånvarande", "frv", "frånv", "0"),
    leaves=("Nejla", "Ja", "Frånvaro", "0,", "10"),
    ignore_case=True,
)
# What somebody is, in a column of its own: "Gunnel Ek    S    Ledamot    X"
OFFICE_IN_ROW = Pattern(
    r"(?<!\w)(?:(?P<substitute>ersättare|suppleant)|(?:(?:vice |[12]:[ea] vice |förste vice |andre vice )?ordförande|(?:ordinarie )?ledamot))(?!\w)(?! för)",
    catches=("Gunnel Ek S Vice ordförande Ja", "Ann Lager V Ersättare Ja", "Bo Ås ledamot X"),
    leaves=("Anna Ek (S) X", "ersättare för Bo Ås"),
    ignore_case=True,
)
# The number of a seat or a row, before a name in a column of its own.
SEAT_NUMBER = Pattern(r"^\d{1,3}\.?$", catches=("12", "3."), leaves=("2025", "1:e"))
PARTY_COLUMN = Pattern(r"^(?:parti|grupp)\.?$", catches=("Parti",), leaves=("Partier", "S"), ignore_case=True)
# What heads the column of those who have a seat, beside which substitutes may stand.
MEMBER_COLUMN = Pattern(
    r"^(?:(?:nr\.?|plats) )?(?:(?:ordinarie |beslutande )?ledam(?:ot|öter)|ordinarie|beslutande|namn) ?:?$",
    catches=("Ledamöter", "Nr Ledamot", "Ordinarie ledamot", "Ordinarie"),
    leaves=("Ledamöternas närvaro", "Ersättare"),
    ignore_case=True,
)
# A column that holds who stands in for the member of the row, or what is noted of that member.
SUBSTITUTE_OR_NOTE = Pattern(
    r"^(?:(?:tjänstgörande|tjg\.?|tj\.) )?ers(?:ättare|\.)? ?(?:/|,|&|och|eller) ?(?:anm(?:\.|ärkning(?:ar)?)?|not(?:\.|ering(?:ar)?)?|kommentar(?:er)?|närvaro|närv\.?|§§?|paragraf(?:er)?) ?:?$",
    catches=("Ersättare/Anm", "Tjg ers / anmärkning", "Ersättare, §§"),
    leaves=("Ersättare", "Anm", "Ersättare/Suppleant"),
    ignore_case=True,
)
# A vote that the columns of crosses belong to: "Omröstning § 31"
VOTE_ABOVE = Pattern(
    r"^(?:omröstning|votering)(?:en)?(?: (?:nr )?\d{1,2})?(?:,? § ?\d{1,4})?$",
    catches=("Omröstning § 31", "Votering 2"),
    leaves=("Omröstning begärs",),
    ignore_case=True,
)

# A party that heads those listed beneath it: "Socialdemokraterna", "Moderaterna (M):", "Vänsterpartiet, 3 mandat"
PARTY_HEADING = Pattern(
    rf"^(?P<name>{LONG_NAMES})(?: ?\({CODE}\))?(?:,? \d{{1,2}} (?:mandat|ledamöter|platser))? ?:?$",
    catches=("Socialdemokraterna", "Moderaterna (M):", "Vänsterpartiet, 3 mandat"),
    leaves=("Moderaterna yrkar", "Anna Ek (S)", "Centerpartiets grupp"),
    ignore_case=True,
)
# The same of a party of the town's own, by how its name ends.
OWN_PARTY_HEADING = Pattern(
    r"^[A-ZÅÄÖ][a-zåäö]{2,20}(?:partiet|demokraterna) ?:?$",
    catches=("Sjukvårdspartiet", "Älnsjöpartiet:"),
    leaves=("Partiet", "Anna Älnsjöpartiet", "Sjukvårdspartiet yrkar"),
)
# The same by its code, which may as well stand beneath a name.
CODE_HEADING = Pattern(
    rf"^(?:\((?P<code>{CODE})\)|(?P<bare>{CODE}):) ?:?$",
    catches=("(S)", "KD:", "(MP):"),
    leaves=("Anna Ek (S)", "S"),
)
# A label that itself says that those beneath it were there: "Närvarande ersättare"
THERE_SAID = Pattern(
    r"(?<!\w)(?:närvar(?:ande|ade|ar)|tjänstg(?:örande|jort|jorde|ör)|delt(?:agande|ar|og|agit)|beslutande)(?!\w)",
    catches=("Närvarande ersättare", "Ersättare som inte tjänstgör"),
    leaves=("Ersättare", "Frånvarande"),
    ignore_case=True,
)
