"""Words of moving, and who moves something."""

from __future__ import annotations

from importers.patterns.acts import WANTED_ALIKE
from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, CODE, LONG_NAMES, NAME, NAME_WORD
from importers.patterns.who import TITLE

_PAPER = r"(?:(?:tilläggs|ändrings|avslags|bifalls|återremiss|bordläggnings|mot|delnings)?yrkanden?|(?:tilläggs|ändrings|mot)förslag)"

MOVES = Pattern(
    rf"\b(?:lämnar|lämnade|har) som (?:sitt |eget )?förslag\b(?= att )|\b(?:yrkar|yrkade)\b(?! {WANTED_ALIKE})|\b(?:föreslår|föreslog|hemställer|hemställde|förordar|förordade|nominerar|nominerade)\b|(?<=har )yrkat\b|\b(?P<paper>tilläggs|ändrings|avslags|bifalls|återremiss)yrka(?:r|de)\b"
    r"|\b(?:tillstyrker|tillstyrkte|avstyrker|avstyrkte)\b(?! (?:detta |samma )?yrkande| [A-ZÅÄÖÉ][^.:;]{2,120} yrkande)"
    r"|\b(?:begär|begärde)\b(?= (?:[^.:;,]{2,120}\) )?(?:bifall till|avslag på|återremiss|bordläggning)\b| att [^.:;,]{2,80} (?:ska(?:ll)? )?(?:återremitteras|bordlägg[ae]?s|avslås|bifall[ae]?s)(?!\w))"
    rf"|(?:(?<=har )(?:lämnat|framställt|ställt|väckt|lagt|anmält|gett|gjort)|\b(?:lämnar|lämnade|framställer|framställde|anmäler|anmälde|inger|ingav|ger in|gav in|inkommer med|framför|framförde|tillägger|lägger(?: fram)?|lade(?: fram)?|ställer|ställde|väcker|väckte|presenterar|avger|avgav))\b(?= (?:\w{{1,12}} ){{0,3}}(?:{_PAPER}|(?:eget|nytt|annat|alternativt) förslag)\b(?! (?:under|mot|respektive)(?!\w)))",
    catches=(
        "Jonas Segersam (KD) yrkar bifall",
        "Elisabet Lann (KD) yrkade bifall",
        "Anna Ek (C) föreslår att",
        "Anna Ek (M) lämnar följande ändringsyrkande: att taxan sänks",
        "Anna Ek (M) ställer ett yrkande om avslag",
        "Anna Ek (M) tillstyrker motionen",
        "Anna Ek (M) begär återremiss av ärendet",
        "begär Anna Ek (M) återremiss",
        "begär att ärendet bordläggs",
        "Anna Ek (M) lämnar som sitt förslag att bygglovet avslås",
        "Anna Ek (M) ger in ett ändringsyrkande",
        "Anna Ek (M) har lämnat in ett skriftligt ändringsyrkande: § 4 stryks",
        "Anna Ek (M) lägger fram ett eget förslag till beslut: att",
        "Anna Ek (M) tilläggsyrkar att taxan sänks",
        "Anna Ek (M) nominerar Bo Å (M)",
    ),
    leaves=(
        "yrkanden",
        "yrkandet från S",
        "Anna Ek (C) lämnar lokalen",
        "ställer yrkandena mot varandra",
        "ställer Anna Eks yrkande under proposition",
        "Anna Ek (M) tillstyrker Bo Ås (V) yrkande",
        "begär omröstning",
        "begär ordet",
    ),
)

