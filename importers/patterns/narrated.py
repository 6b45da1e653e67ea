"""Sentences that decide in the midst of running text, in minutes that are prose alone: "Efter diskussion beslöt nämnden att …"."""

from __future__ import annotations

import re

from importers.bundle import Outcome
from importers.patterns.dates import DATE_TEXT
from importers.patterns.organs import BODY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern

_BODY = rf"(?:(?:[A-Za-zÅÄÖåäö]{{2,40}}s (?=arbetsutskott|presidi|fullmäktige))?{BODY_NAME}|{TWO_WORDS}|[Nn]ämnden|[Ss]tyrelsen|[Uu]tskottet|[Ff]ullmäktige|[Dd]irektionen|[Rr]ådet|[Bb]eredningen|[Ss]tämman|[Ff]örbundsstämman|[Pp]residiet)"
_SO = r"(?: (?:enhälligt|således|därmed|alltså|därför|sålunda|härmed|härefter|därefter|vidare|också|slutligen|efter (?:omröstning|votering|diskussion|överläggning)|genom (?:omröstning|votering|acklamation)|med acklamation|utan omröstning)){0,2}"
_PAST_ACT = r"(?:godkände|antecknade|lade|utsåg|valde|noterade|avslog|biföll|bordlade|återremitterade|remitterade|antog|fastställde|beviljade|medgav|uppdrog|delegerade|upphävde|förordnade|entledigade|överlämnade|överlät|hänsköt|översände|avskrev|tillstyrkte|avstyrkte|föreslog|ställde sig bakom|(?:gav)(?= [^.:;?!]{3,80} i uppdrag(?!\w)))"
_ACT = r"(?:godkänner|antecknar|lägger|utser|väljer|noterar|avslår|bifaller|bordlägger|återremitterar|remitterar|antar|fastställer|beviljar|medger|uppdrar|delegerar|upphäver|förordnar|entledigar|överlämnar|överlåter|hänskjuter|översänder|avskriver|tillstyrker|avstyrker|föreslår|ställer sig bakom|(?:ger)(?= [^.:;?!]{3,80} i uppdrag(?!\w)))"
_OPENS = r"(?:(?:Därefter|Härefter|Därpå|Slutligen|Vidare|Sedan|Således|Därmed|Härmed|Så|Dessutom|Därutöver)|(?:Efter|I enlighet|I likhet|På|Med|Utan|Mot bakgrund|Under|Med anledning)(?: (?![A-ZÅÄÖ][a-zåäö]{1,40} \()[^\s.:;?!]{1,40}){1,14}?)"

# What the meeting's own body does, told when it was over: "Direktionen hade således beslutat att avslå framställningen."
BODY_DECIDED = Pattern(
    rf"^(?:(?P<organ>{_BODY})(?: har| hade)?{_SO} (?:(?P<past>beslutade|beslutat|beslöt|{_PAST_ACT})|(?P<now>beslutar|{_ACT}))"
    rf"|{_OPENS},? (?:(?P<past2>beslutade|beslöt|{_PAST_ACT})|(?P<now2>beslutar|{_ACT})) (?P<organ2>{_BODY})){_SO}(?: sig)?,?(?= (?!om (?!att)|den |i )\S|:)",
    catches=(
        "Direktionen beslutade att godkänna årsredovisningen.",
        "Direktionen hade således beslutat att avslå framställningen.",
        "Efter diskussion beslöt nämnden att avslå ansökan.",
        "Med 5 röster mot 2 beslutade direktionen att anta taxan.",
        "Nämnden godkände rapporten.",
        "Därefter beslutar kommunstyrelsen enhälligt att anta planen.",
        "Styrelsen gav chefen i uppdrag att utreda frågan.",
    ),
    leaves=(
        "Direktionen beslutade den 3 maj att anta taxan.",
        "Nämnden beslutade om en ny taxa.",
        "Direktionens beslut var enhälligt.",
        "Nämnden gav ut en skrift.",
        "Efter mötet gick alla hem.",
        "Nämnden diskuterade frågan.",
    ),
)

