"""What stands beneath a decision and is no part of it: what has come in, how the meeting ended, what somebody told."""

from __future__ import annotations

from importers.patterns.organs import WHOLE_BODY
from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME

# Beneath a decision a list of what has come in since, which is no part of it.
HAS_COME_IN = Pattern(
    r"^Följande (?:\w{2,20} )?(?:ordförande|delegations|delegerings)?(?:beslut|meddelanden|skrivelser|handlingar) (?:har (?:fattats|inkommit|delgivits|anmälts)|redovisas|redovisades|anmäls|anmäldes|delges|delgavs)(?: [^.:;]{2,80})?[.:]$|^(?!Nämnden|Styrelsen)[A-ZÅÄÖ][^.:;]{0,200}?\bhar (?:följande|nedanstående) [^.:;]{2,120}? (?:inkommit|kommit in|delgivits|anmälts|överlämnats)(?: till [^.:;]{2,80})?[.:]$",
    catches=(
        "Efter fullmäktiges sammanträde den 3 maj har följande motioner och skrivelser inkommit till fullmäktige.",
        "Följande ordförandebeslut har fattats:",
    ),
    leaves=("Följande motioner har inkommit.", "Motionen som har inkommit avslås."),
)

_MEETING = (
    r"(?:(?:dagens|kvällens|dagens extra) )?(?:mötet|möte|sammanträdet|sammanträde|överläggningarna|förhandlingarna)"
)
_CLOCK = r"(?:,? (?:kl\.?|klockan) ?\d{1,2}(?:[.:]\d\d)?)?"

