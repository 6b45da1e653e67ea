"""Sentences that decide where they are all that a § says."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# A sentence in the passive that decides where it is all that a § says: "Föredragningslistan godkänns."
PASSIVE_ALONE = Pattern(
    r"^(?!Om |När |Enligt |Som |Det |Vid |Detta |Inga |Ingen |Inget )[A-ZÅÄÖ\d][^.:;?!]{2,160}? (?:godkänns|fastställs|fastställes|godkännes|antas|antages|avslås|bifalls|bifalles|beviljas|utses|väljs|bordläggs|återremitteras|noteras|antecknas|upphävs|(?:läggs|lägges|läggas) till handlingarna)(?: (?:med|enligt|till|som|att|för|på|utan|och)(?!\w)[^.:;?!]{2,160})?\.?$"
    r"|^Till (?:[a-zåäö-]{3,40} ){1,6}(?:utses|väljs|utsågs|valdes) (?-i:[A-ZÅÄÖ])[^.:;?!]{3,160}\.?$",
    catches=(
        "Föredragningslistan godkänns.",
        "Till justerare utses Berit Lans (C) och Mats Örn (S).",
        "Bo Ås utses att justera protokollet",
        "Redovisningen läggs till handlingarna.",
        "Dagordningen fastställs med två ändringar.",
    ),
    leaves=(
        "Taxan fastställs av fullmäktige.",
        "Rapporten godkänns. Den skickas vidare.",
        "Bygglov beviljas senast i maj.",
        "Om planen antas gäller den.",
        "Nästa möte hålls den 12 mars.",
    ),
)

# The body itself, by a short name, doing something: "Stämman valde Lars Fri och Eva Mon."
BODY_ALONE = Pattern(
    r"^(?!.{0,200}(?:(?:19|20)\d\d-\d|den \d{1,2} [a-z]))(?P<organ>Förbundsstämman|Stämman|Rådet|Beredningen|Direktionen|Mötet|Styrelsen|Nämnden|Utskottet|Fullmäktige) (?:(?:beslutar|beslutade|beslöt) (?:enhälligt )?att|väljer|valde|utser|utsåg|beviljar|beviljade|godkänner|godkände|fastställer|fastställde|antar|antog|avslår|avslog|bifaller|biföll|bordlägger|bordlade) [^.:;?!]{3,200}\.?$",
    catches=(
        "Stämman valde Lars Fri och Eva Mon.",
        "Rådet beslutar att begära en lägesrapport.",
        "Beredningen väljer Kurt Hök att justera protokollet.",
    ),
    leaves=(
        "Stämman beslutade den 3 maj att anta planen.",
        "Nämnden beslutar om taxan varje år.",
        "Kommunstyrelsen antog planen.",
        "Rådet anser att en ramp behövs.",
    ),
)
