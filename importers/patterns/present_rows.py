"""What stands in the row of somebody on a cover, in a cell of its own: a party, a municipality, or anything."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import LONG_NAMES

# A party written out in a column of its own behind the name: "Anna Ek    Kristdemokraterna"
PARTY_WRITTEN_OUT = Pattern(
    rf"^\(?(?:{LONG_NAMES})\)?$",
    catches=("Kristdemokraterna", "(Moderaterna)"),
    leaves=("Moderaternas ledamöter", "KD"),
    ignore_case=True,
)
# An official's office in capitals, behind a comma: a party of the town's own would stand in brackets.
ABBREVIATED_OFFICE = Pattern(
    r"^, (?P<office>[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ])(?=$|[ ,;])",
    catches=(", MAS", ", MAR, § 5", ", EY", ", PwC"),
    leaves=(" (MAS)", ", S", ", Mas"),
)
# A dash behind somebody of a party, in a column of crosses: who was away, it may be. "Bo Ås -" is of no party.
CROSSED_OUT = Pattern(
    r"(?:\)| (?:[A-ZÅÄÖ]{1,4}|[a-zåäö]{1,2})) [-–—]$",
    catches=("Bo Ås (M) -", "Bo Ås M –"),
    leaves=("Bo Ås -", "Bo Ås -M-"),
)
# Anything but lines to write on, bullets, telephone numbers and the like.
SAYS_SOMETHING = Pattern(r"[^\W\d_]", catches=("x", "frånvarande"), leaves=("……", "____", "–", "0701-12 34 56"))
# Bodies whose members parties propose; those of a council of pensioners or a board of several towns may have none.
BODY_OF_PARTIES = Pattern(
    r"(?:nämnd|fullmäktige|(?:kommun|region)styrelse|utskott)",
    catches=("Kommunstyrelsen", "Parknämnden"),
    leaves=("Direktionen", "Ungdomsrådet", "Styrelsen"),
    ignore_case=True,
)
# That somebody is of no party.
OF_NO_PARTY = Pattern(
    r" \(?[-–—]\)?(?=$|[ ,;])|(?i:[ (](?:politisk vilde|vilde|partilös|obunden|partipolitiskt obunden|oberoende|utan partibeteckning)(?!\w))",
    catches=("Eva Li (-)", "Ola Ur (politisk vilde)", "Bo Ås –, § 4"),
    leaves=("Eva Li (S)", "Ola Ur", "Bo Ås-Ek"),
)
# Where somebody is from, in two words that may look like a name.
PLACE_OF_TWO = Pattern(
    r"^(?:Norra|Södra|Östra|Västra|Nya|Gamla|Stora|Lilla|Upplands|Inre|Yttre|Övre|Nedre) [A-ZÅÄÖ]|^[A-ZÅÄÖ][a-zåäö]{1,30} [A-ZÅÄÖ][a-zåäö]{1,30} (?:kommun|stad)(?!\w)",
    catches=("Norra Dalen", "Upplands Väsby", "Lilla Edets kommun", "Malung Sälens kommun"),
    leaves=("Nora Dahl", "Stor Ek", "Anna Ek kommunalråd"),
)
# Who sends somebody to a board of several municipalities, in a column of its own.
MUNICIPALITY_ALONE = Pattern(
    r"^[A-ZÅÄÖ][\w-]{1,30}(?: [\w-]{1,30}){0,2} (?:kommun|stad)$",
    catches=("Älnsjö kommun", "Norra Dalens kommun"),
    leaves=("Anna Ek (S)", "kommun", "Älnsjö kommunhus"),
)

# What is noted of somebody who was there, in words that turn nothing: "deltar på distans", "kl. 10.00-12.00", where they are
# from. "Ej" turns all of it where no § follows.
NOTE_OF_PRESENT = Pattern(
    r"^(?!.*\b(?i:ej|inte|icke)\b(?!.*\d))(?:(?!(?i:sjuk|ledig|frånv|förhind|förfall|vakan|avsagt|avsäg|entled|avgå|avgick|bortrest|permi|semest|utesl|utvandr|föräldraled|tjänstled|anmäl|ersätt|vikari|reserv)[a-zåäö]*(?![^\W\d_]))[A-ZÅÄÖ][a-zåäöé]{1,30}(?:-[A-ZÅÄÖ][a-zåäöé]{1,30})?(?![^\W\d_-])|(?i:deltar|deltog|deltagande|närvarar|närvarade|närvarande|på|distans|digitalt|via|länk|teams|zoom|skype|video|telefon|plats|fysiskt|insyn|insynsplats|adjungerad|närvarorätt|yttranderätt|gruppledare|kommunalråd|oppositionsråd|regionråd|borgarråd"
    r"|protokollsjusterare|protokolljusterare|justerare|justerande|justeringsman|justeringsperson|kommun|stad|ålderspresident|politisk|sekreterare|vilde|partilös|utan|partibeteckning"
    r"|ej|inte|jäv|jävig|grund|av|g|a|p|pga|för|vid|under|i|del|delar|beslut|och|samt|till|från|o|m|t|fr|from|tom|kl|klockan|ca|med|efter|före|fram|paragraf(?:en|er|erna)?|ärende|ledamot|ersättare|anlände|anländer|kom|kommer|ankom|lämnade|lämnar|avvek|avviker|gick|går|mötet|sammanträdet)(?![^\W\d_])|[\d\s§.,:;()–—-])+$",
    catches=(
        "deltar på distans",
        "kl. 10.00-12.00",
        "Alingsås",
        "ej § 61 på grund av jäv",
        "paragraf 1-5 och 7-30",
        "protokolljusterare",
        "politisk sekreterare",
    ),
    leaves=("permission", "utvandrad", "deltar på distans, sjuk", "Permission", "ej på plats", "närvarade inte"),
)
# A sentence ends behind somebody, and the next does not go on with them: "Bo Ås (M). För frånvarande Cia Berg (S) tjänstgör".
NEXT_SENTENCE = Pattern(
    r"[)\d]\. (?!(?:Ej|Inte|Frånvarande|Närvarande|Jäv|Jävig|Utom|Deltar|Deltog|Anl|Kom|Lämna|Avvek|Till och|Endast)[a-zåäö]{0,8}(?!\w))(?=[A-ZÅÄÖ][a-zåäö]{1,20} )",
    catches=("Bo Ås (M). För frånvarande Cia Berg", "Bo Ås (M) § 4. Från och med"),
    leaves=("Bo Ås (M), §§ 4. 5", "Chr. Ek (M)", "kl. 14.30 Bo", "Bo Ås (M) §§ 1–5. Ej närvarande § 3"),
)
# What parts two names of a list.
BETWEEN_NAMES = Pattern(r", | (?:och|samt) ", catches=("Bo Ås och Cia Berg", "Bo Ås, Cia Berg"), leaves=("Bo Ås",))
# The §§ in a column behind somebody's office, without a sign: "Sekreterare 20-23"
ITEMS_AT_END = Pattern(
    r"(?<=[^\W\d_]{3}) \d{1,4} ?[-–] ?\d{1,4}(?:, ?\d{1,4}(?: ?[-–] ?\d{1,4})?){0,10}$",
    catches=("Sekreterare 20-23", "chef 20–21, 23"),
    leaves=("enhet 3", "20-23"),
)
# A name in brackets that somebody goes by, between theirs: what follows is no name of another's.
CALLED_BETWEEN = Pattern(
    r"(?:^|[,;] |(?:och|samt) )[A-ZÅÄÖÉ][^\s(),;]{1,30} \([A-ZÅÄÖÉ][a-zåäöé]{2,20}\) [A-ZÅÄÖÉ][^\s(),;]{1,30} ?\(",
    catches=("Eva-Lotta (Lotta) Berg (S)",),
    leaves=("Anna Ek (Moderaterna) Bo Ås (S)", "Anna (S) Bo Ås (M)", "Eva Berg (S)"),
)
# What joins an office to the §§ that somebody was there for: "fritidschef, deltar §§ 20-21"
JOINS_ITEMS = Pattern(
    r",? (?:deltar|deltog|deltagande|närvarar|närvarade|närvarande|under|vid|för|på)(?: (?:under|vid|för|på))?$",
    catches=("fritidschef, deltar", "chef närvarande under"),
    leaves=("fritidschef", "ansvarig för bad"),
)
# An official's field in capitals behind the office, at a line's end: the next line is somebody else.
FIELD_OF_OFFICE = Pattern(
    r"[a-zåäö-](?:chef|direktör|strateg|samordnare|handläggare|controller|ansvarig|ledare|sköterska|ingenjör|ekonom|jurist|utredare|sekreterare) (?P<field>[A-ZÅÄÖ]{2,6})$",
    catches=("Siv Ek, verksamhetschef IFO", "Bo Ås, samhällsekonom VA"),
    leaves=("Ekonomichef Bo", "verksamhetschef IFO, Bo Ås"),
)
# Two who share a surname, the first of whom stands by the first name alone.
SHARE_SURNAME = Pattern(
    r"(?:^|[,;:)] )(?P<first>[A-ZÅÄÖÉ][\w-]{1,30}) (?:och|samt|&) [A-ZÅÄÖÉ][\w-]{1,30} [A-ZÅÄÖÉ]\w",
    catches=("Erik och Maria Lund (C)", "Justerare: Erik och Maria Lund"),
    leaves=("Erik Ås och Maria Lund (C)", "Erik (S) och Maria (M)"),
)
# A name without a party behind somebody's and a dash: "Bo Ås (M) – Rut Ed"
BEHIND_DASH = Pattern(
    r"\(\w{1,4}\) ?[-–—] ?(?P<name>[A-ZÅÄÖÉ][\w-]{1,30}(?: [A-ZÅÄÖÉ][\w-]{1,30}){1,2})$",
    catches=("Bo Ås (M) – Rut Ed",),
    leaves=("Bo Ås (M) – ordförande", "Bo Ås (M) – Rut Ed (M)"),
)
# What ends a title that nothing else knows for an office: "Advokat", "Doktorand", "Bibliotekarie"
TITLE = Pattern(
    r"(?:kat|(?:rek|dok|lek|pek|men)tor|fessor|torand|ferend|(?:tek|kiv|ret|not)arie|are|ör|ist|iker|log|nom|kt|chef|herde|råd|biskop|präst|prost|rabbin|imam|major|kapten|general|överste|amanuens|docent|assistent|student|praktikant|konsulent|agent|sköterska|dent|lant)(?:en|n|na)?$",
    catches=("Advokat", "Doktorand", "Bibliotekarie", "Professor", "Agronom", "Kyrkoherden"),
    leaves=("Dimitra", "Farouq", "Annemarie", "Leonor"),
    ignore_case=True,
)
