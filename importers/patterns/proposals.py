"""What opens a motion's att-satser."""

from __future__ import annotations

from importers.patterns.organs import BODY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME_WORD

CLAUSES_FOLLOW = Pattern(
    r"\b(?:yrkar|yrkas|föreslår|föreslås|hemställer|hemställs|föreslår kommunfullmäktige(?: att)? besluta)\b[^.:]{0,120}(?::|\batt)?$",
    catches=(
        "Med anledning av ovanstående yrkar Liberalerna:",
        "Mot bakgrund av detta föreslår vi kommunfullmäktige besluta:",
        "Därför yrkar jag att",
    ),
    leaves=("Vi yrkar bifall till förslaget. Det är viktigt.",),
    ignore_case=True,
)

# In a paper about somebody's motion what its author wants is not what the paper proposes: "Motionären föreslår att …".
AUTHOR_WANTS = Pattern(
    rf"(?:(?<!\w)(?:[Mm]otionär(?:en|erna)|(?<!av )(?<!på )(?<!till )(?<!över )(?<!med )[Mm]otionen|[Ff]örslagsställar(?:en|na)|[Ii]nitiativtagar(?:en|na)|[Mm]edborgarförslaget|[Dd]e|[Hh]on|[Hh]an)|(?<!\w){NAME_WORD} {NAME_WORD} \({CODE}\)(?: m\.?fl\.?)?)(?: [a-zåäö]{{2,20}}){{0,3}} (?:yrkar|föreslår|hemställer|föreslås|yrkas)\b(?! \w{{0,40}}(?:nämnden|styrelsen|utskottet|kontoret|förvaltningen)\b)[^.:]{{0,120}}(?::|\batt)?$",
    catches=("ombetts yttra sig. Motionären föreslår", "Anna Ek (S) yrkar i motionen att", "I motionen föreslås att"),
    leaves=(
        "Mot bakgrund av motionen föreslår nämnden",
        "Mot bakgrund av motionen föreslås kommunfullmäktige besluta att",
        "Byggkontoret (SBF) föreslår att",
        "Nämnden föreslår att",
    ),
)

# What a proposal is, and who decides it, above its clauses: "Förvaltningens förslag till kommunstyrelsen för vidare beslut i fullmäktige".
PROPOSAL_TO = Pattern(
    rf"^(?:[A-ZÅÄÖ][\w-]{{2,50}}(?: och \w{{2,40}})?s )?[Ff]örslag (?:till beslut )?(?:till|i|för) (?:{BODY_NAME}|{TWO_WORDS})(?:,? (?:för|att) (?:vidare )?(?:beslut(?:a)?|behandling) (?:i|av) (?:{BODY_NAME}|{TWO_WORDS})|(?: och|,) (?:{BODY_NAME}|{TWO_WORDS}))?(?: (?:att )?besluta)? ?:?$",
    catches=(
        "Kommunledningsförvaltningens förslag till kommunstyrelsen för vidare beslut i kommunfullmäktige",
        "Förslag till beslut i socialnämnden:",
        "Kontorets förslag till tekniska nämnden",
    ),
    leaves=("Förslag till beslut", "Förvaltningens förslag till kommunstyrelsen bifalls.", "Förslag till detaljplan"),
)

CLAUSE_START = Pattern(
    rf"^att (?!{BODY_NAME} (?:föreslår |föreslå )?(?:att )?beslutar?\b)",
    catches=("att Alnsjö kommun planterar fem träd",),
    leaves=("att kommunfullmäktige beslutar:", "Motionen avslås"),
)

# Above a proposal that several bodies are asked for in turn: it proposes nothing itself.
WHERE_PROPOSED = Pattern(
    rf"^I {BODY_NAME}(?:(?:,| och|, och) {BODY_NAME}){{0,3}} ?[,:]$",
    catches=("I skolnämnden,", "I kommunstyrelsen och kommunfullmäktige:"),
    leaves=("I skolnämnden, där frågan väcktes, avslogs motionen.", "I stadsdelen,"),
    ignore_case=True,
)

# From here on a paper tells what others wanted, or what it sends: neither is proposed by it.
REPORTS_OTHERS = Pattern(
    r"^(?:[-–_]{3,40} )?Vid (?:behandlingen|handläggningen|beredningen) av (?:ärendet|motionen|frågan)[^.:]{0,120} förekom (?:skilj|skilda)[^.]{0,60}:?$",
    catches=(
        "Vid behandlingen av ärendet i kommunstyrelsen förekom skiljaktiga meningar:",
        "Vid beredningen av motionen i nämnden förekom skilda meningar",
    ),
    leaves=("Vid behandlingen av ärendet beaktas barnens behov.",),
)
SENDS_A_TEXT = Pattern(
    r"\b(?:skickar|översänder|avger|lämnar|antar) följande (?:svar|yttrande|skrivelse|remissvar)\b[^.:]{0,80}:$",
    catches=("Skolnämnden skickar följande svar till revisionen:", "Nämnden avger följande yttrande:"),
    leaves=("Nämnden skickar följande handlingar till revisionen:",),
    ignore_case=True,
)