# Movers who stand under Yrkanden with what they move and no verb: "Tilläggsyrkande från Anna Ek (M): att …".
PAPER_FROM = Pattern(
    rf"^(?P<paper>{_PAPER})(?: \d{{1,2}})?(?: (?:från|av)|:) (?P<movers>[^:]{{3,600}}?)(?:: ?|,? (?=att |om )|(?<=\)) (?=(?:bifall till|avslag|återremiss|bordläggning)(?!\w)))(?P<what>\S.*)?$",
    catches=(
        "Yrkande från Anna Ek (M) och Bo Å (KD): 1. Motionen avslås.",
        "Tilläggsyrkande från Anna Ek (M): att nämnden utreder frågan.",
        "Yrkande av Anna Ek (M) om återremiss.",
        "Yrkande 2: Anna Ek (M) och Bo Å (KD) avslag på motionen.",
        "Yrkande från Anna Ek (M):",
    ),
    leaves=("Yrkanden ställs mot varandra", "Yrkande från SD den 22 maj 2024."),
    ignore_case=True,
)

# The same with what it is about before whose it is: "Yrkande om avslag av Anna Ek (M)." Of "motionen av" they may be the author.
PAPER_ABOUT = Pattern(
    rf"^(?P<what>{_PAPER}(?: \d{{1,2}})? (?:om|på) (?:(?i:bifall|avslag|återremiss|bordläggning)(?: (?:på|av) (?:ärendet|paragrafen|punkt(?:en)? \d{{1,2}}))?)) (?:från|av) (?P<movers>[^:;]{{3,400}}?\)(?: m\.? ?fl\.?)?)\.?$",
    catches=("Yrkande om avslag av Bo Å (M).", "Yrkande om återremiss av ärendet från Bo Å (M) och Cia Berg (V)"),
    leaves=("Yrkande om avslag på motionen av Bo Å (M)", "Yrkande om avslag av Bo Å (M) ställs under proposition."),
    ignore_case=True,
)

# Somebody's own words: "Anna Ek (S): ”Jag yrkar avslag på motionen.”"
OWN_WORDS = Pattern(
    r"^(?P<movers>[A-ZÅÄÖÉ][^:]{3,300}\)): ?[\"”“]?(?:Jag|Vi) (?:yrkar|föreslår)(?P<what> [^\"”“]{3,2000}?)[\"”“]?$",
    catches=("Anna Ek (S): ”Jag yrkar avslag på motionen.”", "Anna Ek (S) och Bo Å (V): Vi yrkar att taxan sänks."),
    leaves=("Anna Ek (S): Avslag.", "Anna Ek (S) yrkar avslag", "Anna Ek (S): ”Jag yrkade avslag.”"),
)

# Movers and what they move, the verb left out: "Ajsela Brunn (C) att motionen avstyrks", "Anna Ek (S): Bifall till motionen".
VERB_LEFT_OUT = Pattern(
    r"^(?:(?P<movers>[^:]{3,300}\)(?: m\.? ?fl\.?| med flera)?)(?:,? (?:för|å) (?:[^:()]{2,40} (?:räkning|vägnar)|[^\s:()]{1,20}-?gruppen|(?:[A-ZÅÄÖ]{1,3}(?:, | och |, och )){0,8}[A-ZÅÄÖ]{1,3}(?=:)))?(?:: ?(?=\S)| [–-] (?=(?:[Bb]ifall|[Aa]vslag|[Åå]terremiss|[Bb]ordläggning)(?!\w))| (?=att |bifall till |avslag på ))|(?P<named>[A-ZÅÄÖÉ][^:.()]{3,120}): (?=(?:[Bb]ifall till|[Aa]vslag|[Åå]terremiss|[Bb]ordläggning)(?!\w)))",
    catches=(
        "Ajsela Brunn (C) att motionen avstyrks",
        "Anna Ek (S), Bo Å (V): Bifall till motionen.",
        "Anna Ek (M) för Moderaternas räkning: Avslag på motionen.",
        "Anna Ek (S) för S-gruppen: avslag på motionen.",
        "Anna Ek och Bo Ås: Avslag på motionen.",
        "Anna Ek (S) – bifall till motionen.",
        "Anna Ek (S), för S, V och MP: bifall till motionen.",
        "Anna Ek (S) m.fl. bifall till motionen",
    ),
    leaves=("Anna Ek (S) yrkar bifall", "Anna Ek (S) instämmer i att"),
)