# A sentence that says how the meeting went, and decides nothing: that it is closed, or that all agree.
STATES_NOTHING = Pattern(
    rf"^(?:(?:(?:[Tt]jänstgörande |[Mm]ötes|[Mm]ötets |[Vv]ice )?[Oo]rdföranden?(?: {NAME}(?: \({CODE}\))?)?|{NAME} \({CODE}\)|[Hh]an|[Hh]on)(?: tackar [^.:;]{{2,120}}?,? och)? (?:förklarar|förklarade|avslutar|avslutade|hemförlovar)(?: därefter| därmed| härmed)? {_MEETING}(?: (?:är )?(?:för )?avslutat| avslutade)?{_CLOCK}"
    rf"|{NAME} \({CODE}\) tackar för svaret(?: [^.:;]{{2,80}})?|[Oo]rdföranden?(?: {NAME}(?: \({CODE}\))?)? tackar (?:för|ledamöterna|deltagarna|alla|samtliga|nämnden)(?!\w)[^.:;]{{2,120}}"
    rf"|(?:[Mm]ötet|[Ss]ammanträdet) (?:avslutas|avslutades|förklaras (?:för )?avslutat|förklarades (?:för )?avslutat|är avslutat){_CLOCK}"
    r"|(?:Samtliga|Alla|Ledamöterna|Partierna|Nämnden|Styrelsen|Utskottet|[A-ZÅÄÖ][a-zåäö]{2,40}s ledamöter)(?: [a-zåäö]{2,20}){0,3} (?:är|var) (?:helt )?(?:eniga|enig|enhälliga|enhällig|ense|överens)(?: (?:i|om) (?:beslutet|detta|förslaget|frågan|ärendet))?"
    r"|Beslutet kan överklagas[^.:;]{0,120}|Beslutet (?:har fattats|fattas|fattades) med stöd av (?:bestämmelse|regl|lag|\d)(?![^:;]{0,200} (?:ska(?:ll)?|gäller|träder|deltar|reserverar|mot|men) )[^:;]{3,200}"
    r"|(?:Paragrafen|Beslutet|Ärendet|Punkten|Protokollet|Valet|Valen) (?:är|var|har) omedelbart justera[dt]e?s?"
    r"|(?:Paragrafen|Beslutet|Ärendet|Punkten|Protokollet|Valet|Valen) (?:justeras|justerades|förklaras|förklarades) omedelbart(?: justera(?:d|t|de))?"
    rf"|(?:[Ee]rsättaren )?{NAME}(?: \({CODE}\))? (?:tjänstgör|tjänstgjorde|inträder|inträdde|går in|gick in|ersätter|ersatte)(?: som (?:tjänstgörande(?: \w{{0,20}})?|ersättare))? (?:som ordförande|i (?:hennes|hans|dennes|deras|dennas) ställe|i stället|istället|(?:i stället |istället )?för {NAME}(?: \({CODE}\))?)(?: i (?:detta ärende|ärendet|paragrafen))?"
    rf"|(?:Som|Till) (?:ny )?(?:justerare|ordförande) (?:i|för|under) (?:ärendet|paragrafen|detta ärende|behandlingen) (?:utses|inträder|väljs|tjänstgör) {NAME}(?: \({CODE}\))?"
    rf"|(?:{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar|beslutade|beslöt|fattar beslutet|fattade beslutet) (?:enhälligt|(?:med|genom) acklamation|utan (?:omröstning|votering))"
    r"|(?:Beslutet (?:är|var) enhälligt|Beslutet (?:fattas|fattades|togs|tas) (?:enhälligt|med acklamation|utan (?:omröstning|votering))))\.?$",
    catches=(
        "Ordföranden förklarar mötet avslutat.",
        "Ordföranden Anna Ek (S) tackar för ett gott arbete och förklarar sammanträdet avslutat kl. 16.30.",
        "Mötet avslutas kl. 16.30.",
        "Ledamöterna är eniga.",
        "Paragrafen justeras omedelbart.",
        "Beslutet är omedelbart justerat.",
        "Valet förklaras omedelbart justerat.",
        "Bo Å (M) tjänstgör i hennes ställe.",
        "Bo Å (M) tjänstgör som ordförande i ärendet.",
        "Som justerare i ärendet utses Bo Å (M).",
        "Ersättaren Bo Å (M) tjänstgör i stället för Cia Berg (M).",
        "Bo Å (M) går in som tjänstgörande ersättare för Anna Ek (S).",
        "Samtliga ledamöter är eniga i beslutet.",
        "Kommunstyrelsens ledamöter är eniga",
        "Beslutet är enhälligt.",
        "Beslutet fattades med acklamation.",
        "Fullmäktige beslutar genom acklamation.",
        "Beslutet kan överklagas, se bilaga.",
        "Erik Lidén (fp) tackar för svaret.",
        "Beslutet har fattats med stöd av bestämmelserna om minoritetsåterremiss i 5 kap. 50 § kommunallagen.",
    ),
    leaves=(
        "Ordföranden förklarar Anna Ek (S) vald.",
        "Ordföranden avslutar projektet.",
        "Nämnden är enig med förvaltningen om taxan.",
        "Ledamöterna är eniga om att höja taxan.",
        "Mötet den 3 maj ställs in.",
        "Bo Å (M) inträder som ledamot i stället för Anna Ek (S).",
    ),
)

# A sentence that tells how something is, or what somebody says: beneath the marked clauses of a decision it is none of them.
TELLS_BESIDE = Pattern(
    r"^(?!Att |att )(?:[A-ZÅÄÖ][^\s.:;,]{0,40})(?: [^\s.:;,]{1,40}){0,4}? (?:är|var|har|hade|konstaterar|konstaterade|påpekar|påpekade|upplyser|upplyste|informerar|informerade|påminner|påminde|berättar|berättade|redogör|redogjorde|tackar|tackade|önskar|meddelar|meddelade)(?!\w)[^:;]{0,300}\.$",
    catches=(
        "Partierna har olika syn på frågan.",
        "Ordföranden påpekar att taxan är preliminär.",
        "Ärendet är brådskande.",
    ),
    leaves=(
        "Taxan gäller från den 1 maj.",
        "Nämnden får i uppdrag att tacka.",
        "att taxan är låg.",
        "1. Planen är antagen.",
    ),
)
