"""Verbs of decision, each with the outcome that it names. *Besvarad* is neither bifall nor avslag."""

from __future__ import annotations

from importers.bundle import Outcome
from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

VERBS = (
    (
        Outcome.DELVIS_BIFALL,
        Pattern(
            r"\bdelvis bif(?:all|aller|alla|alles|allen|allas|alls)\b|\bbif(?:alla|aller|alles|allas|alls) (?:delvis|i den del|till den del)|\bdelvis (?:ska |skall )?(?:anses )?bifallen",
            catches=("att delvis bifalla motionen", "Motionen bifalles delvis"),
            leaves=("att bifalla motionen",),
            ignore_case=True,
        ),
    ),
    (
        Outcome.MINORITETSATERREMISS,
        Pattern(r"\bminoritetsåterremi|\båterremi(?:ss|tter)\w{0,4}\b(?=[^;]{0,200}\b(?:minoritetsregeln|5 kap\.? 50 §|minst en tredjedel))", catches=("Ärendet går på minoritetsåterremiss", "Ärendet återremitteras med stöd av minoritetsregeln"), leaves=("återremitteras",), ignore_case=True),
    ),
    (
        Outcome.ATERREMISS,
        Pattern(
            r"\båterremi(?:ss\b|tter)",
            catches=("Ärendet återremitteras till kommunstyrelsen", "att återremittera ärendet"),
            leaves=("Minoritetsåterremiss", "remitteras"),
            ignore_case=True,
        ),
    ),
    (
        Outcome.BORDLAGGNING,
        Pattern(r"\bbordläg", catches=("Ärendet bordläggs till sammanträdet",), leaves=("förlägga",), ignore_case=True),
    ),
    (
        Outcome.BESVARA,
        Pattern(
            r"\bbesvara(?:s|d|de|t)?\b",
            catches=("att besvara motionen", "Motionen anses besvarad", "motionen därmed ska anses vara besvarad"),
            leaves=("svaret",),
            ignore_case=True,
        ),
    ),
    (
        Outcome.AVSLAG,
        Pattern(r"\bavslå(?:r|s|tt)?\b|\bavslag\b", catches=("Motionen avslås", "avslag på motionen"), leaves=("avslagen cykel", "avslöja"), ignore_case=True),
    ),
    (
        Outcome.AVSTYRKAN,
        Pattern(r"\bavstyrk(?:a|er|s|es|te|an)\b", catches=("att avstyrka motionen",), leaves=("styrka",), ignore_case=True),
    ),
    (
        Outcome.TILLSTYRKAN,
        Pattern(r"\btillstyrk(?:a|er|s|es|te|an)\b", catches=("Motionen tillstyrks",), leaves=("styrka",), ignore_case=True),
    ),
    (
        Outcome.BIFALL,
        Pattern(
            r"\bbif(?:all|alla|aller|alles|allas|alls|allen)\b",
            catches=("Motionen bifalles", "att bifalla motionen", "bifall till motionen"),
            leaves=("infalla",),
            ignore_case=True,
        ),
    ),
    (
        Outcome.AVSKRIVNING,
        Pattern(r"\bavskriv(?:a|er|s|as|en|na)\b", catches=("Ärendet avskrivs",), leaves=("avskrivningstid",), ignore_case=True),
    ),
    (
        Outcome.ATERTAGEN,
        Pattern(r"\båterta(?:r|s|gen|gits|gas)\b|\bdra(?:s|r|gen|gits|gas) tillbaka\b", catches=("Motionen är återtagen",), leaves=("återtagande",), ignore_case=True),
    ),
    (
        Outcome.GODKANNANDE,
        Pattern(
            r"\bgodkänn(?:a|er|s|es|as|te|ts)\b|\banta(?:s|r|ga|gas)?\b(?= |\.|$)|\bfastställ(?:a|er|s|es|as)\b",
            catches=("Detaljplanen antas.", "att godkänna redovisningen", "i enlighet med avtalet, godkänns.", "Taxan fastställs"),
            leaves=("godkännande redaktionella", "antal"),
            ignore_case=True,
        ),
    ),
    (
        Outcome.ANTECKNING,
        Pattern(
            r"\banteckna(?:s|r)?\b|\bnotera(?:s|r)?\b|\blägg(?:a|er|s) (?:[^.,;]{1,60} )?till handlingarna\b|\bta(?:s|r|git)? (?:del av|emot) (?:informationen|rapporten|redovisningen)",
            catches=("Redovisningen antecknas.", "att notera rapporten", "lägger informationen till handlingarna", "lägga till handlingarna", "Informationen antecknas"),
            leaves=("anteckningar",),
            ignore_case=True,
        ),
    ),
    (
        Outcome.VAL,
        Pattern(
            r"\b(?:utses|utser|utsågs|väljs|väljes|väljer|(?:att|a t t|besluta) (?:jämte \w{3,30} |enhälligt )?(?:utse|välja)|att till (?:ny |nya |ordinarie )?[^.,;]{3,120} (?:utse|välja)|omväljs|nyväljs|omväljer|nyväljer)\b|^(?:utse|välja)\b",
            catches=("Axel Darvik (L) utses att jämte ordföranden justera", "Till ny ledamot väljs Anna Ek", "Kommunstyrelsen utser Eva Lind (S)", "Utse Eva Lind till ordförande", "att jämte ordföranden utse Bo Ahl", "att till ny ledamot i nämnden efter Bo Ås välja Ida Lo (S)"),
            leaves=("valet", "utseende", "att elever får vara med och välja trädslag"),
            ignore_case=True,
        ),
    ),
    (
        Outcome.REMISS,
        Pattern(
            r"\bremitter(?:a|ar|as)\b|\b(?:överlämna[rs]?|lämnas över|lämna över|får lämnas in)\b(?=[^.]{0,80}\bför beredning\b)",
            catches=("Motionen remitteras till kommunstyrelsen", "Motionen lämnas över till kommunstyrelsen för beredning.", "Motionen får lämnas in för beredning.", "Nämnden överlämnar initiativet till styrelsen för beredning."),
            leaves=("återremitteras", "Yttrandet överlämnas till regeringen."),
            ignore_case=True,
        ),
    ),
)  # fmt: skip

