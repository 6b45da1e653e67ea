"""Lines that belong to the page and not to what it says."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

PAGE_NUMBER = Pattern(
    r"^(?:(?P<word>(?:Sida|Sid\.?|S\.|Blad|Sidan):? )|(?!\d+ ?/)|(?=[1-9]\d? ?/ ?[1-9]\d?$|[1-9]\d{0,2} ?/ ?[1-9]\d\d$))(?P<page>\d{1,4}) ?(?:[(\[] ?(?P<pages>\d{1,4}) ?[)\]]|(?:av|/) ?(?P<of>\d{1,4})|(?(word)|(?!)))$",
    catches=(
        "Blad 9",
        "19 (74)",
        "1(14 )",
        "Sida 1 (41)",
        "1[25]",
        "Blad 1 (23)",
        "3 av 9",
        "3/9",
        "103/140",
        "Sida 3/9",
        "s. 3",
    ),
    leaves=("§ 19 (74)", "2024", "1 (av två)", "2024/123", "0041/25", "103/25"),
    ignore_case=True,
)

# The same close behind another cell of the page's head, or behind the paper's kind: "PROTOKOLL 2025-04-22 2 (4)"
_WORD = r"(?:Sida|Sid\.?|S\.|Blad|Sidan):? ?"
PAGE = rf"(?:(?:{_WORD})?\d{{1,4}} ?[(\[] ?\d{{1,4}} ?[)\]]|{_WORD}\d{{1,4}}(?: ?(?:av|/) ?\d{{1,4}})?)"
PAGE_BEHIND = Pattern(
    rf"^(?P<before>.{{4,100}}?) (?P<page>{PAGE})$",
    catches=("PROTOKOLL 2025-04-22 2 (4)", "Protokoll 2025-08-19 s. 1", "2025-03-24 Sida 1 av 3"),
    leaves=("Protokoll 2025-08-19", "Sida 1 av 3", "PROTOKOLL 4"),
    ignore_case=True,
)

# Those who sign each page, in its margin: "AE", "AE KJ", "A.E."
INITIALS = Pattern(
    r"^(?:[A-ZÅÄÖ]{2,3}|(?:[A-ZÅÄÖ]\.){2,3})(?:[ ,/]{1,3}(?:[A-ZÅÄÖ]{2,3}|(?:[A-ZÅÄÖ]\.){2,3})){0,3}$",
    catches=("AE", "AE KJ", "A.E. K.J."),
    leaves=("A", "§ 12", "Beslut", "AE 12"),
)

SIGNATURES = Pattern(
    r"^(?:Juster(?:andes?|ares?|arens|arnas) sign(?:atur(?:er)?|\.)?|Justerandes|Justerares|Justeras?|Utdragsbestyrkande|Ordförandes? sign(?:atur|\.)?|Sekreterarens? sign(?:atur|\.)?|Signatur(?:er)?|Utdr\.? ?best\.?)(?: ?:)?(?: ?[_.…]{3,240})?(?: [_.…]{3,60}){0,3}$",
    catches=(
        "Justerandes signatur",
        "Justerandes sign",
        "Utdragsbestyrkande",
        "Justerandes signaturer",
        "Justerares signatur",
        "Justerares sign: ________ ________",
        "Ordförandes sign",
        "Utdr.best.",
    ),
    leaves=("Justerandes signatur saknas i protokollet", "Justering"),
    ignore_case=True,
)

ADDRESS = Pattern(
    r"^(?:[A-ZÅÄÖ][a-zåäö]{1,30}(?: [A-Za-zåäö]{1,30}){0,2} ?[·•|] ?(?=Postadress|Besöksadress|Box \d)|(?:Postadress|Besöksadress|Besök|Telefon|Telefax|Fax|Tel|E-?post|Mejl|Webbplats|Webb|Internet|Hemsida|Org\.?(?:anisations)?n(?:umme)?r)\b|www\.|[\w.+-]{1,40}@[\w.-]{3,60}$)",
    catches=(
        "Postadress: Uppsala kommun, 753 75 Uppsala",
        "www.uppsala.se",
        "Älnsjö kommun · Postadress 999 01 Älnsjö",
        "anna.ek@alnsjo.example",
        "E-post: x@y.se",
        "Telefon: 018-727 00 00 (Kontaktcenter)",
    ),
    leaves=("Besökare på biblioteket", "Telefonväxeln byggs om"),
    ignore_case=True,
)

FOOT_OF_DOCUMENT = Pattern(
    r"^(?P<municipality>[A-ZÅÄÖ]\w{1,20} (?:Stad|stad|kommun)) (?P<organ>[^,]{3,60}), (?P<kind>\w{3,25})$",
    catches=("Göteborgs Stad Kommunfullmäktige, protokoll", "Göteborgs Stad Stadsledningskontoret, tjänsteutlåtande"),
    leaves=("Uppsala kommun inrättar en avhopparverksamhet, och det",),
)

TEMPLATE_LEFTOVER = Pattern(
    r"^(?:(?:Click or tap here to enter text|Klicka eller tryck här för att ange text|Klicka här för att ange text|Skriv text här)\.? ?){1,6}$"
    r"|^<![^<>]{1,60}>$",
    catches=("Click or tap here to enter text.Click or tap here to enter text.", "<!sammanträdesdatum>"),
    leaves=("Klicka på länken i kallelsen.",),
)

# A page's head in one row, its parts parted by a sign: whose paper it is differs from page to page, the form does not.
HEAD_ROW = Pattern(
    r"^(?P<kind>Protokollsutdrag|Sammanträdesprotokoll|Protokoll|Tjänsteskrivelse|Tjänsteutlåtande|Yttrande|Motion|Medborgarförslag|Remissvar|Skrivelse) ?[·•|] ?(?=\S).{2,120}$",
    catches=("Protokollsutdrag · Kommunstyrelsen · 2025-10-07", "TJÄNSTESKRIVELSE | Kommunledningskontoret"),
    leaves=("Protokollsutdrag 2025-10-07", "Motion · "),
    ignore_case=True,
)
