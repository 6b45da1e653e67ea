"""What is moved: the stance, what it is on, and where a sentence goes on to move another thing."""

from __future__ import annotations

from importers.bundle import Stance
from importers.patterns.pattern import Pattern

# Something of one's own, named and not told: "yrkar på en höjning om 2,0 procent". How the meeting is to go on is none.
OWN_THING = Pattern(
    r"^ (?:på )?(?:en|ett) (?!(?:\w{1,20} )?(?:ajournering|paus|omröstning|votering|protokollsanteckning|yttrande|reservation|annan ordning)(?!\w))[a-zåäö]",
    catches=(" på en höjning om 2,0 procent.", " ett lägre pris."),
    leaves=(" på ajournering.", " en kort paus", " på sluten omröstning"),
)

_SIGN = r"(?:[^.;:]|:(?=s\b)|\.(?=\w)|(?<=m\.fl)\.|(?<=m\. fl)\.)"
_TARGET = rf"(?P<target>{_SIGN}{{2,200}})"
_THING = r"(?P<target>[^.,;:]{2,120}?)"
_NAMED = rf"(?P<target2>{_SIGN}{{2,120}}?)"
_SHALL = r"(?:därmed |därigenom |härmed )?(?:ska(?:ll)?|skulle|bör|måtte)?(?: därmed)?"
_BY_BODY = r"(?:(?:kommun|stads|region)?(?:fullmäktige|styrelsen)|\w{0,30}nämnden) (?:ska(?:ll)? |måtte )?(?:beslutar?|besluta)(?: att)? "

# Before what is moved: "att kommunfullmäktige ska besluta att motionen bifalles"
BODY_DECIDES = Pattern(
    rf"^{_BY_BODY}",
    catches=("kommunfullmäktige ska besluta att motionen",),
    leaves=("kommunfullmäktiges beslut", "motionen"),
)

# After what is moved: "motionen, vilket Bo Å (V) biträder", "motionen med instämmande av Bo Å (V)"
AFTER_TARGET = Pattern(
    r",? (?:vilket |med (?:instämmande|stöd|hänvisning|motivering|följande motiv|anledning)|enligt (?:bilaga|nedan|följande)|i enlighet med bilag|samt att |och att |till förmån för ).*$|,? (?:därmed|därigenom|härmed)$|,? (?:dvs|det vill säga|d\.v\.s)(?!\w).*$",
    catches=("motionen, vilket Bo Å (V) biträder", "motionen med instämmande av M", "motionen därmed"),
    leaves=("förvaltningens förslag", "yrkande från S och V"),
)

CHANGED = (
    (Stance.TILLAGG, Pattern(r"\bmed (?:följande |det |detta )?(?:tillägg(?:et)?|komplettering(?:en)?)\b", catches=("förslaget med tillägget att",), leaves=("tilläggsyrkandet",))),
    (Stance.ANDRING, Pattern(r"\bmed (?:följande |den |de |dessa )?(?:ändring(?:en|ar|arna)?|undantag(?:et)?|justering(?:en|ar|arna)?)\b|\bdelvis\b|\bmen (?:med|att)\b", catches=("förslaget men att punkt 2 stryks", "förslaget med ändringen att punkt 2 stryks",), leaves=("ändringsyrkandet",))),
)  # fmt: skip

# A body within what is moved, whose verb says what is wanted: "att kommunstyrelsen avslår motionen", "nämnden besluta bifalla".
_DOES = rf"(?P<target4>{_SIGN}{{2,120}})"

# What a body is to approve with a change, said without "bifall": "att nämnden godkänner förslaget med tillägget att …".
APPROVES = Pattern(
    rf"\b(?:godkänner|godkänna|antar|anta|fastställer|fastställa) (?P<target>(?:(?! med )[^.;:,]){{2,120}})(?= med )|\batt (?P<target2>(?:(?! med )[^.;:,]){{2,120}}?) {_SHALL} ?(?:godkänns|godkännas|antas|fastställs|fastställas)(?= med )",
    catches=(" att nämnden godkänner förslaget med tillägget att", " att planen ska antas med undantag för punkt 2"),
    leaves=(" att nämnden godkänner förslaget", " att godkänna förslaget, med tack"),
)

