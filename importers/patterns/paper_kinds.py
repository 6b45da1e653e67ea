"""What kind of paper a head or a title says that it is: "Protokoll (nr 4)", "Tjänsteskrivelse till kommunstyrelsen"."""

from __future__ import annotations

from importers.bundle import DocumentKind
from importers.patterns.dates import DATE_TEXT
from importers.patterns.furniture import PAGE
from importers.patterns.organs import BODY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern

_KINDS: tuple[tuple[DocumentKind, str, str], ...] = (
    (DocumentKind.PROTOKOLLSUTDRAG, r"(?:sammanträdes)?protokollsutdrag|utdrag (?:ur|av|från) (?:sammanträdes)?protokoll(?:et)?(?:,? (?:fört )?(?:vid|från|på) (?:sammanträde|möte)t?(?: (?:med|i))?)?", "Protokollsutdrag"),
    (DocumentKind.PROTOKOLL, r"(?:sammanträdes)?protokoll(?: \(?(?:nr )?\d{1,3}(?:[/:-](?:19|20)?\d\d)?\)?)?|(?:minnes|mötes)anteckningar|omedelbart justerat protokoll(?: §§? ?\d{1,4}(?: ?[-–] ?\d{1,4})?)?", "Protokoll (nr 4)"),
    (DocumentKind.TJANSTESKRIVELSE, r"tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande", "Tjänsteskrivelse till kommunstyrelsen"),
    (DocumentKind.MOTION, r"motion", "Motion till Uppsala kommunfullmäktige"),
    (DocumentKind.MEDBORGARFORSLAG, r"medborgarförslag", "Medborgarförslag"),
    (DocumentKind.INTERPELLATION, r"interpellation", "Interpellation"),
    (DocumentKind.YRKANDE, r"(?:tilläggs|ändrings|återremiss)?yrkande", "Yrkande"),
    (DocumentKind.YTTRANDE, r"(?:särskilt )?yttrande", "Yttrande"),
    (DocumentKind.REMISSVAR, r"remissvar|remissyttrande", "Remissvar"),
    (DocumentKind.VOTERINGSLISTA, r"voteringslista|omröstningslista", "Voteringslista"),
    (DocumentKind.OTHER, r"pm|promemoria|interpellationssvar", "Promemoria"),
    (DocumentKind.ANSLAG, r"anslag/bevis|bevis/anslag|anslag|bevis", "ANSLAG/BEVIS"),
    (DocumentKind.BILAGA, r"(?:protokolls)?bilaga(?: [\dA-Z]{1,3})?", "Bilaga 2"),
)  # fmt: skip

# What may be officials' own: notes of a meeting, where they name no body.
NOTES = Pattern(
    r"^(?:minnes|mötes)anteckningar(?!\w)",
    catches=("Minnesanteckningar", "Mötesanteckningar 2025-04-02"),
    leaves=("Protokoll", "Minnesanteckningarna läggs till handlingarna"),
    ignore_case=True,
)

# What a title says of its document, where the head leaves its kind open or calls it only an appendix.
KIND_TITLES = (
    (
        DocumentKind.MOTION,
        Pattern(r"^Motion(?: (?:av|om|angående|gällande|från|till|rörande)\b| ?[:–-] ?\S)", catches=("Motion av Anna Ek (C) om lekplatser", "Motion: Fler bänkar"), leaves=("Svar på motion om", "Motionen")),
    ),
    (
        DocumentKind.INTERPELLATION,
        Pattern(r"^Interpellation(?: (?:av|om|angående|gällande|från|till)\b| ?[:–-] ?\S)", catches=("Interpellation till kommunstyrelsen", "Interpellation: Fler bänkar"), leaves=("Svar på interpellation om",)),
    ),
    (
        DocumentKind.MEDBORGARFORSLAG,
        Pattern(r"^Medborgarförslag(?: om| angående|:| -)", catches=("Medborgarförslag om lekplatser",), leaves=("Svar på medborgarförslag om",)),
    ),
    (
        DocumentKind.YTTRANDE,
        Pattern(r"^(?:Särskilt y|Y)ttrande (?:över|angående|om)\b", catches=("Yttrande över motion av Anna Ek (C)",), leaves=("Svar på yttrande",)),
    ),
    (
        DocumentKind.YRKANDE,
        Pattern(r"^(?:Tilläggsy|Ändringsy|Återremissy|Y)rkande (?:angående|om|i|från)\b", catches=("Yrkande angående – Motion",), leaves=("Svar på yrkande",)),
    ),
)  # fmt: skip

