"""The reader's codes as sentences: why a file was refused, and what the reading was unsure of.

The journal keeps codes with parameters, never sentences; this table is the only place where they become words. A
parameter is printed as it is, so whoever shows a sentence escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.language.i18n import N_, gettext

Param = str | int | None

PLACES: dict[str, str] = {
    "field": N_("ett ifyllt fält"),
    "stamp": N_("en stämpel eller inskriven not"),
    "note": N_("en anteckning"),
    "attached": N_("en bifogad fil"),
    "revision": N_("en tidigare version av sig själv"),
    "about": N_("uppgifterna om filen"),
}

REFUSALS: dict[str, str] = {
    "empty": N_("Filen är tom. Hämta den på nytt och försök igen."),
    "not_pdf": N_("Filen är ingen PDF. Spara handlingen som PDF och försök igen."),
    "too_large": N_("Filen är för stor: högst {limit} läses. Dela den i mindre filer och försök igen."),
    "encrypted": N_("Filen är låst med lösenord. Spara en kopia utan lösenord och försök igen."),
    "damaged": N_("Filen är skadad eller avkortad. Hämta den på nytt från den som gav ut den."),
    "no_pages": N_("Filen har inga sidor. Hämta den på nytt från den som gav ut den."),
    "too_many_pages": N_("Filen har för många sidor för att läsas. Dela den i mindre filer och försök igen."),
    "no_text": N_(
        "Filen har ingen text, och ingen syns på sidorna. Be om handlingen som textbaserad PDF och försök igen."
    ),
    "ocr_needed": N_(
        "Filen består av bilder utan text, och det finns ingen OCR som kan läsa dem. "
        "Installera tesseract-ocr och tesseract-ocr-swe och försök igen."
    ),
    "garbled_text": N_(
        "Filens text går inte att tyda, fast sidorna kan se rätt ut. OCR kan läsa dem: installera tesseract-ocr och "
        "tesseract-ocr-swe och försök igen, eller be om handlingen som PDF från ett annat program."
    ),
    "too_slow": N_("Filen tog för lång tid att läsa och lades åt sidan. Spara om den som PDF och försök igen."),
    "too_much_memory": N_("Filen krävde för mycket minne och lades åt sidan. Spara om den som PDF och försök igen."),
}

DOUBTS: dict[str, str] = {
    "pages_without_text": N_("Sidorna {pages} är bilder utan text och är inte lästa."),
    "pages_damaged": N_("Sidorna {pages} är skadade och går inte att öppna. De är inte lästa."),
    "garbled_pages": N_("Texten på sidorna {pages} går inte att tyda och är inte läst."),
    "pages_read_by_ocr": N_("Sidorna {pages} är bilder och är lästa med OCR. Läs uppgifterna mot bilden."),
    "garbled_pages_read_by_ocr": N_(
        "Texten på sidorna {pages} gick inte att tyda och är läst med OCR i stället. Läs uppgifterna mot bilden."
    ),
    "number_read_by_ocr": N_("På sidan {page} är ”{seen}” läst som en paragraf. Tecknet § syntes inte för OCR."),
    "pages_missing": N_("Sidor tycks saknas: det står {printed}, men filen har {found}."),
    "page_too_long": N_("Sidan {page} har orimligt mycket text. Det som går utöver {limit} tecken är inte läst."),
    "text_outside_page": N_("På sidan {page} ligger {words} ord utanför det som syns. De är inte lästa."),
    "text_hidden": N_(
        "På sidan {page} är {words} ord dolda: osynliga, eller under en ruta eller bild. De är inte lästa som uppgifter."
    ),
    "fields_not_read": N_("Sidan {page} har ifyllda fält ({count}) som inte är lästa. Läs dem i filen."),
    "stamps_not_read": N_("På sidan {page} ligger stämplar eller inskrivna noter ({count}) som inte är lästa."),
    "notes_not_read": N_(
        "På sidan {page} finns anteckningar ({count}) som visas först när man klickar. De är inte lästa."
    ),
    "identity_number": N_("På sidan {page} står ett personnummer eller samordningsnummer."),
    "identity_number_beside": N_("På sidan {page} står ett personnummer eller samordningsnummer i {place}."),
    "identity_number_within": N_(
        "Filen bär ett personnummer eller samordningsnummer i {place}, som inte syns på sidorna."
    ),
    "earlier_revision": N_(
        "I filen ligger tidigare versioner av den kvar ({count}), med text som inte syns på sidorna."
    ),
    "attached_not_searched": N_(
        "Allt i de bifogade filerna är inte genomsökt efter personnummer: de är för stora, eller går inte att öppna."
    ),
    "files_attached": N_("I filen ligger bifogade filer ({count}) som inte är lästa: {names}."),
    "document_kind_unknown": N_("Det framgår inte vad för slags handling sidorna {pages} är."),
    "document_body_unknown": N_("Det framgår inte vilket organ handlingen på sidorna {pages} kommer från."),
    "document_date_unknown": N_("Handlingen på sidorna {pages} har inget datum som går att läsa."),
    "document_date_impossible": N_("Datumet ”{printed}” finns inte i kalendern. Handlingens datum är inte läst."),
    "document_date_ahead": N_("Handlingens datum {date} ligger långt fram i tiden. Kontrollera det mot handlingen."),
    "document_days": N_("Sammanträdet har pågått i flera dagar (”{printed}”). Det är läst som den första, {date}."),
    "document_not_minutes": N_(
        "Sidorna {pages} är inget protokoll (”{printed}”). Inga beslut, förslag eller yrkanden är lästa ur dem."
    ),
    "document_may_start": N_(
        "På sidan {page} kan en ny handling börja mitt på sidan: ”{text}”. Den är läst som en del av den förra."
    ),
    "municipality_unclear": N_(
        "Handlingen på sidorna {pages} nämner flera kommuner ({names}). Vilken den kommer från är inte läst."
    ),
    "municipality_inferred": N_(
        "{name} står bara i löpande text. Att handlingen kommer därifrån är slutlett av ärendenummer och kontor."
    ),
    "case_number_odd": N_("”{printed}” liknar ett ärendenummer men är skrivet med andra tecken. Det är inte läst."),
    "title_mended": N_("Rubriken är tryckt ”{printed}” och har rättats till ”{title}”."),
    "template_leftover": N_("”{text}” är en rest av en mall och hör inte till ärendet."),
    "heading_doubled": N_("Rubriken ”{heading}” står två gånger efter varandra."),
    "items_missing": N_("Protokollet säger sig omfatta § {printed}, men § {numbers} finns inte i filen."),
    "items_may_be_within": N_(
        "§ {numbers} kan stå i § {number}: rubriken är inte läst. Läs slutet av § {number} i handlingen."
    ),
    "items_by_series": N_(
        "Rubriken till § {numbers} är funnen för att numren följer på varandra, inte på sin form. Jämför med handlingen."
    ),
    "item_outside_range": N_("§ {number} ligger utanför det som protokollet säger sig omfatta, § {printed}."),
    "item_not_read": N_("”{text}” kan vara rubriken till en paragraf som inte är läst. Läs den i handlingen."),
    "outside_items": N_(
        "”{word}” tyder på ett yrkande, ett beslut, en omröstning eller en reservation i en paragraf som inte är läst. Läs meningen i handlingen."
    ),
    "decision_not_read": N_("I § {number} finns inget beslut som går att läsa."),
    "who_unclear": N_(
        "Det går inte att säkert säga vem som vill vad i en mening. Ingen uppgift är läst ur den: läs den i handlingen."
    ),
    "sentence_not_read": N_("En mening är inte förstådd och ger ingen uppgift. Läs den i handlingen."),
    "vote_not_read": N_("Omröstningen i § {number} är inte förstådd. Läs den i handlingen."),
    "vote_count_differs": N_(
        "I § {number} står {stated} röster men namnen är {found} ({choice}). Räkna efter i handlingen."
    ),
    "vote_without_count": N_(
        "För omröstningen i § {number} är antalet röster inte läst för båda sidor. Räkna i handlingen."
    ),
    "vote_without_meaning": N_("Vad ja och nej betydde i omröstningen i § {number} är inte läst."),
    "votes_outnumber": N_("I § {number} har {votes} röstat, men protokollet räknar bara upp {present} närvarande."),
    "vote_list_unplaced": N_(
        "Röstlistan under ”{heading}” hör till ingen omröstning som är läst. Se i handlingen vilken den gäller."
    ),
    "vote_list_missing": N_(
        "I § {number} sägs vem som röstade hur stå i bilaga {appendix}, som inte går att läsa här."
    ),
    "winner_not_put": N_("”{winner}” har vunnit utan att stå bland de förslag som ställdes mot varandra."),
    "verification_year": N_(
        "Justeringsdagen står utan år (”{printed}”). Den är läst som {date}, efter sammanträdets år."
    ),
    "chair_unclear": N_(
        "Flera har undertecknat som ordförande ({names}). Den första är läst som sammanträdets ordförande."
    ),
    "meeting_not_read": N_("”{text}” verkar säga var och när sammanträdet hölls, men det lästes inte."),
    "attendance_all_but": N_("Vilka ledamöter som var där står inte, bara vilka som inte var det: ”{text}”."),
    "verification_not_read": N_("”{text}” verkar säga när protokollet justerades, men dagen lästes inte."),
    "notice_not_read": N_("”{text}” verkar säga när protokollet anslogs, men dagen lästes inte."),
    "verifiers_unclear": N_("Protokollet är signerat av {names}. Vem av dem som har justerat det står inte."),
    "attendance_elsewhere": N_("Vilka som var där står på ett annat ställe: ”{text}”."),
    "attendance_line_not_read": N_("En rad i närvaron är inte förstådd: ”{text}”. Läs den i handlingen."),
    "party_not_read": N_("För {count} av de närvarande är inget parti läst: {names}."),
    "name_order": N_(
        "Namnen i närvaron står nog med efternamnet först: ”{printed}” är läst som ”{name}”. Jämför med handlingen."
    ),
    "substitute_beside": N_(
        "En ersättare står på samma rad som en ledamot: ”{text}”. Om ledamoten var frånvarande, och vem ersättaren tjänstgjorde för, står inte. Läs det i handlingen."
    ),
    "author_inferred": N_("Partiet {party} är slutlett av orden ”{words}”. Vem som har skrivit står inte."),
    "items_not_read": N_("I protokollet är ingen paragraf läst."),
    "few_items": N_("På {pages} sidor är bara {found} paragrafer lästa. Se efter om fler står i deras text."),
    "attendance_not_read": N_("Vilka som var närvarande är inte läst. Läs det i handlingen."),
    "people_on_cover_not_read": N_(
        "{count} namn före första paragrafen är inte lästa som närvarande eller justerare: {names}."
    ),
    "verifiers_not_read": N_("Vem som justerar protokollet är inte läst."),
    "signers_not_read": N_("Vem som har skrivit under är inte läst."),
    "proposals_not_read": N_("Vad handlingen föreslår är inte läst."),
    "title_odd": N_("Rubriken i § {number} kan vara fel avläst: ”{title}”."),
    "mover_unknown": N_("Vem som yrkar detta i § {number} är inte läst."),
    "reserver_unknown": N_("Vem som reserverar sig i § {number} är inte läst."),
    "winner_unknown": N_("Vad ordföranden fann i § {number} är inte läst."),
    "outcome_unclear": N_("Vad beslutet i § {number} innebär är inte läst."),
    "clause_odd": N_("”{text}” är läst som en beslutspunkt i § {number}. Läs beslutet i handlingen."),
    "receivers_run_together": N_("”{text}” i § {number} kan vara flera mottagare."),
    "yrkande_may_be_missed": N_(
        "I § {number} tyder ”{word}” på ett yrkande som inte är läst. Läs meningen i handlingen."
    ),
    "reservation_may_be_missed": N_(
        "I § {number} tyder ”{word}” på en reservation som inte är läst. Läs meningen i handlingen."
    ),
    "vote_may_be_missed": N_(
        "I § {number} tyder ”{word}” på en omröstning som inte är läst. Läs meningen i handlingen."
    ),
    "abstention_may_be_missed": N_(
        "I § {number} tyder ”{word}” på att någon inte deltar som inte är läst. Läs meningen i handlingen."
    ),
    "statement_may_be_missed": N_(
        "I § {number} tyder ”{word}” på ett yttrande som inte är läst. Läs meningen i handlingen."
    ),
    "proposition_may_be_missed": N_(
        "I § {number} tyder ”{word}” på vad ordföranden finner som inte är läst. Läs meningen i handlingen."
    ),
    "decision_may_be_missed": N_(
        "I § {number} tyder ”{word}” på ett beslut som inte är läst. Läs meningen i handlingen."
    ),
    "earlier_may_be_missed": N_(
        "I § {number} tyder ”{word}” på en tidigare behandling som inte är läst. Läs meningen i handlingen."
    ),
    "person_may_be_missed": N_(
        "I § {number} nämns {word} utan att det är läst vad personen gör där. Läs meningen i handlingen."
    ),
    "author_unknown": N_("Det står inte vem som har skrivit detta."),
}

OF_ONE_PAGE: dict[str, str] = {
    "pages_without_text": N_("Sidan {pages} är en bild utan text och är inte läst."),
    "pages_damaged": N_("Sidan {pages} är skadad och går inte att öppna. Den är inte läst."),
    "garbled_pages": N_("Texten på sidan {pages} går inte att tyda och är inte läst."),
    "pages_read_by_ocr": N_("Sidan {pages} är en bild och är läst med OCR. Läs uppgifterna mot bilden."),
    "garbled_pages_read_by_ocr": N_(
        "Texten på sidan {pages} gick inte att tyda och är läst med OCR i stället. Läs uppgifterna mot bilden."
    ),
    "document_kind_unknown": N_("Det framgår inte vad för slags handling sidan {pages} är."),
    "document_body_unknown": N_("Det framgår inte vilket organ handlingen på sidan {pages} kommer från."),
    "document_date_unknown": N_("Handlingen på sidan {pages} har inget datum som går att läsa."),
    "document_not_minutes": N_(
        "Sidan {pages} är inget protokoll (”{printed}”). Inga beslut, förslag eller yrkanden är lästa ur den."
    ),
    "municipality_unclear": N_(
        "Handlingen på sidan {pages} nämner flera kommuner ({names}). Vilken den kommer från är inte läst."
    ),
}


def refusal_sentence(code: str, params: Mapping[str, Param]) -> str:
    """Why a file was refused and what to do about it, in the language in force."""
    limit = params.get("limit")
    known = (
        {**params, "limit": f"{limit // 1_000_000} MB"} if code == "too_large" and isinstance(limit, int) else params
    )
    return _spoken(REFUSALS.get(code, N_("Filen går inte att läsa.")), known)


def doubt_sentence(code: str, params: Mapping[str, Param]) -> str:
    """What the reading was unsure of, in the language in force."""
    of_one = str(params.get("pages")).isdecimal() and OF_ONE_PAGE.get(code)
    return _spoken(of_one or DOUBTS.get(code, N_("Läsningen är osäker här.")), params)


def _spoken(sentence: str, params: Mapping[str, Param]) -> str:
    place = params.get("place")
    in_words = {"place": gettext(PLACES[place])} if isinstance(place, str) and place in PLACES else {}
    return gettext(sentence).format_map(_Known({**params, **in_words}))


class _Known(dict[str, Param]):
    """Parameters where one that an older reading lacks is a dash, never an error."""

    def __missing__(self, name: str) -> str:
        return "–"