STANCES = (
    (
        Stance.ANDRING,
        Pattern(
            rf"\batt {_THING} (?:{_SHALL} )?(?:bifall[ae]?s|avslås|besvaras) (?:delvis|i (?:den|de) del)\b|\batt delvis (?:bifalla|avslå) (?P<target2>[^.,;:]{{2,60}})|\bdelvis bifall till (?P<target3>[^.,;:]{{2,60}})",
            catches=(" att motionen bifalls i den del som avser lön och i övrigt avslås", " delvis bifall till motionen"),
            leaves=(" att motionen bifalls", " bifall till motionen i dess helhet"),
        ),
    ),
    (
        Stance.ATERREMISS,
        Pattern(
            rf"\batt {_THING} (?:{_SHALL} )?åter(?:remitter|förvis)(?:as|a)\b|\b(?:minoritets)?åter(?:remi(?:ss|ttera|tteras|tterar|tterad|tterat|ssyrkande)|förvisning)\b(?: av (?P<target2>[^.;:,]{{2,80}}))?",
            catches=(" att ärendet ska återremitteras till kommunstyrelsen", " återremiss", " ett återremissyrkande", " minoritetsåterremiss", " att ärendet återförvisas till nämnden", " att kommunstyrelsen återremitterar ärendet"),
            leaves=(" bifall till motionen.",),
        ),
    ),
    (
        Stance.BORDLAGGNING,
        Pattern(
            rf"\batt {_THING} (?:{_SHALL} )?bordläggas?\b|\batt (?P<target2>(?:hela |detta )?(?:ärende|fråga|paragraf|punkt|motion|beslut)\w{{0,12}}(?: [^.,;:]{{1,40}}?)?) (?:{_SHALL} )?(?:skjut(?:a?s|es) (?:upp|fram)|uppskjuta?s)\b|\bbordläggning\b|\bbordläggningsyrkande\b|\bbordläggs\b|\bbordlägg(?:er|a)\b",
            catches=(" att ärendet ska bordläggas", " att nämnden bordlägger ärendet", " att ärendet skjuts upp till maj"),
            leaves=(" bifall", " att bygget av skolan skjuts upp till 2027"),
        ),
    ),
    (
        Stance.TILLAGG,
        Pattern(
            r"\b(?:tillägg|tilläggs(?:yrkanden?|förslag)|med (?:följande )?tillägg)\b|\b(?:att (?:[a-zåäö-]{2,40} ){0,3}därutöver|^ därutöver att) |^,? ?(?:och |samt )?(?:med )?tillägget\b",
            catches=(" eget tilläggsyrkande", " följande tillägg:", " att nämnden därutöver upphäver stoppet"),
            leaves=(" bifall till motionen",),
        ),
    ),
    (
        Stance.ANDRING,
        Pattern(
            r"\b(?<!utan )(?<!utan någon )(?:ändring|ändrings(?:yrkanden?|förslag)|att [^.;:]{2,80} ändras)\b",
            catches=(" följande ändring:",),
            leaves=(" oförändrad", " att planen antas utan ändring"),
        ),
    ),
    (
        Stance.BESVARA,
        Pattern(
            rf"\batt (?!\S{{2,40}} (?:anser|förklarar) ){_THING} (?:{_SHALL} )?(?:(?:an)?ses (?:vara |som |därmed )?|förklaras )?besvara(?:[sd]e?|t)\b|\batt (?:anse )?(?P<target2>\w{{2,40}}) (?:vara |som )?besvarad\b|\batt besvara (?P<target3>[^.;:]{{2,120}})"
            rf"|\b(?:anser|anse|förklarar|förklara) (?P<target5>\w{{2,40}}) (?:vara |som )?besvarad\b|\bbesvarar? {_DOES}",
            catches=(" att motionen skulle anses besvarad", " att besvara motionen", " att förslaget ska anses besvarat", " att nämnden anser motionen vara besvarad"),
            leaves=(" bifall till motionen.",),
        ),
    ),
    (
        Stance.AVSLAG,
        Pattern(
            rf"\bavslag (?:på|till(?! (?:förmån|dess|följd|fördel)(?!\w))|å|av(?= \w{{2,40}}(?:en|et|na)(?!\w))) {_TARGET}|\batt {_NAMED} (?:{_SHALL} )?(?:avslås|avstyrk(?:s|as|es))\b|\batt (?:avslå|avstyrka) (?P<target3>{_SIGN}{{2,120}})|\b(?:avslår|avslå|avstyrker|avstyrka) {_DOES}"
            r"|\bavslag\b|\bavslagsyrkande\b|\b(?:avslås|avstyrks)\b",
            catches=(" avslag på motionen.", " avslag å motionen.", " att motionen ska avslås.", " att avslå motionen", " att kommunstyrelsen avslår motionen"),
            leaves=(" bifall till motionen.",),
        ),
    ),
    (
        Stance.BIFALL,
        Pattern(
            rf"\bbifall (?:till|åt|å) {_TARGET}|\batt (?P<target6>{_SIGN}{{2,120}}?förslag)(?:et)? (?:{_SHALL} )?(?:antas|antages|godkänns|godkännas|fastställs)\b|\batt {_NAMED} (?:{_SHALL} )?(?:bifall(?:as|es|s)|tillstyrk(?:s|as|es))\b|\batt (?:bifalla|tillstyrka) (?P<target3>{_SIGN}{{2,120}})|\b(?:bifaller|bifalla|tillstyrker|tillstyrka) {_DOES}"
            rf"|^,? (?:(?:och |samt )?att )?(?:\w{{3,40}} (?:ska )?(?:besluta|beslutar|beslut) )?(?:i enlighet med|enligt) (?P<target5>(?!följande|nedan){_SIGN}{{0,120}}?förslag(?:et)?)\b"
            r"|\bbifall\b|\bbifallsyrkande\b|\b(?:bifalls|bifalles|tillstyrks)\b",
            catches=(
                " bifall till motionen.", " att motionen ska bifallas.", " att motionen skulle tillstyrkas", " att bifalla motionen",
                " att kommunstyrelsen bifaller motionen", " i enlighet med arbetsutskottets förslag", " nämnden besluta enligt kontorets förslag",
            ),
            leaves=(" avslag på motionen.", " enligt följande:"),
        ),
    ),
)  # fmt: skip