# The same as a lead of its own line, its clauses beneath: "Kommunfullmäktige beslutade" / "- att avslå motionen."
DECIDED_LEAD = Pattern(
    rf"^(?P<organ>{_BODY}) (?:(?:har|hade)(?: således| därmed| sålunda)? )?(?:beslutade|beslöt|beslutat){_SO},? ?(?:att|följande)?:?$",
    catches=("Kommunfullmäktige beslutade", "Nämnden beslöt enhälligt att", "Direktionen har således beslutat:"),
    leaves=(
        "Kommunfullmäktige beslutade den 3 maj",
        "Kommunfullmäktige beslutade att avslå motionen.",
        "Nämnden beslutar",
    ),
)

# The same in the passive, of the matter itself: "Ärendet bordlades."
MATTER_DECIDED = Pattern(
    r"^(?!Om |När |Som |Det |Detta |Inga |Ingen |Inget |Då |Eftersom |Sedan |(?:Flera|Många|Några|Flertalet|Merparten|Hälften|De flesta|En del|Ett antal) |(?:En|Ett|Två|Tre|Fyra|Fem|Sex|Sju|Åtta|Nio|Tio|Elva|Tolv|\d{1,3}) av )(?P<what>(?:(?:Därefter|Därmed|Härmed|Slutligen|Således) )?[A-ZÅÄÖa-zåäö\d][^.:;?!]{2,160}?)"
    r" (?:(?P<past>godkändes|fastställdes|antogs|avslogs|bifölls|beviljades|utsågs|valdes|bordlades|återremitterades|noterades|antecknades|upphävdes|lades till (?:handlingarna|akte(?:n|rna))|förklarades (?:vara )?besvarad|ansågs (?:vara )?besvarad)"
    r"|(?P<now>godkänns|fastställs|antas|avslås|bifalls|beviljas|utses|väljs|bordläggs|återremitteras|noteras|antecknas|upphävs|läggs till (?:handlingarna|akte(?:n|rna))|förklaras (?:vara )?besvarad|anses (?:vara )?besvarad))"
    r"(?P<tail>(?: därmed)?(?: (?:med|enligt|till|som|att|för|på|utan|och)(?!\w)[^.:;?!]{2,160})?)\.?$"
    r"|^(?:Därmed |Härmed )?(?P<past2>[Bb]ordlades|[Åå]terremitterades|[Ff]örklarades) (?P<what2>ärendet|motionen|frågan|interpellationen)(?P<tail2>(?: vara)?(?: besvarad)?(?: till [^.:;?!]{2,80})?)\.?$"
    r"|^(?:Till|[Aa]tt) (?:[a-zåäö-]{2,40} ){1,8}?(?:(?P<past3>utsågs|valdes|omvaldes|nyvaldes)|(?P<now3>utses|väljs|omväljs|nyväljs)) [A-ZÅÄÖ][^:;?!]{2,200}\.?$",
    catches=(
        "Ärendet bordlades.",
        "Rapporterna lades till handlingarna.",
        "Protokollet från sammanträdet den 14 mars 2019 lades till handlingarna.",
        "Till justerare utsågs Bo Ås (M).",
        "Ärendet återremitteras till förvaltningen för utredning av kostnaderna.",
        "Därmed förklarades interpellationen besvarad.",
    ),
    leaves=(
        "Ärendet bordlades den 3 maj.",
        "Taxan antogs i maj.",
        "Det beslutades.",
        "Planen antogs av fullmäktige.",
        "När planen antogs gällde den.",
        "Två av tio ansökningar avslogs.",
    ),
)

# In such a sentence, that it was at another meeting, or that others decide: a day right behind the verb, "vid ett tidigare möte".
_MEETING = r"(?:möte|sammanträde|förbundsstämma)"
AT_ANOTHER_MEETING = Pattern(
    rf"(?<!\w)(?:vid|på|i|under) (?:sitt|ett|det|förra|föregående|senaste)(?: (?:förra|föregående|senaste|tidigare))? {_MEETING}(?:t)?(?!\w)|(?<!\w)(?:vid|på) {_MEETING}(?:t)? (?:den |i )?(?:{DATE_TEXT}|\d)|(?<!\w)(?:har|hade) (?:tidigare|redan|även tidigare)(?!\w)|(?<!\w)(?:senast|dessförinnan|ursprungligen|då|sedermera)(?!\w)|(?<!\w)(?:som|vilk(?:en|et|a)) (?:fullmäktige|nämnden|styrelsen|direktionen)(?!\w)|(?<!\w)beslut(?:ade|at) (?:20\d\d|19\d\d|år )|(?:^[Uu]|(?<=de )u|(?<=antog )u)nder (?:våren|sommaren|hösten|vintern|året)(?!\w)",
    catches=(
        "Nämnden godkände vid sitt förra möte budgeten.",
        "Direktionen antog på ett möte planen.",
        "Nämnden har tidigare beslutat att",
        "Nämnden beslutade 2018 att anta planen.",
        "Under hösten beslutade nämnden",
        "Nämnden noterade under våren",
    ),
    leaves=(
        "Nämnden godkände budgeten.",
        "Planen för arbetet under hösten godkändes.",
        "Nämnden godkände protokollet från föregående sammanträde.",
        "Protokollet från sammanträdet den 14 mars lades till handlingarna.",
    ),
)

