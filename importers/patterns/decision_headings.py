"""Headings over what a body proposes or decides, and over its clauses."""

from __future__ import annotations

from importers.patterns.organs import ANY_NAME, BODY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern

# A heading over what a body proposes to a higher one: "Beslut – förslag till kommunfullmäktige", "Förslag till beslut i byggnadsnämnden".
PROPOSAL_HEADING = Pattern(
    rf"^(?P<decides>beslut ?[-–—:]? ?)?(?:(?P<owner>{ANY_NAME}|{TWO_WORDS}|(?:[A-ZÅÄÖ]\w{{2,40}}s )?\w{{2,30}}utskott)s )?förslag till (?:beslut (?:i|av|för|till) |yttrande till )?(?P<to>{BODY_NAME}|{TWO_WORDS})(?:s beslut|,? (?:för|till) (?:vidare )?beslut (?:i|av) (?P<further>{BODY_NAME}))? ?:?$",
    catches=(
        "Arbetsutskottets förslag till kommunstyrelsen för vidare beslut i kommunfullmäktige",
        "Förslag till kommunfullmäktige",
        "Kommunstyrelsens förslag till kommunfullmäktige",
        "Beslut – Förslag till kommunfullmäktige",
        "Förslag till beslut i byggnadsnämnden",
        "Kommunstyrelsens arbetsutskotts förslag till beslut i kommunstyrelsen",
        "Tekniska nämndens förslag till kommunfullmäktige",
        "Arbetsutskottets förslag till sociala nämnden",
    ),
    leaves=("Förslag till beslut", "Kommunstyrelsens förslag", "Förslag till detaljplan"),
    ignore_case=True,
)

# A heading over what a body proposes, which does not say to whom: "Arbetsutskottets förslag till beslut".
OWNERS_PROPOSAL = Pattern(
    rf"^(?P<owner>{ANY_NAME}|{TWO_WORDS}|(?:[A-ZÅÄÖ]\w{{2,40}}s )?\w{{2,30}}utskott)(?:et)?s förslag(?: till beslut)? ?:?$",
    catches=("Arbetsutskottets förslag till beslut", "Kommunstyrelsens förslag"),
    leaves=("Förslag till beslut", "Förvaltningens arbete"),
    ignore_case=True,
)

# A heading over all that became of the matter, elsewhere or at this meeting.
TOLD_IN_ORDER = Pattern(
    r"^(?:ärendets (?:behandling|gång)|behandling(?:en)?|handläggning)$",
    catches=("Ärendets behandling", "Ärendets gång"),
    leaves=("Ärendets tidigare behandling", "Ärendet"),
    ignore_case=True,
)

# A heading over what a body decides itself beside what it proposes: "Arbetsutskottets beslut för egen del".
OWN_PART = Pattern(
    r"\b(?:för (?:egen|sin) del|eget beslut|egna beslut|inom eget ansvarsområde):?$",
    catches=("Arbetsutskottets beslut för egen del", "Nämndens egna beslut:"),
    leaves=("Kommunstyrelsens beslut",),
    ignore_case=True,
)

OWN_PART_HEADING = Pattern(
    r"^(?P<organ>[A-ZÅÄÖ][\wåäö-]{2,40}(?: [\wåäö-]{2,40}){0,3}(?<!s))s (?:egna |eget )?beslut(?: för egen del)?:?$",
    catches=("Kommunstyrelsens beslut för egen del", "Nämndens egna beslut:", "Kommunstyrelsens beslut"),
    leaves=("Kommunstyrelsens beslut gäller tills vidare.", "Beslut", "Enligt nämndens beslut 3 maj"),
)

# What stands over clauses and is none: "Villkor" above the conditions of a permit, "a) Val av ordförande" above who is elected.
CLAUSE_HEADING = Pattern(
    r"^(?:Villkor(?: för (?:beslutet|tillståndet|dispensen|lovet))?|Särskilda villkor|Avgift(?:er)?|Krav|Föreläggande|Försiktighetsmått|Driftbudget|Investeringsbudget"
    r"|(?:(?:Fyllnads|Kompletterings|Person)?[Vv]al|Entledigande(?:n)?|Avsägelse(?:r)?|Nominering(?:ar)?)(?: (?:av|från|till|som|i|för|efter)(?: (?!(?:att|utses|väljs|utse|välja|ska|skall|förrättas|genomförs|bordläggs|sker|utgår|uppskjuts|noteras|godkänns|beviljas|återremitteras|hänskjuts|överlämnas)(?!\w))[^\s.:;]{1,40}){1,14})?) ?:?$",
    catches=(
        "Villkor",
        "Val av ordförande",
        "Val av ledamot i kulturnämnden efter Bo Ås (M)",
        "Fyllnadsval",
        "Avsägelser",
    ),
    leaves=("Villkor gäller.", "Val av ordförande bordläggs", "Till ordförande väljs Anna Ek", "Avgift: 1 200 kronor"),
)