# What is denied is not what is moved: "att ansökan inte ska tillstyrkas", "att inte bifalla motionen".
DENIED = Pattern(
    rf"\b(?:(?:ska(?:ll)?|skulle|bör|måtte) )?(?:inte|ej|icke) {_SHALL} ?(?P<verb>(?:bifall|tillstyrk|avsl|avstyrk|återremitter|återförvis|bordlägg|godkänn|anta|fastställ)[a-zåäö]{{1,4}}|(?:(?:an)?ses (?:vara |som )?|förklaras )?besvara\w{{0,2}})(?!\w)",
    catches=(" ansökan inte ska tillstyrkas", " att inte bifalla motionen", " motionen ej anses besvarad"),
    leaves=(" motionen, som inte har beretts, avslås", " inte att motionen avslås", " inte bifallsyrkandet"),
)

FIRST_RANK = Pattern(
    r"\bi första hand\b", catches=("yrkar i första hand återremiss",), leaves=("i andra hand",), ignore_case=True
)
SECOND_RANK = Pattern(
    r"\bi andra hand\b|^ ?(?:,? och )?(?:för det fall|i det fall) ",
    catches=("och i andra hand avslag", " och för det fall ärendet avgörs idag avslag", "I andra hand yrkas"),
    leaves=("i första hand",),
    ignore_case=True,
)

