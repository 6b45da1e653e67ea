"""Who does what a sentence says: people, groups of parties, and the words that join them or part them from the rest."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, CODE, LONG_NAMES, NAME_WORD, OFFICE_WORD, PARTICLE, PARTY_PEOPLE

# What a party's people are called before a word for them: "den socialdemokratiska gruppen", "de moderata ledamöterna".
PARTY_ADJECTIVES = {
    "socialdemokratiska": "S",
    "moderata": "M",
    "sverigedemokratiska": "SD",
    "centerpartistiska": "C",
    "vänsterpartistiska": "V",
    "kristdemokratiska": "KD",
    "liberala": "L",
    "folkpartistiska": "FP",
    "miljöpartistiska": "MP",
}
_ADJECTIVES = "|".join(PARTY_ADJECTIVES)
_PEOPLE = "|".join(sorted(PARTY_PEOPLE, key=len, reverse=True))
_OWN_PARTY = r"[A-ZÅÄÖ][a-zåäö]{2,20}partiet(?!\w)"
_ONE = rf"(?:\({CODE}\)|{BARE_CODE}(?![\w-])|(?i:{LONG_NAMES})s?(?!\w)(?: \({CODE}\))?|{_OWN_PARTY})"
_PARTIES = rf"{_ONE}(?:(?:,? (?:och|samt|&) |, ?|/| ?\+ ?){_ONE}){{0,9}}"
# Behind "ledamöterna från" a party of the town's own may be named by its letters, and any by lower case.
_ANY = rf"(?:{_ONE}|(?!KS|KF|AU|KSAU)[A-ZÅÄÖ]{{1,4}}(?![\w-])|(?:s|m|sd|c|v|kd|l|fp|mp)(?!\w))"
_ANY_PARTIES = rf"{_ANY}(?:(?:,? (?:och|samt) |, ?|/){_ANY}){{0,9}}"
_MEMBERS = (
    r"(?:ledamöter(?:na)?|representanter(?:na)?|ersättarna|suppleanterna|företrädarna|förtroendevalda|(?:parti|fullmäktige|kommunfullmäktige|nämnd)?grupp(?:en|er|erna)?"
    r"|\w{0,20}partier(?:na)?|partiet|ledamoten|representanten)"
)
_HOW_MANY = r"(?:(?:närvarande|samtliga|alla|övriga|hela|tjänstgörande|beslutande|de|den|båda|två|tre|fyra|fem|sex|sju|åtta|nio|tio) ){0,3}"

# A group that no person is named in. In this order: what is longer comes first.
GROUP_OF_PARTIES = Pattern(
    rf"(?<![\w-])(?=[A-Za-zÅÄÖåäö(])(?:(?i:{_HOW_MANY}{_MEMBERS})(?: (?:från|för|i|ur|tillhörande)(?: partierna| partiet)?)? {_ANY_PARTIES}(?: \w{{0,20}}grupp(?:er)?(?:na|en)?(?!\w))?"
    rf"|(?i:{_HOW_MANY}{_MEMBERS}) i {BARE_CODE}-grupp(?:en|erna)"
    rf"|(?:[Hh]ela |[Ss]amtliga )?(?:{BARE_CODE}-(?:, | och | samt )){{0,9}}{BARE_CODE}-(?:grupp(?:en|erna)|ledamöterna|ledamöter|partiet)"
    rf"|{_PARTIES}(?::s)? (?:(?:närvarande|samtliga|övriga|tjänstgörande|båda|två|tre|fyra|fem|sex|sju|åtta|nio|tio) ){{0,2}}{_MEMBERS}"
    rf"|(?i:{_HOW_MANY}{_MEMBERS}) (?:i|från|ur) (?:[Dd]en |[Dd]e )(?i:{_ADJECTIVES}) {_MEMBERS}"
    rf"|(?:[Dd]en |[Dd]e )?(?i:{_ADJECTIVES}) (?:(?:och|samt) (?:den |de )?(?:{_ADJECTIVES}) )?{_MEMBERS}"
    rf"|(?i:(?:(?:närvarande|samtliga|alla|övriga|tjänstgörande|beslutande|de|båda|två|tre|fyra|fem|sex|sju|åtta|nio|tio) ){{1,3}}(?:{_PEOPLE})(?:na)?(?!\w))"
    rf"|(?i:alliansen|allianspartierna|majoriteten|oppositionen|minoriteten|de rödgröna(?: partierna)?|femklövern|majoritetspartierna|oppositionspartierna)(?!\w)(?: \({CODE}(?:, ?{CODE}){{1,7}}\))?"
    rf"|(?i:{_HOW_MANY}(?:ledamöter(?:na)?|representanter(?:na)?|ersättarna))(?!\w)(?! (?:[A-ZÅÄÖÉ(]|(?:från|för|i|ur)\b)))",
    catches=(
        "Närvarande ledamöter (M) och (KD) reserverar",
        "Ledamöterna från Moderaterna och Kristdemokraterna",
        "samtliga ledamöter i (M)",
        "M-, KD- och L-ledamöterna",
        "Ledamöterna i SD-gruppen",
        "den socialdemokratiska gruppen",
        "Samtliga ledamöter i den moderata gruppen",
        "Samtliga ledamöter i Moderaternas fullmäktigegrupp",
        "Moderaternas ledamöter",
        "Moderaternas övriga ledamöter",
        "Samtliga närvarande moderater",
        "ledamöterna från m och kd",
        "Alliansen",
        "Majoriteten (S, V, MP)",
        "Samverkanspartierna S, C och L",
    ),
    leaves=("ledamoten Anna Ek", "Ledamöterna Anna Ek", "Kommunstyrelsen", "KS-gruppen", "arbetsgruppen"),
)

# Parties and no other word for their people: "M, KD och SD reserverar sig".
PARTIES_ALONE = Pattern(
    rf"(?<![\w/+(-])(?=[A-ZÅÄÖa-zåäö(]){_PARTIES}",
    catches=("M, KD och SD", "S+V", "(M), (KD) och (SD)", "Sverigedemokraterna (SD)", "moderaterna"),
    leaves=("Kommunstyrelsen", "KS", "S-gruppen", "Anna Ek/S", "Anna Ek (S yrkar"),
)

# A name that no party stands beside: two words at least, or an office and one. What is around it must say that it is somebody.
BARE_PERSON = Pattern(
    rf"(?<![\w-])(?P<name>{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}{NAME_WORD}){{0,5}})(?!\w)",
    catches=("Anna Ek yrkar", "Ordförande Ek", "Ann-Marie von Heide"),
    leaves=("anna ek", "och"),
)

# The party of a name without brackets: "Dmitar Savic´, MP", "Anna Ek, S,"; and of several: "Bo Å och Cia Berg (båda M)".
PARTY_BEHIND = Pattern(
    rf"^(?:, ?(?P<party>{BARE_CODE})(?=,| och | samt | yrka| reserv| föresl| inst|$)|, (?P<named>(?i:{LONG_NAMES}))(?=,? (?:yrka|reserv|föresl|inst|delt|anm|lämn|anteck))|(?: ?\(|, )(?P<all>båda|bägge|alla|samtliga)(?: från| för)? \(?(?P<theirs>{CODE})\)?(?=[ ,.;]|$))",
    catches=(", MP", ", S, och", ", Moderaterna, yrkar", " (båda M)", "(samtliga från SD)", ", båda (S), yrkar"),
    leaves=(", Bo Å", ", Moderaterna, Centerpartiet och", " (2017:725)"),
)

# A party of the town's own, by its name.
PARTY_OF_OWN = Pattern(
    rf"(?<!\w)(?!(?i:{LONG_NAMES})(?!\w)){_OWN_PARTY}",
    catches=("Sjukvårdspartiet", "Moderaterna och Landsbygdspartiet"),
    leaves=("Centerpartiet", "Vänsterpartiet", "partiet"),
)

# Behind those who act, more of them that are not taken apart: " och Framtid Norr till förmån för"
MORE_BEHIND = Pattern(
    r"^(?:,| och| samt) (?:[A-ZÅÄÖ][a-zåäö]{2,20}|övriga|resterande)(?!\w)(?![^.:;]{0,80} (?:yrkar|yrkade|föreslår|föreslog|reserverar|instämmer|deltar|lämnar|begär|avstår)(?!\w))",
    catches=(" och Framtid Norr till förmån för", " samt övriga"),
    leaves=(" till förmån för", " och lämnar", " och Moderaterna yrkar"),
)

TITLE = rf"(?:(?:{OFFICE_WORD}|(?:[a-zåäö]{{2,30}}s )?ledamöter(?:na)?|ersättarna|kommunalråden|motionären|motionärerna|initiativtagaren|förslagsställaren|interpellanten|frågeställaren) ){{0,4}}"

# What stands behind a name and is still of it: "m.fl.", an office between commas.
NAME_GOES_ON = Pattern(
    rf"^(?:,? ?\(?m\.? ?fl\.?\)?(?: \({CODE}\))?,?(?!\w)| med fler[ae]?(?!\w)|, (?:[a-zåäö0-9:.]{{1,20}} ){{0,2}}(?:ordförande|ledamot|ersättare|gruppledare|kommunalråd|oppositionsråd)(?:n|en|et)?(?: för [A-ZÅÄÖ]\w{{0,20}})?(?=,)"
    r"| \((?:[^\W\d_]{1,20}[ .]){0,2}(?:ordf(?:örande|\.)?|ersättare|ledamot)\))",
    catches=(" m.fl. yrkar", " m.fl. (V) och", " med flera", ", 2:e vice ordförande, yrkar", " (ordförande)", " m fl"),
    leaves=(" med fleras yrkande", ", Bo Å (M)", ", ordföranden Bo Å"),
)

JOINED = Pattern(
    rf"^(?:,|,? ?(?:och|eller|samt|jämte|liksom|tillsammans med|&)(?: även| också| av| från| för| (?:hans|hennes|dennes|deras) ersättare)?)? ?(?i:{TITLE})$",
    catches=(
        ", ",
        " och hans ersättare ",
        " och ",
        ", samt ",
        " samt ordföranden ",
        " ",
        ", och tjänstgörande ersättaren ",
    ),
    leaves=(" för ", " yrkar ", ". "),
)

# Between somebody and the verb, or the verb and somebody.
NEAR_VERB = Pattern(
    rf"^,?(?: (?:även|också|därefter|därutöver|härefter|vidare|sedan|dels|därför|då|nu|dock|slutligen|istället|i stället|i sin tur|för egen del|under överläggningen|under sammanträdet|på grund av jäv|p\.?g\.?a\.? jäv|med anledning av jäv|har|hade|varken|i första hand|i andra hand|muntligt|skriftligt|sig))*,? ?(?i:{TITLE})$",
    catches=(" ", " därefter ", ", ", " även ordföranden ", " i första hand "),
    leaves=(" att ", " bifall till ", ". "),
)

# The members of a party, who may be named right behind: "Moderaternas ledamöter Anna Ek och Bo Ås".
MEMBERS_NAMED = Pattern(
    r"(?i:ledamöter|ledamot|företrädare|representant|ersättare)",
    catches=("Moderaternas ledamöter", "Ledamöterna från Moderaterna", "M-ledamöterna"),
    leaves=("Moderaterna", "M-gruppen"),
)

# The same from whose they are up to a name: "Moderaternas ledamot Bo Ås".
MEMBER_OF = Pattern(
    r"s (?:ledamot|representant|företrädare|ersättare|gruppledare) $",
    catches=("Moderaternas ledamot ", "M:s gruppledare "),
    leaves=("Moderaterna och ledamoten ", "Moderaternas ledamöter "),
)

# Between a party and who speaks for it: "Moderaterna genom Anna Ek yrkar".
THROUGH = Pattern(
    rf"^,? genom (?i:{TITLE})$",
    catches=(" genom ", ", genom gruppledaren "),
    leaves=(" och ", " genom att "),
)

# Who speaks for the party that acts, behind the verb: "Vänsterpartiet lämnar särskilt yttrande genom Eva Skog (V)".
THROUGH_BEHIND = Pattern(
    rf"(?<!\w)genom (?=(?i:{TITLE})[A-ZÅÄÖÉ])",
    catches=(" särskilt yttrande genom Eva Skog (V).", " sig genom gruppledaren Eva Skog"),
    leaves=(" genom att", " genom förvaltningen"),
)

SPEAKER_ENDS = Pattern(
    r"^(?:[.,;:]|$| (?:till förmån|mot beslutet|bifall|avslag|återremiss|bordläggning|att|om|på)(?!\w))",
    catches=(".", " avslag", " till förmån för"),
    leaves=(" insats", " medverkan"),
)

# Which party they are of whom the verb names: "Från Vänsterpartiet reserverar sig Eva Skog och Bo Ås".
OF_PARTY_BEFORE = Pattern(
    r"^(?:Från|För) (?P<party>[^.:;,()]{1,60}?)(?:(?:s)? (?:räkning|vägnar|sida))? $",
    catches=("Från Vänsterpartiet ", "För Socialdemokraternas räkning "),
    leaves=("Från och med, ", "Mot beslutet "),
)

# Before a group that is named one by one behind the verb: "Följande ledamöter reserverar sig: Anna Ek (S), Bo Å (V)".
LISTED_NEXT = Pattern(
    r"(?:^|\s)(?:följande|nedanstående)(?: (?:närvarande|tjänstgörande))? $",
    catches=("Följande ", "Mot beslutet reserverar sig följande "),
    leaves=("Samtliga ", "Därför följer "),
    ignore_case=True,
)

# For whom somebody speaks: who comes behind it does not act.
ON_BEHALF = Pattern(
    r",? (?:å|för|på|på uppdrag av|som företrädare för|å egna och) $",
    catches=("Anna Ek (S) för ", "Anna Ek (S) å "),
    leaves=("Anna Ek (S) och ",),
)
ON_BEHALF_ENDS = Pattern(
    r"^(?:s|:s)? ?(?:vägnar|räkning|del)?,? ?$", catches=("s vägnar ", ":s räkning ", " "), leaves=(" och ",)
)

# Behind somebody's name where something of theirs is spoken of: "och även Bo Ås (M) tilläggsyrkande".
OWNS = r"(?: m\.? ?fl\.?)? (?:\w{0,20}yrkande|\w{0,20}förslag|motion|reservation|budget|skrivelse)"

# Who agrees, named within the sentence: "Anna Ek (S) med instämmande av Bo Å (V) yrkar …".
AGREED_BY = Pattern(
    r",?(?: (?:och|vilket|som|samt|det))? (?:(?:med|under) (?:instämmande|stöd|bifall|medhåll) (?:av|från)|(?:biträds|biträddes|bifalls|bifölls|instäms|instämdes i|instäms i|stöds|stöddes|stödjs|stödd|stödda|understöds|understöddes|understödd|understödda) av|får (?:stöd|medhåll) av|tillsammans med|liksom|likaså|det gör (?:även|också)|så gör även|detsamma gör|(?<=[,;] )(?:så|och) även(?! [^.:;,()]{2,60} \([^()]{1,9}\)"
    rf"{OWNS}))"
    r"(?: även| också)? (?=(?:[A-ZÅÄÖÉ(]|ledam|ordf|ersätt|tjänstg|samtl|vice|2|1))",
    catches=(
        ", med instämmande av Bo Å (V)",
        " med stöd från ledamöterna",
        ", vilket biträds av Bo Å (V)",
        " som stöds av M",
        ", understödd av Bo Å (V)",
        ", vilket bifalls av Bo Å (V)",
    ),
    leaves=("medinstämmande av", " med stöd av kommunallagen"),
)

# Behind those who agree, before who acts next: "med instämmande av Bo Å (V), och Cia Berg (M) yrkar avslag".
ACTS_NEXT = Pattern(
    rf"^,? (?:och|samt|men|medan) (?i:{TITLE})$",
    catches=(" och ", ", samt ", " och ordföranden ", ", medan "),
    leaves=(", ", " jämte ", " och även "),
)

# What may stand before those who act, at the head of a sentence or behind another's act.
CLAUSE_OPENS = Pattern(
    rf"(?:(?:^|[\s”\"])(?:att|medan|men|och|samt|varefter|varvid|varpå|varför|därefter|liksom|även|också|vidare|dels|dessutom|slutligen|sedan|då|emedan|där|varav)|[,;.:!?”\"–-]|^)\s?(?:även |också |därefter |sedan |vidare |dels )?{TITLE}$",
    catches=("yrkar avslag, medan ", "avslag och ", "; ", "anmäler att ", "Även ", "avslag och ordföranden "),
    leaves=("förslag från ", "yrkande av ", "till ", "förslag från ordföranden "),
    ignore_case=True,
)

# A preposition right before a name: it is the preposition's, and acts in nothing.
GOVERNS = Pattern(
    r"(?:^|\s)(?:från|av|till|för|med|mot|enligt|om|på|hos|mellan|efter|före|under|genom|vid|per|utom|förutom|utöver|trots|än|som|kring|över|utan|å|i|angående|gällande)(?i: ledamoten| ordföranden| ledamöterna)? $",
    catches=("förslag från ", " av ", "För "),
    leaves=("att ", "medan "),
    ignore_case=True,
)

# A relative clause cites what somebody does: "vad Anna Ek (S) yrkar", "det förslag som Bo Å (V) föreslår".
CITES = Pattern(
    r"(?:^|[\s,])(?:vad|det|som|vilket|såsom|så som|vilka|den|hur)(?: (?:även|också|likaså))? $",
    catches=("i enlighet med vad ", "det förslag som "),
    leaves=("medan ", "att "),
    ignore_case=True,
)

# An official's title before the name: they may note something, and move nothing.
OFFICIAL = Pattern(
    r"^(?P<title>(?:[Tt]illförordnad |[Tt]f\.? |[Bb]iträdande )?[A-ZÅÄÖa-zåäö]{0,30}(?:direktör|chef|sekreterare|handläggare|strateg|jurist|utredare|controller|revisor|planerare|ingenjör|arkitekt|rektor)(?:en)?) (?=[A-ZÅÄÖÉ])",
    catches=("Kommundirektör Anna Ek", "Förvaltningschefen Bo Å"),
    leaves=("Anna Ek", "Ordförande Anna Ek"),
)

# Words that look like a name and are a party of the town's own, a firm, a place or an official.
NOBODYS_NAME = Pattern(
    r"(?<!\w)(?:framtid\w{0,5}|norr|söder|öster|väster|vägval\w{0,6}|alternativ\w{0,5}|rörelse\w{0,3}|listan|samling\w{0,3}|landsbygd\w{0,12}|allians\w{0,12}|partiet?|väl|bästa|fokus|rätt|nya|lokal\w{0,12}"
    r"|göteborg\w{0,3}|stockholm\w{0,3}|sverige\w{0,2}|kyrk\w{0,12}|länsstyrelse\w{0,2}|polis\w{0,12}|förening\w{0,6}|ab|hb|vd|bilaga|punkt|tabell|stiftelse\w{0,2}|bolag\w{0,4})(?!\w)",
    catches=("Framtid Norr", "Alliansen"),
    leaves=("Anna Ek", "Bo Norrman"),
    ignore_case=True,
)

# What stands in brackets behind another word is short for it, and no party: "Kommunstyrelsen (KS)".
SHORT_FOR = Pattern(
    r"(?<![^\W\d_])(?!(?:och|samt|från|för|i|ur|av|mot|med)\b|partierna\b|ledamöter)[^\W\d_]{2,40} $|(?:[^\W\d_]\.|[”\"’*/]) ?$",
    catches=("Kommunstyrelsen ", "Framtid ", "Bo ”Bosse” "),
    leaves=(" och ", ", ", " från "),
    ignore_case=True,
)
