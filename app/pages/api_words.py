"""What the API's resources and parameters are called in Swedish: the documentation page's words, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.language.codes import KINDS, MODES, OUTCOMES, STANCES, STATEMENTS
from app.language.i18n import N_, gettext

RESOURCES: dict[str, str] = {
    "cases": N_("Ärenden, under alla sina nummer. Två nummer som leder till samma ärende ger en rad."),
    "documents": N_(
        "Handlingar: motioner, protokoll, utdrag, tjänsteskrivelser. Var och en en gång, i hur många filer den än ligger."
    ),
    "meetings": N_("Sammanträden med sina paragrafer, och i vilka av dem man var oense."),
    "items": N_(
        "Paragrafer med allt de säger: beslut, yrkanden, beslutsgång, voteringar, reservationer och yttranden."
    ),
    "presences": N_(
        "Närvaro: vem som var på vilket sammanträde, som vad, i vems ställe och vid vilka paragrafer, så som protokoll och "
        "utdrag räknar upp det."
    ),
    "motions": N_(
        "Motioner som protokoll eller deras egna handlingar berättar om: vem som väckte dem och när, när året är slut och vad "
        "det blev av dem. `document` är `null` där motionens egen handling inte finns här."
    ),
    "yrkanden": N_("Yrkanden: vem som yrkade vad, i vilken paragraf."),
    "reservations": N_(
        "Reservationer. En grupp förblir en grupp; `members` är de som närvarolistan visar tjänstgöra för dess partier."
    ),
    "statements": N_(
        "Särskilda yttranden, protokollsanteckningar, avståenden och jäv. Inget av dem är en reservation."
    ),
    "votes": N_("Voteringar: vad ja och nej betyder, rösttalen och varje tryckt röst."),
    "people": N_("De som nämns i protokollen, med varje tryckt namn och parti."),
    "parties": N_("Partier så som de trycks efter namn, ett för varje kommun."),
    "bodies": N_("Organ: fullmäktige, styrelser, nämnder, utskott. Ett som bytt namn eller delats säger vad det blev."),
    "municipalities": N_("De kommuner som finns här."),
    "findings": N_("Iakttagelser: det som en noggrann läsare skulle peka på."),
    "changes": N_(
        "Varje ärende som tillkommit, ändrats eller försvunnit, numrerat utan luckor. Den som följer `since` missar inget."
    ),
    "corrections": N_(
        "Det som människor har rättat, lagt till och tagit bort: från vad, till vad, av vem i vilken roll, när och varför."
    ),
    "imports": N_("Filer som har lämnats in med en nyckel, och hur det gick. Bara för nyckelns innehavare."),
}

PARAMETERS: dict[str, str] = {
    "against_board": N_("om fullmäktige beslutade annat än styrelsen hade föreslagit"),
    "contested": N_("om texter om paragrafen säger emot varandra, och ingen har valt"),
    "has_day": N_("om någon handling här säger när den väcktes"),
    "has_outcome": N_("om det är läst vad som till slut beslutades"),
    "has_party": N_("om något parti trycks bakom"),
    "parties": N_("partiers bokstäver med komma emellan, som alla står bakom"),
    "parties_moved": N_("partiers bokstäver med komma emellan, som alla yrkade något"),
    "parties_reserved": N_("partiers bokstäver med komma emellan, som alla reserverade sig"),
    "as_of": N_("så som det var känt här när den dagen var slut, av det som är offentligt i dag"),
    "attribution": N_("hur upphovet är känt"),
    "body": N_("organets id, namn (också ett tidigare) eller vanliga bokstäver, som `ks`, `kf`, `ksau`"),
    "case": N_("ärendets id, eller dess nummer i valfri stavning"),
    "casting_vote": N_("om ordförandens utslagsröst avgjorde"),
    "code": N_("kod, eller partiets bokstäver så som de trycks"),
    "cursor": N_("`next_cursor` ur svaret före; för att gå igenom allt, `*` först"),
    "deadline": N_("hur motionen ligger till med sitt år, den dag som `today` säger"),
    "ended_from": N_("avgjord, återtagen eller avskriven den dagen eller senare"),
    "ended_to": N_("avgjord, återtagen eller avskriven den dagen eller tidigare"),
    "fields": N_("vilka nycklar som ska visas, med komma emellan"),
    "file": N_("ligger i filen med denna sha256"),
    "from": N_("den dagen eller senare, ÅÅÅÅ-MM-DD"),
    "has_doubts": N_("om läsningen var osäker på något på dess egna sidor; av en maskad fil får ingen veta det"),
    "has_reservation": N_("om någon reserverade sig"),
    "has_unread_lines": N_("om någon rad på dess egna sidor är oläst; av en maskad fil får ingen veta det"),
    "has_vote": N_("om det voterades"),
    "has_yrkande": N_("om det fanns yrkanden"),
    "include": N_("vad som ska skickas med"),
    "item": N_("paragrafens id"),
    "kind": N_("vilket slag"),
    "lies_with": N_("inväntar detta organ: id, namn eller vanliga bokstäver"),
    "limit": N_("hur många rader som mest"),
    "meeting": N_("sammanträdets id"),
    "municipality": N_("kommunens id, kod, slug eller namn"),
    "name": N_("ett namn så som det trycks, eller ett id"),
    "number": N_("ärendenummer i valfri stavning"),
    "offset": N_("hur många rader som ska hoppas över"),
    "outcome": N_("vad som till slut beslutades; ett förslag är inget utfall"),
    "overdue": N_("om året är slut utan beslut, den dag som `today` säger"),
    "party": N_("någon från partiet (bokstäver eller namn) skrev under, yrkade, yttrade eller reserverade sig"),
    "people": N_("flera personers id eller tryckta namn med komma emellan, som alla namnges"),
    "person": N_("en persons id, eller ett namn så som det trycks"),
    "q": N_('ord i valfri böjning, `"ordföljd"`, `-ord` som inte ska finnas; sökta som `/search` gör det'),
    "raised_from": N_(
        "väckt i fullmäktige den dagen eller senare; en motion vars dag ingen handling säger är inte med"
    ),
    "raised_to": N_(
        "väckt i fullmäktige den dagen eller tidigare; en motion vars dag ingen handling säger är inte med"
    ),
    "renamed": N_("om organet gick vidare under ett annat namn; `false` är de som finns i dag"),
    "role": N_("som vad: ordförande, ledamot, ersättare, övriga"),
    "serving": N_("om han eller hon tjänstgjorde"),
    "severity": N_("hur allvarlig"),
    "since": N_("efter ändringen med detta nummer"),
    "slug": N_("så som det står i adresser"),
    "sort": N_("hur raderna ordnas; ett minus vänder"),
    "stance": N_("vad som yrkades"),
    "standing": N_("om den är besvarad den dagen, så långt protokollen som finns här säger"),
    "state": N_("bara filer som det gått så för"),
    "status": N_("var ärendet står"),
    "to": N_("den dagen eller tidigare, ÅÅÅÅ-MM-DD"),
    "today": N_("den dag som tider räknas från; annars den som `as_of` säger, eller i dag"),
    "type": N_("rymmer en handling av detta slag"),
    "updated_since": N_(
        "ärendet ändrat från och med denna tidpunkt, 2026-01-31T12:00:00Z; det som inte hör till något ärende är alltid med"
    ),
    "written": N_("om den lämnades skriftligt"),
}

# Where a parameter asks for something else than in the other lists.
OWN: dict[tuple[str, str], str] = {
    ("cases", "from"): N_("något hände den dagen eller senare, ÅÅÅÅ-MM-DD"),
    ("cases", "kind"): N_("vilket slags ärende, så långt dess handlingar, rubriker eller beslut säger"),
    ("cases", "to"): N_("något hände den dagen eller tidigare, ÅÅÅÅ-MM-DD"),
    ("cases", "has_reservation"): N_(
        "om någon reserverade sig i någon av ärendets paragrafer, i vilket organ det än var"
    ),
    ("documents", "from"): N_("handlingens egen dag, den dagen eller senare"),
    ("documents", "to"): N_("handlingens egen dag, den dagen eller tidigare"),
    ("documents", "party"): N_("någon från partiet har undertecknat"),
    ("items", "number"): N_("paragrafens nummer"),
    ("items", "outcome"): N_("vad paragrafen gör; av ett förslag, vad den föreslår (se `mode` i `decisions`)"),
    ("items", "has_outcome"): N_("om det är läst vad paragrafen gör"),
    ("findings", "code"): N_("vad som iakttogs"),
    ("motions", "from"): N_("motionens egen dag, den dagen eller senare"),
    ("motions", "to"): N_("motionens egen dag, den dagen eller tidigare"),
    ("motions", "party"): N_("någon från partiet har undertecknat motionen"),
    ("motions", "has_reservation"): N_(
        "om någon reserverade sig i någon av ärendets paragrafer, i vilket organ det än var"
    ),
    **dict.fromkeys(
        ((name, "updated_since") for name in ("people", "parties", "bodies", "municipalities")),
        N_(
            "står i ett ärende som ändrats från och med denna tidpunkt, 2026-01-31T12:00:00Z; "
            "det som inte hör till något ärende är alltid med"
        ),
    ),
    **dict.fromkeys(
        ((name, "updated_since") for name in ("cases", "changes")),
        N_("ändrad från och med denna tidpunkt, 2026-01-31T12:00:00Z"),
    ),
    ("corrections", "kind"): N_("vad som gjordes med uppgiften"),
    ("presences", "item"): N_("närvarande vid paragrafen med detta id"),
    ("presences", "party"): N_("trycks med partiet"),
    ("people", "party"): N_("trycks med partiet någon gång"),
    ("reservations", "party"): N_("partiet, eller någon från det, reserverade sig"),
    ("statements", "party"): N_("partiet, eller någon från det, står bakom yttrandet"),
    ("votes", "party"): N_("en tryckt röst är partiets"),
    ("votes", "person"): N_("en tryckt röst är personens: id, eller namn så som det trycks"),
    ("yrkanden", "party"): N_("partiet, eller någon från det, yrkade"),
}

STATUSES: dict[str, str] = {
    "awaiting": N_("väntar på nästa organ, som står i `next`"),
    "decided": N_("avgjort, med utfallet i `outcome`"),
    "open": N_("vart det går härnäst framgår inte"),
}


def resource_words(name: str) -> str:
    """What a resource is, in the language in force."""
    return gettext(RESOURCES[name])


def parameter_words(resource: str, name: str) -> str:
    """What a parameter asks of a list, in the language in force."""
    return gettext(OWN.get((resource, name)) or PARAMETERS[name])


def code_meanings() -> dict[str, dict[str, str]]:
    """What each code stands for, under the key that holds it, in the language in force."""
    tables: dict[str, Mapping[Any, str]] = {"status": STATUSES, "mode": MODES, "outcome": OUTCOMES, "stance": STANCES}
    tables |= {"statement.kind": STATEMENTS, "document.kind": KINDS}
    return {name: {str(code): gettext(word) for code, word in words.items()} for name, words in tables.items()}