# Somebody who moves something, at the start of what is headed "Förslag" alone.
SOMEBODY_MOVES = Pattern(
    rf"^{NAME}(?: ?\([^()]{{1,25}}\))?(?: m\.? ?fl\.?)?(?:: ?(?i:bifall|avslag|återremiss|bordläggning|att )|(?<=\)) (?:föreslår|yrkar)(?!\w))"
    rf"|^(?![^.:;()]{{0,80}}(?i:nämnd|styrelse|utskott|fullmäktige|förvaltning|kontor|beredning|direkt[öi]|chef|skol|bolag|förening|klubb|förbund|grupp|region|kommun|råd(?:et)?(?!\w)|myndighet|AB(?!\w))[^.:;()]{{0,40}} (?:föreslår|yrkar))(?:{NAME_WORD} {NAME_WORD}(?:,? och |, )){{0,5}}{NAME_WORD} {NAME_WORD} (?:föreslår|yrkar)(?!\w)",
    catches=(
        "Göran Wik: bifall till förslaget",
        "Tove Lys (V): Avslag.",
        "Anna Ek (S) föreslår att",
        "Anna Ek och Bo Ås föreslår att",
    ),
    leaves=(
        "Förvaltningen föreslår",
        "Tekniska nämnden: bifall",
        "Kommunstyrelsens Arbetsutskott föreslår",
        "Norra Skolan föreslår att",
    ),
)

# The same in the midst of running text, in the tense in which a meeting is told, and of nothing but the matter before it.
MOVES_NOW = Pattern(
    rf"^(?:(?:[Tt]jänstgörande )?(?:[Oo]rdföranden?|[Ee]rsättaren?|[Ll]edamoten) )?{NAME} ?\({CODE}\)(?: m\.? ?fl\.?)?(?:,? (?:och|samt) |, | )(?:[^.:;]{{0,120}}? )?(?:(?P<yrkar>(?<!som )yrkar(?!\w)|begär (?=återremiss|bordläggning))|föreslår (?=bifall|avslag|återremiss|bordläggning|att ))",
    catches=(
        "Anna Ek (S) yrkar bifall.",
        "Anna Ek (S), Bo Ås (V) och Cia Berg (M) yrkar att",
        "Ordföranden Anna Ek (S) yrkar",
        "Anna Ek (S) begär återremiss.",
    ),
    leaves=("Motionären yrkar att", "Anna Ek (S) yrkade", "Anna Ek (S) föreslår Bo Ås (V)", "Förvaltningen yrkar"),
)

# What tells that running text reports what was wanted elsewhere: at another body's meeting, or in a paper.
_ELSEWHERE = (
    r"(?<!\w)(?:[Vv]id|[Pp]å) \w{3,40}s (?:sammanträde|möte)(?!\w)(?! yrkar(?!\w))|(?<!\w)I \w{3,30}(?:styrelsen|nämnden|utskottet) (?:yrkade|föreslog|behandla|beslut)"
    r"|(?<!\w)(?:behandlades|behandlats|bereddes|beretts|prövades|återremitterades|bordlades) (?:\w{1,20} ){0,3}?(?:i|av|vid) (?:(?:(?!hela |samma )\w{2,20} (?:och \w{2,20} )?)?\w{0,30}(?:styrelsen|nämnden|utskottet|fullmäktige)|AU|KSAU)(?!\w)"
    r"|(?<!\w)[A-ZÅÄÖ]\w{0,30}(?:styrelsen|nämnden|utskottet|fullmäktige) (?:behandlade|beredde)(?!\w)"
)
_IN_A_PAPER = r"(?:i|genom) (?:(?:en|sin|ett|sitt) )?(?:motion|skrivelse|interpellation|medborgarförslag|enkel fråga|brev|mejl|e-post|remissvar|insändare)"
TOLD_ELSEWHERE = Pattern(
    _ELSEWHERE,
    catches=(
        "Vid nämndens sammanträde yrkade",
        "I kommunstyrelsen yrkade",
        "Ärendet behandlades i kommunstyrelsen den 3 mars.",
        "Motionen behandlades i tekniska nämnden.",
        "Kommunstyrelsen behandlade ärendet",
    ),
    leaves=("vid sammanträdet", "i en motion", "Vid nämndens sammanträde yrkar"),
)
REPORTS = Pattern(
    rf"(?<!\w){_IN_A_PAPER}(?:en|et)?(?!\w)|{_ELSEWHERE}",
    catches=("föreslår i en motion att", "vid nämndens sammanträde yrkade", "I kommunstyrelsen yrkade"),
    leaves=("föreslår att motionen avslås", "vid sammanträdet"),
)