# Who tells of a company or an association, whose board or meeting a short name or none then means: "Styrelsen beslutade".
TELLS_OF_COMPANY = Pattern(
    r"(?<!\w)(?:informera|redogjor|redogör|rapportera|berätta|redovisa)\w{0,3} [^.:;]{0,120}?(?:bolag|förening|stiftelse|årsmöte|årsstämma|(?<!\w)AB)(?:en|ens|et|ets|s|t|n)?(?!\w)",
    catches=(
        "Anna Ek (S) informerade om bolaget.",
        "rapporterade från föreningens årsmöte",
        "redogör för Testbostäder AB",
    ),
    leaves=("Anna Ek (S) informerade om kommunen.", "Två bolag hade lämnat anbud.", "redovisade föreningsbidragen"),
)

# A meeting told as it goes on, in which what is told in the past was done before it.
TOLD_NOW = Pattern(
    r"(?<!\w)(?:informerar|redogör|redovisar|föredrar|yrkar|finner|berättar|presenterar|beslutar|rapporterar|meddelar|ställer|reserverar|föreslår|deltar)(?!\w)",
    catches=("Chefen informerar om planen.", "Anna Ek (S) yrkar avslag."),
    leaves=("Chefen informerade om planen.", "information"),
)

# What may stand behind a decision in running text and takes nothing back: who gets it, that it is verified, how the meeting ended.
BEHIND_DECISION = Pattern(
    r"^(?:Protokollsutdrag|Beslutet (?:skickas|sänds|delges|expedieras|gäller|är|togs|fattades|justerades|ska)|Delges|Kopia till|Paragrafen|Ordföranden? (?:[A-ZÅÄÖ][^.:;]{2,60} )?(?:tackade|tackar|förklarade|förklarar|avslutade|avslutar)|(?:Mötet|Sammanträdet) (?:avslutades|avslutas|förklarades)|Mot beslutet|Till förmån)",
    catches=("Protokollsutdrag skickas till kommunerna.", "Ordföranden tackade de närvarande och avslutade mötet."),
    leaves=("Chefen svarade på frågor.", "Nämnden noterade att"),
)

# What such a verb of the past says that became of the matter; by how it begins, with what stands behind it.
OUTCOMES_OF_PAST: tuple[tuple[str, Outcome | None], ...] = (
    ("återremit", Outcome.ATERREMISS),
    ("bordl", Outcome.BORDLAGGNING),
    ("avsl", Outcome.AVSLAG),
    ("bif", Outcome.BIFALL),
    ("remit", Outcome.REMISS),
    ("avstyrk", Outcome.AVSTYRKAN),
    ("tillstyrk", Outcome.TILLSTYRKAN),
    ("avskrev", Outcome.AVSKRIVNING),
    ("godkänd", Outcome.GODKANNANDE),
    ("antog", Outcome.GODKANNANDE),
    ("fastställd", Outcome.GODKANNANDE),
    ("anteckna", Outcome.ANTECKNING),
    ("notera", Outcome.ANTECKNING),
    ("lades", Outcome.ANTECKNING),
    ("utså", Outcome.VAL),
    ("valde att", None),
    ("val", Outcome.VAL),
    ("ansågs", Outcome.BESVARA),
)


def told_in_past(match: re.Match[str]) -> str | None:
    """The name of what such a sentence has its verb in, where it is told in the past: "bordlades"."""
    return next((key for key, verb in match.groupdict().items() if key.startswith("past") and verb), None)