# "bifaller inte motionen", "att inte bifalla motionen": what is denied names no outcome.
NOT_BEFORE = Pattern(r"\b(?:inte|ej|icke) $", catches=("att inte ",), leaves=("att ",), ignore_case=True)
NOT_AFTER = Pattern(
    r"^ (?:inte|ej|icke)\b|^ (?:på|vid|under) (?:\w{3,30}s )?(?:nästa|nästkommande|kommande|ett senare)\b|^ vid (?:\w{3,30}s )?(?:sammanträde|möte)t? (?:den )?\d",
    catches=(" inte motionen", " på nästa sammanträde"),
    leaves=(" motionen", " på plats"),
    ignore_case=True,
)

# Whoever it is that does so: "fastställs av tekniska nämnden" is that body's act, not this one's.
BY_ANOTHER = Pattern(
    rf"^ (?:årligen |sedan |därefter |senare )?av (?:\w{{2,20}}a )?{BODY_NAME}(?!\w)",
    catches=(" av tekniska nämnden", " av kommunstyrelsen."),
    leaves=(" av ordföranden", " enligt nämndens förslag"),
    ignore_case=True,
)

# What is decided of a yrkande, or of a body's proposal, is not decided of the matter: that proposal may be to reject it.
OF_A_PROPOSAL = Pattern(
    r"^(?: till| på)?(?: (?!(?:att|med|enligt|och|samt|i|utan|mot)\b|motion|ärende|ansök|hemställ|framställ|medborgar)[^\s.,;:]{1,40}){0,8}?"
    r" (?:\w{0,15}yrkande(?:t|n|na)?|(?<=s )förslag)(?!\w)",
    catches=(
        " yrkandet om återremiss",
        " kommunstyrelsens förslag",
        " Anna Eks (S) yrkande",
        " till arbetsutskottets förslag",
    ),
    leaves=(" motionen", " medborgarförslaget", " motionen med hänvisning till nämndens förslag", " förslaget"),
)

# The same with the yrkande first: "Yrkandet om återremiss avslås". A motion's own are its points.
PROPOSAL_TREATED = Pattern(
    r"(?:^|(?<=\. )|(?<=\boch )|(?<=\batt ))(?!att )(?:(?!motion|initiativ|medborgar)[^\s.,;:]{1,40} ){0,6}?[^\s.,;:]{0,30}yrkande(?:t|n|na)?(?! \d)(?: (?!och )[^\s.,;:]{1,40}){0,16}? (?:avslås|avslogs|bifall[ea]?s|bifölls)(?!\w)",
    catches=(
        "Tilläggsyrkandet avslås",
        "Yrkandet om återremiss avslås",
        "Anna Eks (S) yrkande om avslag på motionen bifalls",
    ),
    leaves=(
        "Motionens andra yrkande avslås",
        "Yrkande 2 bifalls",
        "Motionen avslås",
        "Yrkandet noteras och motionen avslås",
    ),
    ignore_case=True,
)