OF_A_PAPER = Pattern(
    rf"^{_IN_A_PAPER}",
    catches=("i en motion", "genom skrivelse"),
    leaves=("vid nämndens sammanträde", "I kommunstyrelsen yrkade"),
)

# A paper that the text treats as known: what its author moves in it is not moved at the meeting.
THE_PAPER = Pattern(
    r"(?<!\w)(?:motionen|motionär(?:en|erna)|medborgarförslaget|\w{2,20}initiativet|ledamotsförslaget|interpellationen|förslagsställar(?:en|na)|initiativtagar(?:en|na))(?!\w)",
    catches=("Förvaltningen föreslår avslag på motionen.", "Motionären anser"),
    leaves=("i en motion", "Förslaget remitteras"),
    ignore_case=True,
)

_SET = r"(?:framställs|framställdes|framförs|framfördes|ställs|ställdes|lämnas(?: in)?|lämnades(?: in)?|inlämnas|inlämnades|läggs(?: fram)?|lades(?: fram)?|väcks|väcktes|anmäls|anmäldes|inges|görs|gjordes|har (?:framställts|framförts|ställts|lämnats(?: in)?|inlämnats|lagts(?: fram)?|väckts|anmälts|gjorts))"
_BY = r"(?:även |också |därefter |dessutom |skriftligen )?av"

# Movers and what they move, the verb in the passive: "Av Anna Ek (S) yrkas avslag", "Avslag yrkas av Anna Ek (S)".
MOVED_BY = Pattern(
    rf"^(?:Av |Från )(?P<movers>[^:;]{{3,400}}?) (?:yrkas|yrkades|föreslås|föreslogs|{_SET}) (?P<what>[^:;]{{2,120}}?(?: genom (?P<through>(?i:{TITLE}){NAME}(?: \({CODE}\))?)\.?|(?::.{{0,2000}})?))$",
    catches=(
        "Av Anna Ek (S) och Bo Å (V) yrkas avslag på motionen.",
        "Från Moderaterna föreslås avslag genom Claes Mo.",
    ),
    leaves=("Anna Ek (S) yrkar avslag.", "Av handlingarna framgår att"),
)
MOVED_PASSIVELY = Pattern(
    rf"^(?!Inga|Inget|Ej )(?:(?P<what>[^:;]{{2,300}}?) (?:yrkas|yrkades)|(?P<paper>(?:(?:Ett|Två|Tre|Följande|Även|Vidare|Därefter) )?(?i:{_PAPER})(?: (?:om|på|att) [^:;]{{2,200}}?)?) {_SET}) {_BY} (?P<movers>[^:;]{{3,400}}?)(?:\.?$|(?P<more>(?:: ?| om | att ).{{2,2000}})$)",
    catches=(
        "Avslag på motionen yrkas av Anna Ek (S) och Bo Å (V).",
        "Yrkande om avslag på motionen framställs av Anna Ek (S).",
        "Ett tilläggsyrkande lämnas av Anna Ek (S): att taxan ses över.",
        "Yrkande framställs av Anna Ek (S) om att motionen avslås.",
    ),
    leaves=("Inga yrkanden framställs av nämnden.", "Anna Ek (S) yrkar avslag.", "Yrkandena ställs mot varandra."),
)

