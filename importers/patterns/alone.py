"""Sentences that decide where they are all that a § says."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"

# A sentence in the passive that decides where it is all that a § says: "Föredragningslistan godkänns."
PASSIVE_ALONE = Pattern(
    r"^(?!Om |När |Enligt |Som |Det |Vid |Detta |Inga |Ingen |Inget )(?P<what>[A-ZÅÄÖ\d][^.:;?!]{2,160}?) (?:godkänns|fastställs|fastställes|godkännes|antas|antages|avslås|bifalls|bifalles|beviljas|utses|väljs|bordläggs|återremitteras|noteras|antecknas|upphävs|(?:läggs|lägges|läggas) till (?:handlingarna|akte(?:n|rna)))(?P<tail> (?:med|enligt|till|som|att|för|på|utan|och)(?!\w)[^.:;?!]{2,160})?\.?$"
    r"|^Till (?:[a-zåäö-]{2,40} ){1,6}(?:utses|väljs|utsågs|valdes) (?-i:[A-ZÅÄÖ])[^.:;?!]{3,160}\.?$",
    catches=(
        "Föredragningslistan godkänns.",
        "Till justerare utses Berit Lans (C) och Mats Örn (S).",
        "Till ny ordförande väljs Berit Lans (C).",
        "Bo Ås utses att justera protokollet",
        "Redovisningen läggs till handlingarna.",
        "Dagordningen fastställs med två ändringar.",
    ),
    leaves=(
        "Taxan fastställs av fullmäktige.",
        "Rapporten godkänns. Den skickas vidare.",
        "Bygglov beviljas senast i maj.",
        "Om planen antas gäller den.",
        "Nästa möte hålls den 12 mars.",
    ),
)

# A verb, or a word that opens a clause, in what such a sentence speaks of: somebody tells of what is decided elsewhere.
TELLS_OF_IT = Pattern(
    r"(?<!\w)(?:att|som|när|hur|om (?:när|hur|vad|vilk\w{1,3})|vad|vilk(?:a|en|et)|eftersom|där|då|innan|varför)(?!\w)"
    r"|(?:(?<=[nt] )|(?<=rna )|(?<=\) )|(?<=[A-ZÅÄÖ]{2} ))[a-zåäö]{2,30}(?:ar|er|år|as|es|de)(?!\w)"
    r"|^(?!(?:Nya|Ändrade|Reviderade|Föreslagna|Två|Tre|Samtliga|Alla|Inkomna|Redovisade|Framlagda|Gemensamma) )\S{1,40} [a-zåäö]{2,30}(?:ar|er|år|as|es|de)(?!\w)",
    catches=(
        "Parkeringstillstånd utfärdas när ansökan",
        "Förvaltningen föreslår att motionen",
        "Arbetet med planen fortsätter och planen",
        "Partierna meddelar dem som",
        "Fråga ställs om vilka ansökningar",
        "Anna Ek (S) informerar om planen",
    ),
    leaves=(
        "Nya riktlinjer för skolor",
        "Förslag till ändringar i taxor",
        "Bidrag till föreningar",
        "Redovisning av inkomna synpunkter",
        "Protokollet från förra mötet",
    ),
)

# Behind its verb, who else decides, or when it happens: "av nämnden", "enligt domstolens dom", "till hösten".
OF_OTHERS_OR_LATER = Pattern(
    rf"(?<!\w)av (?:[\wåäö-]{{2,40}} (?:och )?){{0,3}}?[\wåäö-]{{0,40}}(?:nämnd(?:en|ens)?|styrelsen?s?|utskotte?t?s?|fullmäktiges?|rätt(?:en)?|domstol(?:en)?|ordföranden?|delegat(?:en)?|stämman?|regeringen|myndighet(?:en)?|verket)(?!\w)|(?:s|ens) dom(?!\w)|tidplan|(?<!\w)(?:varje år|årligen|nästa (?:år|möte)|senare|till (?:hösten|våren|sommaren|vintern)|(?<!\d )i (?:{_MONTHS}))(?!\w)",
    catches=(
        " för år 2025 av kultur- och fritidsnämnden",
        " enligt förvaltningsrättens dom",
        " till hösten",
        " enligt planen i juni",
    ),
    leaves=(" med ändringen att taxan gäller från den 1 maj", " enligt förvaltningens förslag", " till ordförande"),
)

# The body itself, by a short name, doing something: "Stämman valde Lars Fri och Eva Mon."
BODY_ALONE = Pattern(
    r"^(?!.{0,200}(?:(?:19|20)\d\d-\d|den \d{1,2} [a-z]))(?P<organ>Förbundsstämman|Stämman|Rådet|Beredningen|Direktionen|Mötet|Styrelsen|Nämnden|Utskottet|Fullmäktige) (?:(?:beslutar|beslutade|beslöt) (?:enhälligt )?att|väljer|valde|utser|utsåg|beviljar|beviljade|godkänner|godkände|fastställer|fastställde|antar|antog|avslår|avslog|bifaller|biföll|bordlägger|bordlade|uppdrar åt|uppdrog åt|(?:ger|gav)(?= [^.:;?!]{3,80} i uppdrag(?!\w))) [^.:;?!]{3,200}\.?$",
    catches=(
        "Stämman valde Lars Fri och Eva Mon.",
        "Rådet beslutar att begära en lägesrapport.",
        "Direktionen ger förbundschefen i uppdrag att upphandla pumpar.",
        "Beredningen väljer Kurt Hök att justera protokollet.",
    ),
    leaves=(
        "Stämman beslutade den 3 maj att anta planen.",
        "Nämnden beslutar om taxan varje år.",
        "Kommunstyrelsen antog planen.",
        "Direktionen ger ut en tidning.",
        "Rådet anser att en ramp behövs.",
    ),
)

# In such a sentence, that it was at another time, or is so in general.
AT_ANOTHER_TIME = Pattern(
    rf"(?<!\w)(?:förra (?:året|våren|hösten|veckan|månaden)|i (?:fjol|går|våras|höstas|somras|vintras|{_MONTHS})|(?:vid|på|under)(?: sitt| det)? (?:förra|föregående|senaste|tidigare)|redan|tidigare(?! beslut)|varje år|årligen|normalt|vanligen|oftast|ofta|alltid|brukar|(?:för )?\w{{2,5}} år sedan)(?!\w)",
    catches=(
        "antog planen förra året",
        "godkände på sitt senaste möte budgeten",
        "utsåg i april Bo Ås",
        "godkänner normalt",
    ),
    leaves=("godkänner föregående mötes protokoll", "väljer Bo Ås", "beslutar att upphäva tidigare beslut"),
)

# A body that decided on a day or in a year that is named: not at this meeting.
DECIDED_THEN = Pattern(
    r"^[A-ZÅÄÖ][\wåäö-]{2,40}(?: [\wåäö-]{2,40}){0,3} (?:beslutade|beslöt|antog|godkände|avslog)(?: \w{2,12}){0,2}? (?:(?:år |i (?:\w{3,10} )?)?(?:19|20)\d\d(?!\w)|den \d{1,2} )",
    catches=(
        "Kommunstyrelsen beslutade 2018 att anta en plan.",
        "Tekniska nämnden beslutade den 3 maj att anta en plan.",
        "Kommunstyrelsen antog i mars 2019 en plan.",
    ),
    leaves=("Kommunstyrelsen beslutade att anta planen för 2018.", "Kommunstyrelsen beslutar den 3 maj"),
)
