"""The §§ that somebody was there for, as covers print them: "§§ 150-160", "ej § 117", "t o m § 120", "66 68"."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

_NUMBERS = r"\d{1,4}(?: ?[-–—] ?(?:§ ?)?\d{1,4})?(?:(?:, ?| och | samt )(?:§§? ?)?\d{1,4}(?: ?[-–—] ?\d{1,4})?){0,20}"
_ITEMS = r"(?:§§? ?|paragraf(?:er(?:na)?)? )"
ITEMS_NAMED = rf"{_ITEMS}{_NUMBERS}"
# The §§ that somebody was there for: "§§ 150-160", or not: "ej § 117"; the sign may be left out after "ej", "t o m".
_BUT = r"(?:(?:ej|inte|utom|förutom)(?: (?:närvarande|tjänstgörande|deltagande))?|frånvarande|(?:deltar|deltog) (?:ej|inte))(?: (?:vid|under|i|för)(?: (?:beslut(?:et)?|handläggningen|behandlingen|ärende(?:t)?)(?: (?:i|av|om|på))?)?)?"
ITEM_RANGES = Pattern(
    rf"(?:\b(?P<how>(?P<but>{_BUT})|(?P<until>t\.? ?o\.? ?m\.?|till och med)|(?P<since>fr\.? ?o\.? ?m\.?|från och med)) {_ITEMS}?"
    rf"|\b(?P<after>efter|före|till|från) (?:ärendet )?{_ITEMS}|{_ITEMS})(?P<ranges>{_NUMBERS})(?![.:]?\d)",
    catches=(
        "§§ 150-160",
        "§ 174",
        "ej § 117 på grund av jäv",
        "ej närvarande § 117",
        "frånvarande under §§ 117-118",
        "deltog inte i § 117",
        "ej närvarande vid beslutet i § 117",
        "t o m § 120",
        "§§56-59, §§62-65",
        "ej 174",
        "t.o.m. 271",
    ),
    leaves=("ordförande", "anlände till kl. 14.10", "från 2024"),
    ignore_case=True,
)
# All that may stand around the §§ that somebody was there for. Any other word may turn what they mean: "jäv § 58", "del av § 58".
AROUND_RANGES = Pattern(
    r"^(?:,? ?(?!jäv|frånv|ej|inte|utom|del|närv|tjänst|sjuk|förhind|lämn|ledig|avv|avg|ersatt|ersätts|bort|vakant|anm)(?-i:[A-ZÅÄÖ][a-zåäö]{1,20}(?:-[A-ZÅÄÖ][a-zåäö]{1,20})?)(?=,))?(?:[\s,;:.()§–—-]|\d|(?:(?:vice )?ordförande|ordf|v|[ea]|(?:förste|andre|första|andra|tredje|närvarande|närvarade|tjänstgör|tjänstgjorde|tjänstgörande|tjg|deltar|deltog|deltagande|beslutande"
    r"|ledamot|ersättare|under|för|i|vid|på|distans|digitalt|via|länk|teams|zoom|skype|video|telefon|och|samt|kl|klockan|p))(?!\w))*$",
    catches=(
        ", 2:e vice ordförande ",
        ", Vika, ",
        " (ordf.) närvarande under ",
        " på distans via Teams ",
        ", kl. 13.00–14.10",
        "",
    ),
    leaves=(
        ", jäv ",
        ", Jäv, ",
        ", Utom, ",
        ", Sjuk, ",
        ", Förhindrad, ",
        ", Lämnade, ",
        " del av ",
        " lämnar vid ",
        " ej närvarande",
    ),
    ignore_case=True,
)
# The §§ in which somebody who is listed as present was biased: "jäv § 41", "ej § 117 på grund av jäv".
BIASED_IN = Pattern(
    rf"\bjäv(?:ig)?[ ,:()]{{0,3}}(?:(?:i|vid|för|under|på) )?{_ITEMS}(?P<ranges>{_NUMBERS})"
    rf"|{_ITEMS}(?P<before>{_NUMBERS})[ ,(]{{0,3}}(?:(?:på grund av|p\.? ?g\.? ?a\.?|med anledning av) )?jäv(?:ig)?(?!\w)",
    catches=("jäv § 41", "(jäv §§ 4, 7)", "ej § 117 på grund av jäv", "§ 117 (jäv)"),
    leaves=("§ 117", "jäv"),
    ignore_case=True,
)
# Nothing but the §§ that somebody was there for.
THERE_ALONE = Pattern(
    rf"^\(?(?:(?:t\.? ?o\.? ?m\.?|till och med|fr\.? ?o\.? ?m\.?|från och med) )?{_ITEMS}{_NUMBERS}\)?$",
    catches=("§§ 41-47", "(fr.o.m. § 4)"),
    leaves=("jäv § 41", "Anna Ek § 4"),
    ignore_case=True,
)
# The §§ that somebody led, who was there for others as well.
LED_ONLY = Pattern(
    r"(?:\b(?:tjänstgörande|t\.? ?f\.?|fungerande|mötes|leder|ledde) ?|\b(?:vice ordf(?:örande|\.)|ledamot),? (?:och |samt )?)ordf(?:örande|\.),? (?:(?:för|vid|under|på|i) )?(?:§|paragraf)",
    catches=(
        ", vice ordförande, tjänstgörande ordförande § 85",
        ", mötesordförande §§ 4-5",
        ", tjänstgörande ordf. § 22",
        ", vice ordförande, ordförande §§ 10–14",
        ", ledamot, ordförande § 12",
    ),
    leaves=(", ordförande, §§ 4-5", ", vice ordförande § 4", ", tjänstgörande § 4"),
    ignore_case=True,
)
# What turns the §§ before it: "§ 58 ej närvarande", "§§ 1-3, ej hela § 3".
TURNS_RANGES = Pattern(
    r"\b(?:ej|inte|jäv|jävig|frånvarande|del|delar|delvis|utom|förutom)\b",
    catches=(" ej närvarande", " (jäv)"),
    leaves=(", lämnar kl. 15.10", " på distans"),
    ignore_case=True,
)
# Who came or left while the meeting went on, in a list: "anländer före § 61", "lämnar mötet efter § 62"
_CAME = r"(?:anlände|anländer|ankom|ankommer|kom|kommer|anslöt|ansluter|tillkom|tillkommer|inträdde|inträder|inställde sig|infann sig)"
_LEFT = r"(?:lämnade|lämnar|avvek|avviker|avgick|avgår|gick|går)"
MOVED_AT = Pattern(
    rf"^[ ,;(–-]{{0,4}}(?:(?P<came>{_CAME})|(?P<left>{_LEFT}))(?: (?:till |från )?(?:dagens )?(?:sammanträdet|mötet))?(?: (?:kl\.?|klockan) ?\d{{1,2}}[.:]\d\d,?)? (?P<how>efter|före|innan|till|från(?: och med)?|fr\.? ?o\.? ?m\.?) (?:ärende(?:t)? |behandlingen av )?§ ?(?P<number>\d{{1,4}})[ ).;]{{0,3}}$",
    catches=(", anländer före § 61", "Lämnar mötet efter § 62", " (kom till § 5)", "lämnar mötet kl. 16.45 efter § 62"),
    leaves=("Anländer § 61", "anlände kl. 14.10", "Lämnar § 62 på grund av jäv", "från § 62"),
    ignore_case=True,
)
# The same where the § does not say whether it is the first that they were there for, or how else it is meant: "Anländer § 61"
MOVED_SOMEHOW = Pattern(
    rf"(?<!\w)(?:{_CAME}|{_LEFT})(?!\w)[^;]{{0,60}}§|^[ ,(]{{0,3}}(?:efter|före|från|till) (?:ärende(?:t)? )?§ ?\d{{1,4}}[ ).]{{0,3}}$",
    catches=("Anländer § 61", "från § 62", "lämnar vid § 62", "anlände kl. 13.20, § 6"),
    leaves=("anlände kl. 14.10", "ej § 61", "§ 61"),
    ignore_case=True,
)
# Only numbers left, where the cover prints no sign: "66 68, 70-72"
BARE_RANGES = Pattern(
    r"^(?P<ranges>\d{1,4}(?: ?[-–—] ?\d{1,4})?(?:(?:,? | och )\d{1,4}(?: ?[-–—] ?\d{1,4})?){0,20})$",
    catches=("66 68, 70-72", "1-12"),
    leaves=("kl. 14.10", "ordförande 5"),
)