# What somebody moves and what became of it in one: "På yrkande av Anna Ek (S) bordläggs ärendet".
_MATTER = r"(?P<what>[Ää]rendet|[Mm]otionen|[Ff]rågan|[Pp]aragrafen|[Mm]edborgarförslaget)"
_ASKED_BY = r"[Pp]å (?:yrkande|förslag|begäran|hemställan|initiativ) (?:av|från) (?P<movers>[^.:;]{3,200}?)"
ON_MOTION = Pattern(
    rf"^{_ASKED_BY},? (?:(?:beslutar|beslutade|beslöt) [^.:;,()]{{2,40}} att )?(?P<verb>bordläggs|bordlades|bordlägga|återremitteras|återremitterades|återremittera) {_MATTER}(?!\w)",
    catches=(
        "På yrkande av Anna Ek (S) bordläggs ärendet till nästa sammanträde.",
        "På förslag från Anna Ek (S) och Bo Å (V) beslutar nämnden att återremittera ärendet.",
    ),
    leaves=("På yrkande av Anna Ek (S) avslås motionen.", "På begäran av Anna Ek (S) ajourneras mötet."),
)
ON_MOTION_BEHIND = Pattern(
    rf"^{_MATTER} (?P<verb>bordläggs|bordlades|återremitteras|återremitterades)(?!\w)[^.:;()]{{0,80}}? {_ASKED_BY}(?=[.,;]|$)",
    catches=("Ärendet bordläggs på yrkande av Anna Ek (S).",),
    leaves=("Ärendet bordläggs till nästa sammanträde.", "Motionen avslås på yrkande av Anna Ek (S)."),
)

# What somebody wants in a paper of theirs is not moved at the meeting: "yrkar i sin skuggbudget", "föreslår i en motion".
_IN_OWN_PAPER = r"(?: bland annat| också| även)? i (?:(?:sin|sitt|sina|ett|en|eget)(?: (?!skriftlig)\w{2,20}){0,2}? (?:\w{0,12}budget\w{0,12}|(?:medborgar|e-)?förslag|motion|skrivelse|interpellation|insändare)|motionen|medborgarförslaget)(?!\w)"
WANTED_IN_PAPER = Pattern(
    rf"(?<!\w)(?:yrkar|föreslår|yrkade|föreslog|yrkat|föreslagit){_IN_OWN_PAPER}",
    catches=(
        "Ada Ros (V) föreslår i en motion att bussarna ska vara gratis.",
        "Vänsterpartiet yrkar i sin skuggbudget på mer pengar till skolan.",
        "Moderaterna yrkar bland annat i ett gemensamt budgetförslag att skatten sänks.",
    ),
    leaves=(
        "Ada Ros (V) yrkar i första hand återremiss.",
        "Ada Ros (V) yrkar i enlighet med sitt förslag.",
        "Ada Ros (V) yrkar i ett skriftligt yrkande avslag.",
    ),
)

# Nobody moves this: "Anna Ek (S) yrkar inte avslag", "Om Anna Ek (S) yrkar avslag"; or not those alone who are named to do so.
NOT_MOVED = Pattern(
    rf"^ (?:inte|ej|varken)\b|^ (?:förra (?:året|gången|mandatperioden|mötet)|i fjol|tidigare|redan (?:då|tidigare|förra|i|vid|på)|(?:vid|på) (?:ett |det |sitt )?(?:förra|föregående|tidigare))(?!\w)|^{_IN_OWN_PAPER}|^(?:Om|Ifall|Därest|Såvida|Skulle|Ingen|Inga|Inget|Utöver|Förutom|Utom|Jämte) ",
    catches=(
        " inte avslag",
        "Om Anna Ek (S) yrkar avslag",
        "Utöver Anna Ek (S) yrkar Bo Å (V) avslag",
        " i sin skuggbudget på 18 miljoner",
        " bland annat i ett gemensamt budgetförslag att",
        " i motionen att",
        " förra året avslag på samma motion",
        " redan i nämnden avslag",
    ),
    leaves=(
        " i ett skriftligt förslag att",
        " då avslag",
        " i första hand avslag",
        " i enlighet med sitt förslag",
        " avslag",
        "Omedelbart yrkar Anna Ek (S) avslag",
    ),
)

