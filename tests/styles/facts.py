"""One set of invented facts: a meeting of a dozen §§ with every kind of fact. No style stands here, only what happened."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """A person; `party` or `office` is empty where there is none."""

    name: str
    party: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A point of a decision in the three moods that minutes print: "avslå motionen", "avslår motionen", "Motionen avslås"."""

    infinitive: str
    present: str
    passive: str
    outcome: str | list[str | None] | None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of decision; `proposes` to the body above, where there is one."""

    clauses: tuple[Clause, ...]
    proposes: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """An yrkande: who, and what they want ("bifall", "avslag", "aterremiss", "bordlaggning")."""

    movers: tuple[Who, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote: yes for the first stance, no for the second, and how each voted."""

    yes_for: str
    no_for: str
    yes: tuple[Who, ...]
    no: tuple[Who, ...]
    abstain: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One §."""

    number: int
    title: str
    blocks: tuple[Block, ...]
    case: int | None = None
    summary: str = ""
    basis: tuple[str, ...] = ()
    earlier: tuple[tuple[str, str, str, str], ...] = ()  # body, verb, date, §
    moved: tuple[Moved, ...] = ()
    won: str | None = None  # the stance that the chair finds to have won
    cast: Cast | None = None
    reserved: tuple[tuple[Who, ...], ...] = ()
    noted: tuple[tuple[Who, str], ...] = ()
    separate: tuple[Who, ...] = ()
    apart: tuple[Who, ...] = ()
    biased: tuple[Who, ...] = ()
    sent_to: tuple[str, ...] = ()


ALMKVIST = Who("Birgitta Almkvist", "S")
RENSTROM = Who("Ola Renström", "S")
HADDAD = Who("Samira Haddad-Lind", "S")
TORNHAG = Who("Per-Anders Tornhag", "M")
OHLGREN = Who("Lisbet Ohlgren", "M")
FJALLGREN = Who("Nils Fjällgren", "M")
GRANESTAD = Who("Rolf Granestad", "SD")
ASLING = Who("Maj-Britt Åsling", "C")
ODMARK = Who("Jon Ödmark", "V")
STEDT = Who("Eva von Stedt", "L")
IDVALL = Who("Tomas Idvall", "KD")
BJORKELUND = Who("Selma Björkelund", "MP")
SUNDVIK = Who("Åke Sundvik", "S")
KVARNBACK = Who("Ida Kvarnbäck", "SD")
OFFICIALS = (
    Who("Karin Malmsjö", office="kommundirektör"),
    Who("Leif Ståhlgren", office="ekonomichef"),
    Who("Disa Wikander", office="sekreterare"),
)
MEMBERS = (ALMKVIST, RENSTROM, HADDAD, TORNHAG, GRANESTAD, ASLING, ODMARK, STEDT, IDVALL, BJORKELUND)
SERVING = ((FJALLGREN, OHLGREN),)
SUBSTITUTES = (SUNDVIK, KVARNBACK)
CHAIR, VERIFIER = ALMKVIST, TORNHAG
DATE = (2025, 3, 4)
VERIFIED = (2025, 3, 11)
POSTED = (2025, 3, 12)
UNTIL = (2025, 4, 3)

_REJECT = Clause("avslå motionen", "avslår motionen", "Motionen avslås", "avslag")
_GRANT = Clause("bifalla motionen", "bifaller motionen", "Motionen bifalls", "bifall")
_ANSWERED = Clause("anse motionen besvarad", "anser motionen besvarad", "Motionen anses besvarad", "besvara")
_RETURN = Clause("återremittera ärendet", "återremitterar ärendet", "Ärendet återremitteras", "aterremiss")
_TABLE = Clause("bordlägga ärendet", "bordlägger ärendet", "Ärendet bordläggs", "bordlaggning")
_NOTE = Clause(
    "anteckna informationen till protokollet",
    "antecknar informationen till protokollet",
    "Informationen antecknas till protokollet",
    "anteckning",
)

MATTERS = (
    Matter(
        31,
        "Val av justerare",
        (
            Block(
                (
                    Clause(
                        "utse Per-Anders Tornhag (M) att justera protokollet",
                        "utser Per-Anders Tornhag (M) att justera protokollet",
                        "Per-Anders Tornhag (M) utses att justera protokollet",
                        "val",
                    ),
                )
            ),
        ),
    ),
    Matter(
        32,
        "Fastställande av dagordning",
        (
            Block(
                (
                    Clause(
                        "fastställa dagordningen",
                        "fastställer dagordningen",
                        "Dagordningen fastställs",
                        ["godkannande", "other", None],
                    ),
                )
            ),
        ),
    ),
    Matter(
        33,
        "Information om snöröjningen",
        (Block((_NOTE,)),),
        case=38,
        summary="Ekonomichefen berättar hur vinterns snöröjning har gått och vad den hittills har kostat.",
    ),
    Matter(
        34,
        "Svar på motion om lånecyklar vid stationen",
        (Block((_REJECT,), proposes=True),),
        case=41,
        summary="Motionärerna vill att kommunen ställer ut hundra lånecyklar vid stationen. "
        "Förvaltningen bedömer att kostnaden inte ryms inom ramen.",
        basis=("Tjänsteskrivelse daterad den 12 februari 2025", "Motion om lånecyklar vid stationen"),
        moved=(Moved((ODMARK, BJORKELUND), "bifall"), Moved((TORNHAG,), "avslag")),
        won="avslag",
        cast=Cast(
            "avslag",
            "bifall",
            (ALMKVIST, RENSTROM, HADDAD, TORNHAG, FJALLGREN, GRANESTAD, IDVALL),
            (ASLING, ODMARK, BJORKELUND),
            (STEDT,),
        ),
        reserved=((ODMARK, BJORKELUND),),
        sent_to=("Motionärerna", "Tekniska nämnden"),
    ),
    Matter(
        35,
        "Ny förskola på Kvarnbacken",
        (Block((_RETURN,)),),
        case=52,
        summary="Förvaltningen har ritat en förskola med sex avdelningar på den gamla fotbollsplanen.",
        moved=(Moved((ASLING,), "aterremiss"),),
        basis=("Tjänsteskrivelse daterad den 3 februari 2025", "Ritning av förskolan"),
        sent_to=("Barn- och utbildningsnämnden",),
    ),
    Matter(
        36,
        "Avgifter i hamnen",
        (Block((_TABLE,)),),
        case=57,
        moved=(Moved((IDVALL, STEDT), "bordlaggning"),),
        earlier=(("Kommunstyrelsen", "bordlade ärendet", "2025-02-04", "19"),),
    ),
    Matter(
        37,
        "Svar på motion om tystare matsalar",
        (Block((_ANSWERED,), proposes=True),),
        case=60,
        summary="Skolorna har redan hängt upp ljuddämpande skivor i fyra av sju matsalar.",
        basis=("Tjänsteskrivelse daterad den 5 februari 2025",),
        moved=(Moved((GRANESTAD,), "bifall"), Moved((HADDAD, ASLING), "besvara")),
        won="besvara",
        reserved=((GRANESTAD,),),
        separate=(STEDT,),
        sent_to=("Barn- och utbildningsnämnden", "Rolf Granestad"),
    ),
    Matter(
        38,
        "Upplåtelse av mark för växthus",
        (
            Block(
                (
                    Clause(
                        "upplåta marken till Alvsta Växthus AB i tio år",
                        "upplåter marken till Alvsta Växthus AB i tio år",
                        "Marken upplåts till Alvsta Växthus AB i tio år",
                        ["other", None, "godkannande"],
                    ),
                    Clause(
                        "uppdra åt kommundirektören att teckna avtal om marken",
                        "uppdrar åt kommundirektören att teckna avtal om marken",
                        "Kommundirektören får i uppdrag att teckna avtal om marken",
                        ["other", None],
                    ),
                )
            ),
        ),
        case=63,
        summary="Bolaget vill odla tomater med spillvärme från värmeverket.",
        basis=("Tjänsteskrivelse daterad den 10 februari 2025", "Karta över marken"),
        biased=(ASLING,),
        sent_to=("Alvsta Växthus AB", "Kommundirektören", "Mark- och planenheten"),
    ),
    Matter(
        39,
        "Slutredovisning av badhuset",
        (
            Block(
                (
                    Clause(
                        "godkänna slutredovisningen",
                        "godkänner slutredovisningen",
                        "Slutredovisningen godkänns",
                        "godkannande",
                    ),
                )
            ),
        ),
        case=70,
        basis=("Tjänsteskrivelse daterad den 11 februari 2025", "Slutredovisning av badhuset"),
        noted=((ODMARK, "Badhuset blev dyrare än vad som hade sagts. Nästa gång måste kostnaden följas varje månad."),),
        sent_to=("Kultur- och fritidsnämnden", "Ekonomienheten"),
    ),
    Matter(
        40,
        "Ny taxa för torghandel",
        (
            Block(
                (
                    Clause(
                        "anta taxan för torghandel att gälla från den 1 maj 2025",
                        "antar taxan för torghandel att gälla från den 1 maj 2025",
                        "Taxan för torghandel antas att gälla från den 1 maj 2025",
                        ["godkannande", "other", None],
                    ),
                    Clause(
                        "upphäva taxan från år 2019",
                        "upphäver taxan från år 2019",
                        "Taxan från år 2019 upphävs",
                        ["other", None],
                    ),
                ),
                proposes=True,
            ),
        ),
        case=74,
        summary="Taxan har inte räknats upp sedan år 2019.",
        basis=("Tjänsteskrivelse daterad den 13 februari 2025", "Förslag till taxa"),
        apart=(GRANESTAD,),
        sent_to=("Kommunfullmäktige",),
    ),
    Matter(
        41,
        "Svar på motion om skridskois på torget",
        (Block((_GRANT,), proposes=True),),
        case=79,
        summary="Isen kan läggas av de maskiner som kommunen redan har.",
        moved=(Moved((STEDT,), "bifall"), Moved((RENSTROM,), "avslag")),
        won="bifall",
        reserved=((RENSTROM,), (ALMKVIST, HADDAD)),
        sent_to=("Motionären", "Tekniska nämnden", "Kultur- och fritidsnämnden"),
    ),
    Matter(
        42,
        "Anmälan av delegationsbeslut",
        (
            Block(
                (
                    Clause(
                        "lägga anmälan till handlingarna",
                        "lägger anmälan till handlingarna",
                        "Anmälan läggs till handlingarna",
                        ["anteckning", "other", None],
                    ),
                )
            ),
        ),
        case=81,
        basis=("Delegationsbeslut den 3–28 februari 2025",),
    ),
)