# An entry of a list that is a stance, in a capital of its own: "1. Bifall till punkt 1 2. Avslag på punkt 2".
STANCE_AS_ENTRY = Pattern(
    r"(?<=\d[.)] )(?:Bifall(?= till| åt)|Avslag(?= på)|Återremiss|I övrigt(?= bifall| avslag))(?!\w)",
    catches=(": 1. Bifall till punkt 1", "2) Avslag på motionen"),
    leaves=("den 1 maj. Avslag", "Bifall till motionen", "1. Bifallsyrkandet"),
)

# Where a sentence goes on to move another thing.
NEXT_STANCE = Pattern(
    r",?(?: samt| och)? (?=\d{1,2}[.)] (?:i övrigt )?(?:bifall till|avslag på|återremiss)(?!\w))|,? (?:och|samt)(?: att)? (?=(?:i andra hand|i första hand|(?:i övrigt )?bifall (?:till|åt|å|i övrigt)|(?:i övrigt )?avslag (?:på|å|av|till(?! förmån)|i övrigt)|(?:för det fall|i det fall) [^.:;]{3,80}? (?:bifall|avslag) |återremiss|(?:bifaller|avslår|återremitterar) [a-zåäö]\w{0,30})\b)|(?:^|, )(?=i andra hand\b)|, (?=(?:bifall till|avslag på|återremiss av|bifall i övrigt|avslag i övrigt)(?!\w))"
    r"|,? (?:och|samt) (?=att [^.:;,]{2,60} (?:(?:ska|skall|bör) )?(?:avslås|avstyrks|bifall(?:as|s|es)|tillstyrks|återremitteras|bordläggs|bordläggas)(?!\w))"
    r"|,? (?:och|samt)(?: med)? (?=(?:ett |följande )?tillägg(?:et|syrkande)?(?: (?:om|till|enligt|gällande|avseende))?(?: att |:| (?:punkt|beslutsats|att-sats|bilaga)))|, (?=i övrigt (?:bifall|avslag)(?!\w))|,? (?:och |samt )?(?=dels (?:att |bifall (?:till|åt)|avslag på|återremiss))"
    r"|(?:(?<=avslås)|(?<=avstyrks)|(?<=bifalls)|(?<=tillstyrks)|(?<=besvaras)|(?<=besvarad)|(?<=besvarat)|(?<=besvarade)|(?<=att-sats)|(?<=att-satsen))(?:,|,? (?:och|samt)) (?=att (?:(?! att |därmed|därigenom|härmed|således)[^.:;,]){2,60} (?:(?:ska|skall|bör) )?(?:(?:an)?ses (?:vara )?besvara[dt]e?|besvaras)(?!\w))"
    r"|,? (?:och|samt) (?=att \w{0,30}(?:nämnden|styrelsen|fullmäktige) (?:avslår|bifaller|tillstyrker|avstyrker|återremitterar|bordlägger) )"
    r"|(?:(?<=i dag)|(?<=idag)),? (?:och|samt) (?=att \w{0,30}(?:nämnden|styrelsen|utskottet|fullmäktige) (?:ska )?beslutar? (?:enligt|i enlighet med) )",
    catches=(
        " bifall till punkt 1, avslag på punkt 2",
        " bifall till förslaget och avslag till Bo Ås yrkande",
        " avslag på motionen och att ärendet återremitteras",
        " bifall till förslaget och avslag på övriga yrkanden",
        "att ärendet återremitteras och i andra hand bifall till",
        "avslår motionen och att kommunstyrelsen tillstyrker förslaget",
        "Bifall till att-sats 2, avslag i övrigt",
        "bifall till punkt 1, i övrigt avslag",
        "dels bifall till förslaget, dels att avsnitt 5 stryks",
        "avslag på punkt 2 och bifall i övrigt",
        "att punkt 2 stryks samt i övrigt bifall till förslaget",
        "återremiss och för det fall ärendet avgörs idag avslag på förslaget",
        "att fullmäktige avslår motionen och bifaller förslaget",
        "att den första att-satsen avslås och att den andra anses besvarad",
        "att punkt 1 avslås, att punkt 2 anses besvarad",
        "bifall till första att-satsen och att motionen i övrigt anses besvarad",
        " 1. att strategin ändras 2. i övrigt bifall till förslaget",
        " bifall till förslaget samt tillägget att belysning ska ingå",
        " att ärendet avgörs i dag och att nämnden beslutar enligt förvaltningens förslag",
    ),
    leaves=(
        "avslag och att motionen därmed anses besvarad",
        "avslag på förslaget att motionen ska anses besvarad",
        "återremiss för att frågorna ska besvaras",
        "att nämnden ser till att skrivelsen besvaras",
        "bifall till stadsledningskontorets förslag och tilläggsyrkande från SD",
    ),
)