# Behind a colon, that something is not moved: "Anna Ek (S): Vi yrkar inte avslag."
MOVES_NOT = Pattern(
    r"(?<!\w)(?:yrkar|yrkade|föreslår|föreslog) (?:inte|ej|inget|inga|ingen|ingenting|varken|aldrig)(?!\w)",
    catches=(" jag yrkar inte avslag", "vi föreslår inget annat"),
    leaves=(" avslag, eftersom det inte behövs", "yrkar avslag"),
    ignore_case=True,
)

# More is wanted, or by more, than a yrkande can hold: a third choice, for those who are only named, or another thing behind
# whoever agrees, who may want it or not.
MORE_THAN_TOLD = Pattern(
    r"\bi tredje hand\b|\b(?:å|på) egn?a och [^.:;]{2,80} vägnar\b|\b(?:bifall|avslag|återremiss)(?: (?:till|på|av))?,? respektive(?: (?:till|på|av))? (?:bifall|avslag|återremiss|bordläggning)\b"
    r"|, vilket [^.:;]{2,120} (?:gör|gjorde|yrkar|yrkade|instämmer i|instämde i|biträder|biträdde|stöder|stödjer),? (?:samt|och) att "
    r"|\bmed (?:instämmande|stöd|bifall) (?:av|från) [^.:;]{2,120}\),? (?:samt|och) att ",
    catches=(
        "yrkar avslag, vilket även Bo Ås (V) gör, samt att frågan utreds",
        "yrkar bifall med instämmande av Bo Ås (V) samt att taxan sänks",
        "återremiss och i tredje hand bifall",
        "yrkar på egna och Bo Ås (V) vägnar avslag",
        "Anna Ek (S) och Bo Å (V) yrkar bifall respektive avslag på motionen",
    ),
    leaves=("i andra hand avslag", "yrkar å S-gruppens vägnar", "avslag på punkt 1 respektive punkt 2"),
)

# What was moved is moved no more: "Anna Ek (S) yrkade först avslag men ändrade sig och yrkar bifall".
WITHDRAWN = Pattern(
    r"(?<!\w)(?:ändra(?:r|de) sig|(?:åter(?:tar|tog|kallar|kallade)|dr(?:ar|og) (?:därefter |sedan |nu )?(?:tillbaka|tillbaks)|ändra(?:r|de)|justera(?:r|de)|frånfall(?:er|it)|frånföll) (?:sitt|sina|yrkandet|förslaget|det|detta))(?!\w)",
    catches=("yrkade avslag men ändrade sig", "yrkar bifall och drar tillbaka sitt yrkande", "återtar yrkandet"),
    leaves=("yrkar att återta marken", "yrkar att nämnden ändrar taxan"),
)

# Whom somebody proposes for an office stands where who moves it may stand: "Valberedningen föreslår Anna Ek (S) till ordförande".
PROPOSED_FOR = Pattern(
    r"^(?:,? (?:till|som) (?!följd|exempel|protokollet|stöd)(?:(?:ny|nya|ordinarie|förste|förste|andre|1:e|2:e|tjänstgörande) )?(?:vice )?(?:[a-zåäö]{0,30}(?:ordföranden?|ledam(?:ot|öter)|ersättare|suppleant(?:er)?|nämndem(?:a|ä)n|ombud|revisor(?:er)?|sekreterare|representant(?:er)?|justerare)|gruppledare|insynsplats)(?!\w)|,? att (?:ersätta|efterträda|tjänstgöra|bli)(?!\w)|\.?$)",
    catches=(" till ordförande.", " som ny ledamot", " att ersätta Bo Å (V)", " till nämndemän", "."),
    leaves=(" bifall till motionen", " att motionen avslås", " återremiss."),
)

# Another moves within what somebody moves: " avslag och bifall yrkas av Bo Å (V)".
PASSIVE_WITHIN = Pattern(
    r"(?<!\w)(?:yrkas|yrkades)(?!\w)",
    catches=(" avslag och bifall yrkas av Bo Å (V)",),
    leaves=(" avslag på yrkandet",),
)

