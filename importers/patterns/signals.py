"""Words that signal a fact: what each must be read as, or be doubted.

A signal is looked for in the running text of a §. Where its word stands inside the place of a fact of one of the kinds
that may claim it, all is well. Under a heading whose lines report what others did (a summary, a presentation) only a
`strong` signal counts: one that tells of this meeting, whoever reports.
"""

from __future__ import annotations

from importers.doubts import DoubtCode
from importers.patterns.acts import WANTS_IT_SO
from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, LONG_NAMES, NAME_WORD, PERSON
from importers.patterns.signal import Fact, Signal, by
from importers.patterns.votes import COUNTED_SOMEHOW

_WANTED = (Fact.YRKANDE, Fact.PROPOSITION, Fact.VOTE, Fact.RESERVATION, Fact.STATEMENT)
_REPORTED = (Fact.BASIS, Fact.EARLIER)
_CODES = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}|s|m|sd|c|v|kd|l|fp|mp)"
_PARTY = rf"\({_CODES}\)"

SIGNALS = (
    Signal(
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"{_PARTY}[^:]{{0,160}}? (?P<word>(?:tilläggs|ändrings|avslags|bifalls|återremiss)?yrkar(?! i (?:(?:en|sin) (?:motion|skrivelse|interpellation)|(?:motionen|skrivelsen|interpellationen))\b)|instämmer|biträder|nominerar|(?:lägger(?: fram)?|lämnar|presenterar|framför|väcker|ställer) (?:(?:ett|följande) )?(?:eget |nytt |annat |alternativt |gemensamt )?(?:förslag|motförslag|\w{{0,20}}yrkande)(?! under)|begär (?:återremiss|bordläggning)|föreslår (?:(?=[A-ZÅÄÖÉ]\w{{1,20}} [A-ZÅÄÖÉ])|att (?=[A-ZÅÄÖÉ][^.:;]{{2,80}} (?:välj|uts))|bifall|avslag|återremiss|bordläggning|att (?:ärendet|motionen|frågan|paragrafen|mötet|sammanträdet|\w{{2,30}}styrelsen|\w{{2,30}}nämnden) (?:ska |skall |bör )?(?:avslå|bifall|återremitter|bordlägg)\w*))\b|\b(?P<after>[Yy]rkar) [^.:]{{0,80}}?{_PARTY}",
            catches=(
                "Anna Ek (S) yrkar avslag",
                "Anna Ek (s) föreslår bifall till motionen",
                "Anna Ek (S) föreslår att ärendet bordläggs",
                "Bo Å (V) m.fl. instämmer i yrkandet",
                "Bo Å (V) föreslår Cia Berg (V) till ordförande",
                "Bo Å (V) föreslår att Cia Berg (V) väljs",
                "I andra hand yrkar Anna Ek (S)",
                "Anna Ek (S) begär återremiss",
                "Anna Ek (S) lägger fram ett eget förslag till beslut",
            ),
            leaves=(
                "Anna Ek (S) yrkade avslag",
                "motionärerna yrkar att kommunen utreder",
                "Anna Ek (S) yrkar i en motion att bryggan rivs",
                "Anna Ek (S) yrkar i motionen att bryggan rivs",
            ),
        ),
        by(*_WANTED),  # a clause that tells what somebody moves is none
        strong=True,
    ),
    Signal(DoubtCode.YRKANDE_MAY_BE_MISSED, WANTS_IT_SO, by(*_WANTED), strong=True),
    Signal(  # somebody without a party whom another supports
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            r"(?<!\w)(?:föreslog|föreslår) [^.:]{3,120}? (?P<word>understödda?|understöddes) av (?=[A-ZÅÄÖÉ])",
            catches=("Under diskussionen föreslog Stig Palm understödd av Eva Lo att ärendet återremitteras",),
            leaves=("Förslaget understöddes av nämnden",),
        ),
        by(*_WANTED, Fact.DECISION),
        strong=True,
    ),
    Signal(  # a paper in place of the verb
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"(?<!\w)(?P<word>(?:[Tt]illäggs|[Ää]ndrings|[Åå]terremiss|[Aa]vslags)?[Yy]rkande) (?:(?:om|på) [^.:;()]{{2,60}} )?(?:av|från) [^.:;()]{{2,80}} {_PARTY}",
            catches=("Yrkande om återremiss av Lena Gök (L), vilket avslås",),
            leaves=("Yrkandet om återremiss", "yrkande från S och V"),
        ),
        by(*_WANTED, Fact.DECISION, *_REPORTED),
    ),
    Signal(  # rows of a table of what is moved
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"(?<!\w)(?:Ledamot|Ledamöter|Namn|Förslagsställare|Parti) (?:Förslag|Yrkanden?)(?!\w)[^:]{{0,80}}?(?P<word>{_PARTY})",
            catches=("Förslagsställare Förslag Anna Ek (S) Ansökan beviljas", "Namn Yrkande Bo Ås (M) Ansökan avslås"),
            leaves=("Namn Parti Ja Nej Anna Ek (S)", "Förslag från Anna Ek (S)"),
        ),
        by(*_WANTED),
        strong=True,
    ),
    Signal(  # whose proposal it is, in brackets behind its number
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"(?<!\w)(?P<word>[Ff]örslag|[Yy]rkande)(?: [A-Z0-9]{{1,2}})? \({NAME_WORD} {NAME_WORD}(?: {NAME_WORD})?,? \(?{BARE_CODE}\)?\)",
            catches=("Förslag A (Stig Hage, S): bidragen fördelas", "Yrkande 2 (Eva Lo M)"),
            leaves=("Förslag A (bilaga 1)", "Förslag från Anna Ek (S)"),
        ),
        by(*_WANTED),
        strong=True,
    ),
    Signal(  # the chair, unnamed
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            r"(?:^|(?<=[.:] ))Ordföranden (?P<word>yrkar)(?!\w)",
            catches=("Ordföranden yrkar avslag på motionen.",),
            leaves=("Ordföranden yrkade avslag", "Ordföranden Anna Ek (S) yrkar avslag"),
        ),
        by(*_WANTED, Fact.DECISION),
        strong=True,
    ),
    Signal(  # somebody without a party who proposes
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"(?<!\w){NAME_WORD} {NAME_WORD} (?P<word>föreslår) (?:bifall|avslag|återremiss|bordläggning)(?!\w)",
            catches=("Stig Palm föreslår avslag",),
            leaves=("Tekniska nämnden föreslår avslag", "Förvaltningen föreslår avslag"),
        ),
        by(*_WANTED, Fact.DECISION),
        strong=True,
    ),
    Signal(  # a party that proposes who is to be elected
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"(?<!\w)(?:(?i:{LONG_NAMES})|{BARE_CODE})(?: \({_CODES}\)|-gruppen|s (?:grupp|ledamöter))? (?P<word>föreslår|föreslog|nominerar|nominerade) (?:att )?(?:[a-zåäö]{{3,20}} )?(?=[A-ZÅÄÖÉ]\w{{1,20}} [A-ZÅÄÖÉ])",
            catches=(
                "Socialdemokraterna föreslår Anna Ek till ordförande",
                "Vänsterpartiet nominerar Anna Ek (V)",
                "Moderaterna (M) föreslår att Bo Ås väljs",
                "S föreslår Anna Ek",
                "D föreslår Anna Ek",
            ),
            leaves=("Socialdemokraterna föreslår en ny brygga", "valberedningen föreslår Anna Ek"),
        ),
        by(*_WANTED, Fact.DECISION),
        strong=True,
    ),
    Signal(
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        Pattern(
            rf"{_PARTY} föreslog\b|\b(?:(?<!\bni )(?<!\bdu )[Yy]rkar|[Yy]rkade|[Yy]rkas|(?:instämmer|instämde|bifaller) i yrkande|biträd(?:er|s|de) (?:yrkande|förslag))",
            catches=(
                "Sossarna yrkar avslag",
                "instämmer i yrkandet",
                "yrkandet biträds av: biträds yrkandet",
                "yrkade på avslag",
                "Ada Ek (C) föreslog att",
            ),
            leaves=("yrkandet", "instämmer inte"),
        ),
        by(*_WANTED, Fact.DECISION, *_REPORTED),
    ),
    Signal(
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        Pattern(
            rf"(?<!i kommunstyrelsen )(?<!nämnden )(?<!utskottet )\b[Rr]eserver(?:ar|ade|at) sig\b(?! (?:mot (?:beslutet|förslaget) )?i (?:kommunstyrelsen|\w{{2,30}}nämnden|\w{{0,30}}utskottet)(?!\w))|{_PARTY}[^:]{{0,160}}? (?:anmäler|lämnar|avger|anmälde|antecknar|antecknade|låter anteckna)[^.:]{{0,30}} (?:reservation|avvikande mening)",
            catches=(
                "Bo Å (V) reserverar sig mot beslutet",
                "Bo Å (V) anmäler skriftlig reservation",
                "Ada Ek (L) anmäler avvikande mening",
                "Ada Ek (L) antecknar avvikande mening",
            ),
            leaves=(
                "reservationen från V",
                "Bo Å (V) reserverade sig mot beslutet i kommunstyrelsen.",
                "Vid behandlingen i socialnämnden reserverade sig Bo Å (V)",
            ),
        ),
        by(Fact.RESERVATION, Fact.STATEMENT, *_REPORTED),
        strong=True,
    ),
    Signal(  # whose it is that the decision was taken against: where a name ends before the "s" is not certain
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        Pattern(
            rf"Beslutet (?:fattas|fattades|tas|togs) mot [^.:;]{{2,80}}? {_PARTY} (?P<word>reservation(?:er)?)(?!\w)",
            catches=("Beslutet fattas mot Bo Stads (SD) reservation.",),
            leaves=("Beslutet fattas mot bakgrund av en reservation",),
        ),
        by(Fact.RESERVATION, Fact.STATEMENT),
        strong=True,
    ),
    Signal(  # whose meaning is noted, the verb behind
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        Pattern(
            rf"{_PARTY}[^:]{{0,160}}? (?P<word>(?:avvikande|skiljaktiga?) (?:mening(?:ar)?|åsikt(?:er)?))(?!\w)|{_PARTY}[^:.]{{0,80}}? (?P<after>(?:är|var) (?:skiljaktig(?:a)?|av annan (?:mening|åsikt)))(?!\w)",
            catches=(
                "Bo Å (V) begär att få sin avvikande mening antecknad",
                "Bo Å (V) är skiljaktig och anser",
                "Bo Å (V) var av annan mening",
            ),
            leaves=("avvikande meningar", "Bo Å (V) yrkar avslag"),
        ),
        by(Fact.RESERVATION, Fact.STATEMENT, Fact.DECISION, *_REPORTED),
        strong=True,
    ),
    Signal(  # whoever it is of
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        Pattern(
            r"(?:^|(?<=[.:] ))(?:(?:Skriftliga?|Blanka?|Muntliga?|Gemensamma?|En|Mot beslutet [a-zåäö]{4,12}) )?(?P<word>[Rr]eservation(?:er)?) (?:har |hade )?(?:anmäl[st]s?|avges|avgetts|avgivits|lämna[st]s?|inges|ingivits|gör(?:e?s)?)(?!\w)(?! inte)",
            catches=("Reservation avges av motionären.", "Skriftlig reservation lämnas av oppositionen"),
            leaves=("Reservation avges inte.", "en reservation lämnas vid behov"),
        ),
        by(Fact.RESERVATION, Fact.STATEMENT),
        strong=True,
    ),
    Signal(
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        Pattern(
            rf"(?P<word>[Rr]eservation(?:er)?)(?: mot beslutet)?(?: har)?(?: [a-zåäö]{{3,12}})? (?:av|från) [^.:;]{{2,120}}?{_PARTY}",
            catches=("anmäls reservation av Bo Å (V)", "Reservation har inkommit från Bo Å (V)"),
            leaves=("reservationen från V", "Inga reservationer"),
        ),
        by(Fact.RESERVATION, Fact.STATEMENT, Fact.YRKANDE, Fact.VOTE, *_REPORTED),
    ),
    Signal(
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"\b(?:[Rr]östar|[Rr]östade|[Jj]a[- ]?röst(?:er|en)?\b|[Nn]ej[- ]?röst(?:er|en)?\b|[Oo]mröstning(?:en|sresultat(?:et)?)? (?:utfaller|utföll|visar)|avst(?:år|od) från att rösta|röster mot \w|(?:lägger|lade) ne[dr] sin)",
            catches=(
                "Anna Ek röstar ja",
                "Med 5 ja-röster mot 4",
                "Omröstningen utfaller med",
                "avstår från att rösta",
                "lade ner sin röst",
            ),
            leaves=("efter omröstning", "rösträtt"),
        ),
        by(Fact.VOTE, Fact.PROPOSITION, Fact.STATEMENT, Fact.YRKANDE, *_REPORTED),
    ),
    Signal(
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"\b(?:[Oo]mröstning|[Vv]otering)(?:en)? (?:begär(?!d?e?s (?:inte|ej)\b)|ska verkställas|skall verkställas|genomför|verkställ)|\b[Bb]egär(?:s|de|t)? (?:omröstning|votering)(?! inte)",
            catches=("Omröstning begärs.", "Votering begärs och ska verkställas", "Bo Å (V) begär omröstning"),
            leaves=("utan omröstning", "Votering begärs inte."),
        ),
        by(Fact.VOTE, Fact.PROPOSITION, Fact.STATEMENT, Fact.YRKANDE, *_REPORTED),
        settled_by=Fact.VOTE,
    ),
    Signal(
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"(?<!\w)[Uu]tslagsröst",
            catches=("beslutar med ordförandens utslagsröst att avslå motionen",),
            leaves=("rösträtt",),
        ),
        by(Fact.VOTE, Fact.PROPOSITION, Fact.STATEMENT, Fact.YRKANDE, *_REPORTED),
        settled_by=Fact.VOTE,
    ),
    Signal(
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"(?<![\w.:/§-])\d{1,3} [Jj]a(?:,| och| mot|;|\.)? \d{1,3} [Nn]ej(?!\w)|(?<!\w)[Jj]a:? \d{1,3}[,;.]? [Nn]ej:? \d{1,3}(?!\w)",
            catches=("Utfall: 24 ja, 11 nej, 32 avstår", "Ja: 10 Nej: 7"),
            leaves=("§ 24 Ja för avslag", "Ja: 18:30"),
        ),
        by(Fact.VOTE, *_REPORTED),
    ),
    Signal(
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"\b(?:[Oo]mröstningen|[Vv]oteringen) (?:utföll|utfaller|utfalla)\b",
            catches=("Omröstningen utföll med 3 ja-röster mot 2 nej-röster",),
            leaves=("Omröstningen genomförs",),
        ),
        by(Fact.VOTE, *_REPORTED),
        strong=True,
        settled_by=Fact.VOTE,
    ),
    Signal(  # told where the matter is presented, of this meeting
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"\b(?:[Oo]mröstning|[Vv]otering) begärs(?! inte)|[Mm]ed \w{1,12} ja-röst(?:er)? (?:mot|och) \w{1,12} nej-röst(?:er)?[^.;]{0,60} (?:beslutar|avslår|bifaller|antar|godkänner)\b",
            catches=("Omröstning begärs.", "Med 20 ja-röster mot 6 nej-röster och 1 som avstår beslutar nämnden"),
            leaves=("Med 7 ja-röster mot 6 nej-röster beslutade nämnden", "Omröstning begärs inte."),
        ),
        by(Fact.VOTE, Fact.PROPOSITION, Fact.STATEMENT, Fact.YRKANDE, *_REPORTED),
        strong=True,
        settled_by=Fact.VOTE,
    ),
    Signal(  # a row of a list of votes that is not read as one
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            rf"(?<![\w.-])(?:{BARE_CODE}|\({BARE_CODE}\)) (?:Ja|Nej|Avstår)(?![\w-])(?! (?:för|till|på|innebär)(?!\w))",
            catches=("Namn Parti Omr. 1 Omr. 2 Anna Ek S Ja Nej", "Bo Ås (M) Nej", "Cia Berg D Avstår"),
            leaves=("punkt A Ja", "Förslag M Ja för bifall"),
        ),
        by(Fact.VOTE, *_REPORTED),
    ),
    Signal(  # what heads the columns of a list of votes that is not read as one
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            r"(?<!\w)(?:Namn|Parti|Ledam(?:ot|öter)|Ersättare|Plats|Partier?)(?: \w{1,12}){0,2} (?:Ja|JA)(?:-röst(?:er)?)?[ /](?:Nej|NEJ)(?:-röst(?:er)?)?(?![\w-])(?! (?:för|till)(?!\w))",
            catches=("Namn Parti Ja Nej Avstår", "Ledamöter Ja Nej", "Parti Ja-röster Nej-röster"),
            leaves=("Barnens bästa prövat Ja Nej", "Ledamot röstar ja eller nej"),
        ),
        by(Fact.VOTE, *_REPORTED),
        strong=True,
    ),
    Signal(  # how many of each party voted so, which no ballot holds
        DoubtCode.VOTE_MAY_BE_MISSED,
        Pattern(
            rf"(?<![\w-])(?<!från )(?<!av )(?<!för )(?<!till )(?<!enligt )(?P<word>(?:{BARE_CODE}|\({BARE_CODE}\)|(?i:{LONG_NAMES})(?: \({BARE_CODE}\))?)(?: ?[:=–-]|,)? (?:röst(?:ar|ade) |med |avger |avgav )?\(?\d{{1,2}}\)?(?: st)? (?:[Jj]a|JA|[Nn]ej|NEJ|avst(?:år|od))(?!\w))|(?<!\w)(?:[Jj]a|JA|[Nn]ej|NEJ)(?:-?röst(?:er|ar|ade)?)?(?: av(?:gavs|ges) av| från)?:? (?P<after>(?:{BARE_CODE}|(?i:{LONG_NAMES})(?: \({BARE_CODE}\))?) ?\(?\d{{1,2}}(?![\w-]))",
            catches=(
                "S 12 ja, M 9 nej",
                "Moderaterna: 9 nej",
                "Ja: S 12, C 4. Nej: M 9",
                "Ja-röster: S (12)",
                "V avger 3 ja-röster",
            ),
            leaves=("Med 12 ja mot 9 nej", "yrkandet från S. 12 ja", "Ja: Anna Ek (S)", "Nej: M yrkande"),
        ),
        by(),
        strong=True,
    ),
    Signal(
        DoubtCode.VOTE_MAY_BE_MISSED,
        COUNTED_SOMEHOW,
        by(Fact.VOTE, *_REPORTED),
        strong=True,
        settled_by=Fact.VOTE,
    ),
    Signal(
        DoubtCode.ABSTENTION_MAY_BE_MISSED,
        Pattern(
            r"\b(?:deltar|deltager|deltog) (?:inte|ej) i (?:beslut|ärende|handlägg|beredning|överlägg|behandling)|(?:inte|ej) (?:deltar|deltagit|deltog) i (?:beslut|handlägg)|avst(?:år|od) från att delta|\b(?:anmäl(?:er|de|t)) jäv|[Pp]å grund av jäv|[Pp]\.?g\.?a\.? jäv|[Mm]ed anledning av jäv|\bjävig\b|(?<!\w)[Jj]äv: (?=[A-ZÅÄÖÉ])|\) (?:deltar|deltog) (?:inte|ej)(?!\w)|(?:[Dd]eltar|[Dd]eltog) (?:inte|ej)(?=:)|\) avst(?:år|od)(?=[.;]|$| från beslut)",
            catches=(
                "Bo Å (V) deltar inte i beslutet",
                "Bo Å (V) deltar ej.",
                "Bo Å (V) avstår.",
                "anmäler jäv",
                "Jäv: Siv Åker (M) har varit ersatt",
                "på grund av jäv",
            ),
            leaves=("deltar i beslutet", "jävsreglerna"),
        ),
        by(Fact.STATEMENT, Fact.YRKANDE, Fact.RESERVATION, Fact.VOTE),
        strong=True,
    ),
    Signal(
        DoubtCode.STATEMENT_MAY_BE_MISSED,
        Pattern(
            rf"\b(?P<word>[Ll]ämnar|[Ll]ämnade|[Aa]vger|[Aa]nmäler|[Ff]ogar|[Ii]nlämnar|[Ll]ägger|[Ll]ade)[^.:]{{0,60}} (?:särskilt yttrande|protokollsanteckning)|{_PARTY}[^:]{{0,160}}? (?P<note>antecknar) |(?P<party>[Aa]ntecknar) (?:som yttrande|följande)|{_PARTY} (?P<asks>begär|önskar|vill) (?:att )?få [^.:]{{0,40}}antecknat",
            catches=(
                "Bo Å (V) lämnar ett särskilt yttrande",
                "Ledamöterna (M) och Anna Ek (C) antecknar följande till protokollet",
            ),
            leaves=("informationen antecknas till protokollet", "särskilt yttrande från V"),
        ),
        by(Fact.STATEMENT, Fact.RESERVATION, Fact.DECISION, Fact.YRKANDE, *_REPORTED),
        strong=True,
    ),
    Signal(
        DoubtCode.PROPOSITION_MAY_BE_MISSED,
        Pattern(
            r"\b[Oo]rdföranden?\b[^.:]{0,160}? (?<!motförslag i huvudomröstningen och )(?<!motförslag i huvudvoteringen och )(?<!motförslag och )(?P<word>finner|fann)\b(?! att ärendet (?:ska|skall) avgöras)(?![^:]{0,160}motförslag)|\b(?P<after>[Ff]inner) ordföranden|\b[Oo]rdföranden?\b[^.:]{0,60}? (?P<note>frågar)\b",
            catches=(
                "Ordföranden finner att nämnden bifaller förslaget",
                "ordförande fann",
                "finner ordföranden",
                "Ordförande frågar om nämnden kan avslå motionen",
            ),
            leaves=("utredningen finner",),
        ),
        by(Fact.PROPOSITION, Fact.DECISION, Fact.STATEMENT, *_REPORTED),
    ),
    Signal(  # the vote that follows decides it
        DoubtCode.PROPOSITION_MAY_BE_MISSED,
        Pattern(
            r"\b(?:finner|fann) att ärendet (?:ska|skall) avgöras",
            catches=("Ordföranden finner att ärendet ska avgöras i dag.",),
            leaves=("finner att ärendet ska återremitteras",),
        ),
        by(Fact.PROPOSITION, Fact.DECISION, Fact.STATEMENT, *_REPORTED),
        settled_by=Fact.VOTE,
    ),
    Signal(
        DoubtCode.DECISION_MAY_BE_MISSED,
        Pattern(
            r"\b(?:beslutar|beslutade|beslöt|avslås|avslår|bifalls|bifalles|bifaller|besvaras|besvarad|återremitteras|återremitterar|bordläggs|bordlägges|avskrivs|(?<!ordning )(?<!ordningen )(?<!proposition )(?<!, som )godkänns|godkänner(?! (?:följande |denna |den föreslagna )?(?:ordning|omröstning|votering|proposition|beslutsgång|beslutsordning))|antas|antar|fastställs|fastställer|utses|utser|väljs|väljer|tillstyrks|tillstyrker|avstyrks|avstyrker|antecknas|bemyndigas|befullmäktigas|uppdras|beviljas|upphävs|entledigas|överlämnas|överlåts|läggs till handlingarna)\b",
            catches=(
                "Kommunstyrelsen beslutar att",
                "Motionen avslås.",
                "Till ordförande väljs",
                "Nämnden bemyndigas att",
            ),
            leaves=("beslutet", "bifall", "väljare", "Nämnden godkänner följande ordning för omröstningen:"),
        ),
        by(Fact.DECISION, *_WANTED, *_REPORTED),
    ),
    Signal(
        DoubtCode.EARLIER_MAY_BE_MISSED,
        Pattern(
            r"\b(?:\d{4}-\d\d-\d\d|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) (?:19|20)\d\d),? ?\(?(?P<word>§§? ?\d{1,4})",
            catches=("den 4 mars 2025, § 12", "KF 2024-04-24 § 88"),
            leaves=("§ 12 i kommunallagen", "den 4 mars 2025"),
        ),
        by(*Fact),
        strong=True,
    ),
    Signal(DoubtCode.PERSON_MAY_BE_MISSED, PERSON, by(*Fact)),
)

# A heading over whoever moves something, in words that are not known: names alone beneath it are of those who do.
HEADS_MOVERS = Pattern(
    r"^(?:\w{2,20}?)?(?:yrkande(?:n|t)?|motförslag)(?: (?:om|på|från|av|till) [^.:;]{2,80})?:?$",
    catches=("Yrkande om bordläggning", "Återremissyrkande", "Yrkanden från ledamöter"),
    leaves=("Yrkandet avslås", "Förslag till beslut"),
    ignore_case=True,
)