# What a body proposes of somebody's motion in the running text of its yttrande, under no heading.
_LEAD = (
    r"(?!Om |Ifall |Därest |Tidigare |I motion|Motion|Förslagsställ|Medborgar|Utredning)(?:[A-ZÅÄÖ][^.:;]{2,100}? )?"
)
BODY_PROPOSES = Pattern(
    rf"^(?:{_LEAD}föreslår (?P<organ>{BODY_NAME}|{TWO_WORDS}|nämnden|styrelsen)|(?P<organ2>{BODY_NAME}|{TWO_WORDS}|Nämnden|Styrelsen) föreslår)(?: därför| därmed| således| sålunda| alltså)?(?: (?:kommun|region|stads)?(?:fullmäktige|styrelsen))?(?: att)? (?=[^.:;]{{0,120}}(?:motionen|medborgarförslaget|e-förslaget|förslaget)(?!\w))[^.:;]{{2,300}}\.$"
    rf"|^(?P<organ3>{BODY_NAME}|{TWO_WORDS}|Nämnden|Styrelsen) (?:tillstyrker|avstyrker)(?: därför| därmed| således| alltså)? (?:motionen|medborgarförslaget|e-förslaget|att )[^.:;]{{0,200}}\.$",
    catches=(
        "Kulturnämnden föreslår därför att kommunfullmäktige avslår motionen.",
        "Mot denna bakgrund föreslår nämnden att motionen anses besvarad.",
        "Nämnden tillstyrker därmed att en utredning genomförs.",
        "Tekniska nämnden avstyrker motionen.",
    ),
    leaves=(
        "Motionären föreslår att nämnden utreder motionen.",
        "Om motionen bifalls föreslår nämnden att motionen remitteras.",
        "Utredningen föreslår att förslaget genomförs.",
        "Nämnden föreslår att lagen ändras.",
    ),
)
# The same where it is not said so plainly: that it proposes, and nothing is read of it.
BODY_SAYS_WHAT = Pattern(
    r"(?<!\w)(?:[Nn]ämnden|[Ss]tyrelsen|[Ff]örvaltningen|[Kk]ontoret|[Kk]ommunen|\w{2,30}(?:nämnden|styrelsen)) (?:[a-zåäö]{2,20} ){0,8}?(?:tillstyrker|avstyrker|förordar|hemställer)(?!\w)|(?<!\w)(?:föreslår|hemställer|förordar) (?:\w{0,30}nämnden|\w{0,30}styrelsen|förvaltningen|kommunen)(?!\w)|^(?:Nämnden|Styrelsen|Förvaltningen|Kommunen) föreslår(?!\w)",
    catches=(
        "Nämnden ställer sig positiv och tillstyrker",
        "Därför förordar nämnden",
        "Kommunen föreslår att lagen ändras.",
    ),
    leaves=("Utredningen föreslår att lagen ändras.", "Motionären tillstyrker"),
)

# What the author of a motion or medborgarförslag proposes in a sentence, where no list of att-satser is.
AUTHOR_PROPOSES = Pattern(
    rf"^(?:(?:Därför|Härmed|Med anledning av|Mot bakgrund av|Utifrån|Med hänvisning till)[^.:;]{{0,120}}? )?(?:(?:föreslår|yrkar) (?:jag|vi|undertecknad\w?)|(?:[Jj]ag|[Vv]i|[Uu]ndertecknad\w?)(?: (?:i|från) {NAME_WORD})?(?: (?:vill|skulle vilja))? (?:föreslår|föreslå|yrkar)|(?:[Mm]itt|[Vv]årt) (?:medborgar)?förslag är)(?: därför| härmed| därmed)?,?(?: (?:kommun|region|stads)fullmäktige)? att (?=\S)[^:;]{{8,600}}\.$",
    catches=(
        "Jag föreslår att kommunen sätter upp belysning mellan badet och skolan.",
        "Vi i Sverigedemokraterna föreslår därför att kommunfullmäktige beslutar att anställa två värdar.",
        "Därför yrkar jag att badet öppnas.",
        "Mitt förslag är att stationen flyttas till parkeringen.",
    ),
    leaves=(
        "Jag föreslog att badet öppnas.",
        "Vi föreslår följande: att badet öppnas.",
        "Motionärerna föreslår att badet öppnas.",
        "Jag föreslår inte att badet stängs.",
    ),
)

# What a body does that stands above the one whose meeting it is: its own decision is still to come.
HIGHER_ACTS = Pattern(
    r"^(?:[Aa]tt )?(?P<organ>(?:[Kk]ommunf|[Rr]egionf|[Ss]tadsf|[Ff]örbundsf|[Ff])ullmäktige|(?:[Kk]ommun|[Rr]egion|[Ss]tads)styrelsen) (?:(?:ska |skall |föreslås )?beslutar?|antar|godkänner|fastställer|avslår|bifaller|upphäver|anslår|beviljar|avsätter|medger|uppdrar|ger(?= [^.:;]{2,80} i uppdrag)|förklarar|anser(?= [^.:;]{2,80} besvarad)|utser|väljer|ställer sig bakom|avskriver|bemyndigar)(?! (?:om (?!att)|årligen|varje|normalt|alltid))(?!\w)",
    catches=(
        "Kommunfullmäktige beslutar att anta taxan.",
        "Kommunfullmäktige antar taxan",
        "Fullmäktige avslår motionen",
        "att kommunfullmäktige beslutar",
    ),
    leaves=("Kommunfullmäktige beslutade att", "Kommunfullmäktiges beslut", "Kommunfullmäktige beslutar om taxan"),
)

# The head of a § of the council's own: what it does is decided there, whatever the cover says.
HEAD_OF_COUNCIL = Pattern(
    r"(?<!\w)(?:KF|Kf|RF|Rf|[A-ZÅÄÖ]\w{0,12}fullmäktige),? ?§",
    catches=("KF § 41", "Kommunfullmäktige § 5", "Kf §12"),
    leaves=("KS § 41", "Kommunfullmäktige beslutar"),
)