# The same movers go on: "I andra hand yrkas avslag på motionen."
SAME_MOVERS = Pattern(
    r"^I (?:första|andra|tredje) hand (?:yrkas|föreslås)\b|^I andra hand (?=(?:bifall|avslag|återremiss|bordläggning)(?!\w)(?: (?:till|på|av) [^.:;()]{2,80})?\.$)",
    catches=("I andra hand yrkas avslag på motionen.", "I andra hand avslag."),
    leaves=("I andra hand yrkar Anna Ek (S) avslag",),
)

# What opens a list: each entry is part of what is moved.
LIST_FOLLOWS = Pattern(
    r"(?::|\batt|\bföljande(?: \w{1,20}){0,2}|\bbeslutar?|\byrka(?:r|de)|\bföresl(?:år|og))$",
    catches=("Anna Ek (M) yrkar att:", "Anna Ek (M) yrkar att", "yrkar på följande tillägg", "Anna Ek (M) yrkar"),
    leaves=("Anna Ek (M) yrkar bifall till motionen.",),
)

_PARTY = rf"(?:{BARE_CODE}|(?i:{LONG_NAMES})|[A-ZÅÄÖ]{{1,4}}-(?:gruppen|ledamöterna))"
# For which parties somebody moves something, right behind the verb: "yrkar för S, C och MP bifall".
FOR_PARTIES = Pattern(
    rf"^ (?:för|å|på) {_PARTY}(?:(?:, | och |, och | samt ){_PARTY}){{0,8}}(?:s? (?:vägnar|räkning))?(?!\w)",
    catches=(
        " för S, C och MP bifall till förslaget",
        " för V avslag",
        " för Socialdemokraterna och Vänsterpartiet bifall",
    ),
    leaves=(" för egen del", " avslag, V bifall"),
)

# Another who wants another thing, or the same, the verb left out: "Anna Ek (S) yrkar avslag, Bo Å (M) bifall, Cia Berg likaså."
ANOTHER_WITHOUT_VERB = Pattern(
    rf"(?:,| och| medan| samt) (?:[^.:;,()]{{3,60}} \({CODE}\)|{NAME})(?: m\.?fl\.?)? (?:på )?(?:bifall|avslag|återremiss|bordläggning|likaså|likadant|detsamma)(?!\w)",
    catches=(
        " avslag, Bo Å (M) bifall.",
        " bifall och Bo Å (M) m.fl. avslag",
        " avslag medan MP bifall till förslaget",
        " bifall och Bo Å avslag",
        " avslag, Bo Å likaså.",
    ),
    leaves=(
        " avslag, vilket Bo Å (M) instämmer i",
        " avslag på Bo Ås (M) yrkande",
        " bifall, med instämmande av Bo Å (M)",
    ),
)

# The movers after what they move, as Miljö- och klimatnämnden in Göteborg prints it.
LIST_FORM = Pattern(
    r"^(?:Yrkar |Yrkande om |Yrkas )?(?P<what>(?i:bifall|avslag|återremiss|bordläggning)[^:]{0,200}?)(?: yrkas(?: av)?(?: följande(?: ledamöter)?)?)?: (?P<movers>[^:]+)$",
    catches=(
        "Yrkar bifall till förvaltningens förslag: Tor Lund (SD), Eva Ö (L)",
        "Avslag på motionen: Cia Berg (M)",
        "Avslag yrkas av: Cia Berg (M)",
    ),
    leaves=("Anna Ek (C) yrkar följande: att",),
)

# A list of numbers that runs on within a paragraph: "Yrkande från Anna Ek (M): 1. Motionen avslås. 2. Taxan sänks."
FIRST_ENTRY = Pattern(r": 1[.)] ", catches=("(M): 1. Motionen avslås.",), leaves=("§ 1. Motionen",))
ENTRY = Pattern(r"^\d{1,2}[.)] ", catches=("2. Taxan sänks.",), leaves=("2024. Vidare", "Taxan"))