KIND_CELLS = tuple(
    (
        kind,
        Pattern(
            rf"^(?:{words})(?: till (?P<to>[^.:]{{3,60}}?))?(?:,? ?(?:(?:Sammanträdesdatum|Datum|Utfärdat):? |den )?(?P<date>{DATE_TEXT})| (?:Datum|Diarienummer|Dnr|Sida) ?:?| {PAGE})?$",
            catches=(catch, f"{catch} Sida 1(16)", f"{catch} 2 (16)", f"{catch} Sid 3"),
            leaves=("Yttrandet antecknas till protokollet.",),
            ignore_case=True,
        ),
    )
    for kind, words, catch in _KINDS
)

# A line that may be part of a head wherever it stands: it names a kind of paper, or whoever prepared it.
HEAD_ANCHOR = Pattern(
    rf"(?:^|\s)(?:{'|'.join(words for kind, words, _ in _KINDS if kind not in (DocumentKind.BILAGA, DocumentKind.ANSLAG, DocumentKind.OTHER))}|handläggare)(?![^\W\d_])",
    catches=("Protokollsutdrag Sammanträdesdatum: 2024-12-09", "Beslutsunderlag Handläggare: Anna Ek"),
    leaves=("Protokollsutdragen", "att avslå motionen"),
    ignore_case=True,
)

# The title of an extract, which tells of the meeting that it is of: no entry of a list of papers is put so.
EXTRACT_OF = Pattern(
    r"^utdrag (?:ur|av|från) (?:sammanträdes)?protokoll(?:et)?,? (?:fört )?(?:vid|från|på) (?:sammanträde|möte)",
    catches=("Utdrag ur protokoll fört vid möte med Parknämnden den 3 september 2024",),
    leaves=("Utdrag ur protokoll 2024-09-03", "Protokollsutdrag 2024-09-03"),
    ignore_case=True,
)
# The same broken off before whose meeting it was, which the next line says.
EXTRACT_LEFT_OPEN = Pattern(
    r"^utdrag (?:ur|av|från) (?:sammanträdes)?protokoll(?:et)?,?(?: fört)?(?: (?:vid|från|på)(?: (?:ordinarie |extra )?(?:sammanträde|möte)t?(?: (?:med|i|för|den))?)?)?$",
    catches=("Utdrag ur protokoll fört vid sammanträde med", "Utdrag ur protokoll fört vid", "Utdrag ur protokoll"),
    leaves=("Utdrag ur protokoll 2024-09-03", "Utdrag ur protokoll fört vid sammanträde med Parknämnden"),
    ignore_case=True,
)
# The same with the body's name within: a list of papers has such entries too, though not in bold.
EXTRACT_OF_BODY = Pattern(
    rf"^(?:utdrag|protokollsutdrag) (?:ur|av|från) (?:(?:sammanträdes)?protokoll(?:et)?,? (?:fört vid|vid|från|för|på) )?(?P<organ>(?:[a-zåäö]{{3,40}}s )?(?:{TWO_WORDS}|{BODY_NAME}))(?:s (?:ordinarie |extra )?(?:sammanträdesprotokoll|protokoll|sammanträde|möte))?,? (?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?(?P<date>{DATE_TEXT})$",
    catches=(
        "Utdrag ur regionstyrelsens protokoll 2024-04-03",
        "Protokollsutdrag från kommunstyrelsens arbetsutskotts sammanträde den 3 april 2024",
        "Utdrag ur protokoll fört vid tekniska nämndens sammanträde tisdagen den 3 april 2024",
    ),
    leaves=("Utdrag ur regionstyrelsens protokoll § 5", "Protokollsutdrag 2024-04-03"),
    ignore_case=True,
)
# The day over a paper, behind the place: "Storby 2024-01-15"
PLACE_AND_DAY = Pattern(
    rf"^[A-ZÅÄÖ][a-zåäö]{{2,20}}(?:[ -][A-ZÅÄÖ][a-zåäö]{{2,20}})?,?(?: den)? {DATE_TEXT}$",
    catches=("Storby 2024-01-15", "Västra Storby den 15 januari 2024"),
    leaves=("Inkom till kommunen 2024-01-15", "2024-01-15"),
)

# The letter that comes with a report, before it in the same paper.
COVERING_LETTER = Pattern(
    r"^(?:Missiv|Följebrev|Missivskrivelse)\b",
    catches=("Missiv till", "Följebrev"),
    leaves=("Enligt missivet",),
    ignore_case=True,
)