# The same in a clause of its own, with att: what is moved at a meeting the meeting itself grants or refuses.
TREATS_PROPOSAL = Pattern(
    r"^att (?:avslå|bifalla) (?:(?!motion|initiativ|medborgar)[^\s.,;:]{1,40} ){0,6}?(?!motion)[^\s.,;:]{0,30}yrkande(?:t|n|na)?(?! \d)(?![^\s.,;:])",
    catches=("att avslå tilläggsyrkandet.", "att bifalla Anna Eks (S) yrkande om taxan"),
    leaves=(
        "att avslå motionens andra yrkande",
        "att avslå motionen",
        "att bifalla yrkande 2",
        "att avslå nämndens förslag",
    ),
    ignore_case=True,
)

# What somebody is to do, or may do, later is not decided now; "och därmed anse motionen besvarad" is.
HANDED_ON = Pattern(
    r"\b(?:bemyndiga|uppdra|delegera)(?:s|r|r åt|s åt)?\b(?:(?!\boch (?:att )?(?:motion|därmed|anse|med detta|i övrigt))[^.]){0,600}"
    r"|\b(?:får|ges?|ger(?: (?!att )[^\s.,;:]{1,40}){0,6}) i uppdrag\b(?:(?!\boch (?:att )?(?:motion|därmed|anse|med detta|i övrigt))[^.]){0,600}",
    catches=(
        "Nämndens ordförande bemyndigas att godkänna avtalet",
        "att uppdra åt nämnden att fastställa taxan",
        "ger direktören i uppdrag att besvara remissen",
    ),
    leaves=("att godkänna avtalet", "ett svårt uppdrag"),
    ignore_case=True,
)

# A clause that treats the parts of a motion each in its own way.
IN_PARTS = Pattern(
    r"\bi övrigt\b|\batt-sats|\bi (?:den|de) del|\btill den del|\b(?:punkt|yrkande) \d|\bövriga delar",
    catches=("anses i övrigt besvarad", "Att-sats 2 anses besvarad"),
    leaves=("motionen avslås",),
    ignore_case=True,
)

# What is approved with changes that a list names, and such a change: "Ärendelistan godkänns med följande ändringar:" / "Ärende 6 utgår."
APPROVED_WITH_CHANGES = Pattern(
    r"^[^.:;]{3,160}? (?:godkänns|fastställs|antas|godkänner|fastställer|antar)(?: [^.:;]{1,100})? med följande (?:ändring(?:ar)?|förändring(?:ar)?|tillägg|justering(?:ar)?)$",
    catches=("Ärendelistan godkänns med följande ändringar", "Nämnden fastställer dagordningen med följande tillägg"),
    leaves=("Ärendelistan godkänns", "Motionen avslås med följande motivering"),
)
# A sentence that only notes what it lists: "Nämnden har tagit del av följande meddelanden".
NOTES_WHAT_FOLLOWS = Pattern(
    r"^(?:[A-ZÅÄÖ]\w{2,40}(?: \w{2,40}){0,3} (?:har )?(?:tar|tagit|tog) (?:emot|del av)|Följande [^.:;]{2,80} (?:delges|delgavs|anmäls|anmäldes|redovisas|redovisades|har (?:inkommit|delgivits|anmälts|redovisats)))(?!\w)(?![^.:;]{0,80} (?:remitt|överläm|hänskj|lämnas|besluta))[^.:;]{0,80}$",
    catches=("Nämnden har tagit del av följande meddelanden", "Följande delegationsbeslut redovisas"),
    leaves=(
        "Följande motioner anmäls och remitteras till styrelsen",
        "Följande ändringar görs",
        "Nämnden tar ställning till följande",
    ),
)
CHANGES_LIST = Pattern(
    r"^[^.:;]{2,160}? (?:utgår|tillkommer|läggs till(?! handlingarna)|flyttas|behandlas|stryks|tas bort|tas upp)(?: [^.:;]{1,80})?\.$",
    catches=("Ärende 6 utgår.", "Information om elavtal läggs till.", "Ärende 7 behandlas före ärende 5."),
    leaves=("Nämnden utgår", "Motionen avslås.", "Informationen läggs till handlingarna."),
)
# An entry of a list that does something itself: it is no paper that is noted.
ENTRY_ACTS = Pattern(
    r"^(?:(?:Anslå|Avsätta|Bevilja|Ge|Uppdra|Höja|Sänka|Införa|Inrätta|Tillsätta|Tilldela|Omfördela|Upphäva|Genomföra|Ändra) |[^.:;]{2,100}? (?:höjs|sänks|anslås|avsätts|beviljas|inrättas|införs|tilldelas|upphävs)(?!\w))",
    catches=("Anslå 400 000 kr till bad", "Taxan höjs med 4 procent"),
    leaves=("Bostadsanpassning, beslut 12-15", "Rapport om höjda taxor"),
)
