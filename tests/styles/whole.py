"""Whole styles, each put together after the forms that minutes of a kind of town take together.

`_FAMILIES` are the forms that hang together (a word processor's template, a case system's, a typist's); each whole style
is a family with the ways of one town laid over it.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.styles.style import Style

Choices = Mapping[str, str]

# A classic template: labels beside their values, a decision last, § and title on one line.
CLASSIC: Choices = {
    "order": "decision last",
    "summary heading": "Ärendebeskrivning",
    "signatures": "role, name",
    "cover layout": "beside",
    "decision heading": "Kommunstyrelsens beslut",
    "proposal heading": "Kommunstyrelsens förslag till kommunfullmäktige",
    "points": "beslutar / att avslå",
    "receivers heading": "Beslutet skickas till",
}
# A case system's: the case number beside the §, the title beneath, the decision first, sentences without "att".
CITY: Choices = {
    "§ head": "number, case close; title",
    "case label": "Ärendenummer",
    "order": "Göteborg",
    "decision heading": "Beslut",
    "points": "1. avslås",
    "earlier heading": "Tidigare behandling",
    "earlier": "Bordlagt den",
    "basis heading": "Handlingar",
    "proposition heading": "Propositionsordning",
    "vote heading": "Omröstning",
    "vote meaning": "Godkänd voteringsproposition",
    "ballots": "A, B röstar Ja (2)",
    "vote result": "Omröstningen utfaller",
    "receivers heading": "Protokollsutdrag skickas till",
    "header": "body, kind; municipality, date",
    "footer": "page",
    "typeface": "Vera",
    "cover layout": "beneath",
    "notice": "none",
}
# A university town's: number, title and case on lines of their own, points with "att", the decision first.
STACKED: Choices = {
    "§ head": "number; title; case",
    "case label": "none",
    "title size": "larger",
    "order": "decision first",
    "points": "beslutar / 1. att avslå",
    "proposition": "ställer yrkande mot yrkande",
    "cover layout": "two columns",
    "header": "label over value",
}
# A typist's: small parties, sentences in the past, everything in one face.
OLD: Choices = {
    "party": "small",
    "typeface": "Times",
    "size": "12",
    "order": "decision last",
    "points": "beslutar att avslå",
    "heading dress": "capitals",
    "decision heading": "KOMMUNSTYRELSENS BESLUT",
    "reservation": "Mot beslutet reserverar sig",
    "deltar ej": "deltog inte",
    "header": "three lines",
    "footer": "Justerandes sign",
    "dates": "long",
}
# A board's: its code before the §, points as dashes, votes one by one.
BOARD: Choices = {
    "organ": "nämnd",
    "§ mark": "KS § 31",
    "§ head": "number, case beside; title",
    "case number": "KS 2025/41",
    "points": "beslutar / - att avslå",
    "ballots": "A - Ja",
    "vote meaning": "Ja-röst för",
    "yrkanden heading": "Förslag och yrkanden",
    "order": "decision, dissent, matter",
    "cover layout": "commas beneath",
}

_STYLES: Mapping[str, tuple[Choices, Choices]] = {
    "plain": ({}, {}),
    "classic": (CLASSIC, {}),
    "classic, Dnr in a third column": (CLASSIC, {"§ head": "number, title, case", "case number": "KS 2025/41"}),
    "classic, proposals headed Förslag till": (CLASSIC, {"proposal heading": "Förslag till kommunfullmäktige", "points": "beslutar att avslå"}),
    "classic, dashes": (CLASSIC, {"points": "beslutar / - att avslå", "basis": "dashes", "receivers": "dashes"}),
    "classic, colons": (CLASSIC, {"label ends": "colon", "heading ends": "colon", "decision heading": "Beslut:"}),
    "classic, table of crosses": (CLASSIC, {"ballots": "table of crosses", "vote result": "beslutar, med 7 ja-röster mot 3,"}),
    "classic, roll-call": (CLASSIC, {"ballots": "Vid upprop", "vote result": "number words", "vote meaning": "Den som vill"}),
    "classic, lists by line": (CLASSIC, {"ballots": "A: Ja", "vote heading": "Votering", "vote meaning": "Ja-röst innebär"}),
    "classic, serving under a label": (CLASSIC, {"serves for": "own label, tjänstgör för", "substitutes label": "Ej tjänstgörande ersättare"}),
    "classic, a page each": (CLASSIC, {"§ break": "page", "case number": "KS/2025:41"}),
    "classic, council": (CLASSIC, {"organ": "fullmäktige", "proposal heading": "as a decision", "ballots": "none"}),
    "classic, committee": (CLASSIC, {"organ": "utskott", "proposal heading": "Kommunstyrelsens förslag till beslut i kommunfullmäktige"}),
    "city": (CITY, {}),
    "city, the years before": (CITY, {"case number": "0041/25", "case label": "none", "§ mark": "§ 31"}),
    "city, council": (CITY, {"organ": "fullmäktige", "ballots": "none"}),
    "city, unnumbered": (CITY, {"points": "avslås", "receivers": "commas"}),
    "city, board": (CITY, {"organ": "nämnd", "§ head": "title; number, case", "case number": "0041/25"}),
    "city, nej first": (CITY, {"vote meaning": "Nej first", "vote result": "7 ja-röster och 3 nej-röster"}),
    "stacked": (STACKED, {}),
    "stacked, bullets": (STACKED, {"basis": "bullets", "receivers": "bullets", "points": "beslutar: / • att avslå"}),
    "stacked, region": (STACKED, {"organ": "region", "case number": "KS2025/41"}),
    "stacked, one by one": (STACKED, {"ballots": "A – Ja", "vote meaning": "Ja = Nej =", "vote heading": "Omröstningsresultat"}),
    "stacked, narrow": (STACKED, {"size": "9.5", "leading": "1.15", "heading gap": "close"}),
    "stacked, co-movers after": (STACKED, {"co-movers": "med instämmande av", "yrkande": "yrkar att motionen bifalls"}),
    "old": (OLD, {}),
    "old, DNR beside": (OLD, {"§ head": "number, case beside; title", "case number": "KS/2025.41", "case label": "Dnr:"}),
    "old, capitals apart": (OLD, {"party": "capitals", "section end": "rule"}),
    "old, parties of their own column": (OLD, {"names on the cover": "Anna Ek S", "party": "capitals"}),
    "old, number words": (OLD, {"vote result": "number words", "ballots": "Ja-röster: A, B", "vote meaning": "Ja – Nej –"}),
    "old, plain headings": (OLD, {"heading dress": "plain", "heading ends": "colon", "decision heading": "Beslut:"}),
    "board": (BOARD, {}),
    "board, two words": (BOARD, {"organ": "teknisk", "proposition": "ställer proposition på bifall och på avslag"}),
    "board, §/year": (BOARD, {"§ mark": "§ 31/25", "case number": "2025-000041"}),
    "board, commas": (BOARD, {"receivers": "commas", "cover layout": "commas", "receivers heading": "Expedieras till"}),
    "board, written dissent": (BOARD, {"reservation": "reserverar sig skriftligt", "särskilt yttrande": "anmäler", "deltar ej": "meddelar"}),
    "board, jäv first": (BOARD, {"order": "yrkanden first", "jäv": "anmäler jäv", "jäv heading": "Anmälan om jäv"}),
    "board, proposals moved": (BOARD, {"yrkande": "föreslår att nämnden bifaller", "yrkanden heading": "Förslag till beslut på sammanträdet"}),
    "board, two in a sentence": (BOARD, {"yrkanden in one sentence": "medan", "proposition": "prövar yrkandena"}),
    "board, brackets": (BOARD, {"§ head": "number, title (case)", "case number": "KS/2025:41", "points": "1. avslår"}),
    "region": (CLASSIC, {"organ": "region", "typeface": "Vera", "header": "one line", "case number": "2025-KS0041"}),
    "bare": ({}, {"points": "avslår", "§ dress": "plain", "footer": "none", "notice": "none", "signatures": "none"}),
    "small hall": (CLASSIC, {"cover layout": "commas", "members label": "Närvarande ledamöter", "others label": "Tjänstemän", "chair mark": "Ordförande:"}),
}  # fmt: skip

WHOLE = tuple(Style(name, {**family, **own}) for name, (family, own) in _STYLES.items())
