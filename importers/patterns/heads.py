"""What heads of pages hold besides kind, body and date: labels, bare page numbers, days that no calendar has."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT, LONG
from importers.patterns.pattern import Pattern

HEAD_LABEL = Pattern(
    r"^(?:Datum|Sammanträdes(?:datum|dag|tid)|Mötesdatum|Diarienummer|Diarienr\.?|Dnr\.?|Ärendenummer|Paragraf(?:er)?|Plats|Organ|Sid(?:a|an|nr\.?)?|Blad|Bl\.?|Nr|Handläggare) ?[:;]?$",
    catches=("Datum:", "SAMMANTRÄDESDATUM", "Blad", "Sida", "Paragrafer"),
    leaves=("Datum för nästa möte", "Sidan om vägen"),
    ignore_case=True,
)
BARE_PAGE = Pattern(r"^\d{1,4}$", catches=("117",), leaves=("§ 117", "12345"))
# A meeting's day behind its own word, or §§ behind the body: "Sammanträde 2009-04-28", "Regionstyrelsen § 1-21"
MEETING_ON = Pattern(
    rf"^(?:Extra )?[Ss]ammanträde(?: den)? {DATE_TEXT}$",
    catches=("Sammanträde 2009-04-28", "Sammanträde den 3 mars 2024"),
    leaves=("Sammanträdet 2009-04-28 öppnas",),
)
ITEMS_BEHIND = Pattern(
    r"(?:,? §§? ?\d[\d ,–§-]{0,30})$", catches=("Regionstyrelsen § 1-21", "Kommunstyrelsen §§ 4–9"), leaves=("§ ett",)
)
# A meeting of several days: "2025-11-24–25", "den 24–25 november 2025", "24 och 25 november 2025"
DAYS = Pattern(
    rf"(?<![\d-])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d) ?(?:[-–—]|och|--) ?(?:\d\d?(?![\d-])|(?:19|20)\d\d-\d\d-\d\d|\d\d-\d\d(?!\d))|(?P<first>\d{{1,2}}) ?(?:[-–—]|och|--) ?(?={LONG})(?P<last>{LONG}))",
    catches=("2025-11-24–25", "den 24–25 november 2025", "24 och 25 november 2025", "2025-11-24 – 2025-11-25"),
    leaves=("2025-11-24", "25 november 2025"),
    ignore_case=True,
)
# What calls people to a meeting, lists what it is to treat, or tells of an inspection, and decides nothing itself.
NOT_MINUTES = Pattern(
    r"^(?:kallelse(?: till [^.:;]{3,60}| och föredragningslista)?|(?:preliminär )?föredragningslista|dagordning|ärendelista|kungörelse|tillkännagivande om sammanträde"
    r"|møteinnkalling|innkalling|saksliste|sakliste|møteprotokoll|møtebok|esityslista|kokouskutsu|pöytäkirja|inspektion av [^.:;]{3,80}|inspektionsprotokoll|justitieombudsmannen|riksdagens ombudsmän)$",
    catches=(
        "KALLELSE",
        "FÖREDRAGNINGSLISTA",
        "Kallelse till kommunstyrelsen",
        "MØTEINNKALLING",
        "Justitieombudsmannen",
    ),
    leaves=("Protokoll", "Kallelsen sändes ut", "Föredragningslistan fastställs"),
    ignore_case=True,
)