# What is wanted besides bifall or avslag, as a thing of its own; neither why, nor how, nor what follows from it.
OWN_BESIDES = Pattern(
    r"^,?(?: (?:och|samt))? (?:på )?(?:i (?:första|andra) hand )?(?:bifall|avslag)(?: (?:till|på|av|å|åt) (?!att )(?:(?! (?:då|eftersom|med|för|enligt|att|när|så|utifrån|mot|där|som|vilket|i syfte) )[^.,;:]){2,80}?)?(?P<more>,? (?:samt|och)) (?=att (?!(?:den|det|detta|de|kommunfullmäktige|därmed|därigenom)(?!\w)|[^.;:]{0,120}(?:protokoll|omröstning|votering|därmed|därigenom|härmed|således|omedelbart|anses|besvara)))",
    catches=(" avslag samt att frågan utreds", " bifall till förslaget och att taxan sänks", " avslag på motionen, samt att frågan utreds", ", avslag på punkt 3 samt att punkt 4 utgår"),
    leaves=(
        " avslag på motionen då den är dyr och att frågan utreds",
        " bifall till förslaget med tillägget att A och att B",
        " avslag och att motionen därmed besvaras",
        " avslag på att taxan höjs och att avgiften sänks",
        " avslag på motionen och bifall till förslaget",
    ),
)  # fmt: skip

# More than one thing in a list or quotation: a second sentence, number or att-sats.
SEVERAL_MOVED = Pattern(
    r"[.;!?][”\"]? (?=[A-ZÅÄÖ”\"–•-]|\d{1,2}[.)] |att )|(?:^|\s)(?:2[.)]|b\)) |(?:^|\s)[-–•] ?\S[^.]{0,400}\s[-–•] ?(?=[A-ZÅÄÖ]|att )",
    catches=("”Motionen avslås. Taxan sänks.”", "1. Motionen avslås. 2. Taxan sänks.", "- att A görs - att B görs"),
    leaves=(" att motionen avslås.", "”Motionen avslås.”"),
)

# Who backs what is moved says nothing of what that is: "yrkade, med bifall från Bo Å (V), att taxan höjs".
WITH_BACKING = Pattern(
    r"(?<!\w)(?:med|under) bifall (?:av|från)(?= [A-ZÅÄÖÉ])",
    catches=(", med bifall från Bo Å (V), att taxan höjs",),
    leaves=(" med bifall till motionen", " bifall från"),
)

# Several points moved as one, without a colon before them: "att nämnden beslutar 1. att avslå förslaget 2. att anta vårt".
LISTED_POINTS = Pattern(
    r"^[^:]{0,200}?(?:\batt|\bbeslut(?:ar|a)?|\bföljande) 1[.)] ?\S[^\n]{2,1500}? 2[.)] ?\S",
    catches=(" att nämnden beslutar 1. att avslå förslaget 2. att anta vårt",),
    leaves=(" bifall till punkt 1. Bo Å (V) yrkar 2. avslag", " att 1. avslå motionen"),
)
