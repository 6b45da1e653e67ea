"""What stands in a list of those present and is nobody who was there: who was away, a vacant seat, no name at all."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# What stands where a name may stand, and is none.
NOT_SOMEBODY = Pattern(
    r"^(?:Vakant|Vakans|Närv|Ej utsedd|Se |Enligt |Bilaga|Sida |Plats|Ajourn|.{0,30}(?:nämnd|styrelse|kontor|utskott|fullmäktige|förvaltning|kommun|huset|salen|hallen)(?:en|et)?\b)",
    catches=("Vakant (M)", "Se Bilaga", "Stora Salen"),
    leaves=("Anna Ek (M)", "Bo Ås"),
    ignore_case=True,
)
VACANT = Pattern(
    r"^(?:vakan[ts]|ej utsedd)(?!\w)", catches=("Vakant", "Vakans"), leaves=("Vakanta", "Anna Ek"), ignore_case=True
)
# What may stand in a list of those present and is nobody, so that nothing is missed: "Vakant (M)", "- (S)", "Parti", a rule.
NOBODY = Pattern(
    r"^(?:vakan[ts](?!\w)|[-–—] ?(?:\(|$)|(?-i:[A-ZÅÄÖ]{1,4}) [-–—]$|ingen|inga|namn|parti|roll|uppdrag|funktion|§§?$|\W{1,200}$|\d[\d ,–-]{0,60}$|ledamöter|ersättare|ordinarie|socialdemokraterna|moderaterna|kl\.? |klockan )",
    catches=("Vakant (M)", "- (s)", "Parti", ".......", "12"),
    leaves=("Anna Ek (M)", "Vakanta"),
    ignore_case=True,
)
# Who is in the list and was away: "Bo Ås (M), frånvarande", "(ej närvarande)"; of §§ alone it is not said.
AWAY = Pattern(
    r"^[\s,;(\[–-]{0,4}(?:(?-i:[A-ZÅÄÖ])[a-zåäö-]{1,30}[ ,]{0,2}[(,–-] ?)?(?:frånvarande|(?:ej|inte|icke) närvarande|(?:deltog|deltar|närvarade|närvarar|kom) (?:ej|inte|icke)|(?:har )?(?:anmält |meddelat )?(?:förhinder|frånvaro)|(?:är |var )?(?:förhindrad|sjuk|sjukanmäld|sjukskriven|(?:föräldra|tjänst)?ledig)|anmäld frånvaro|förfall|giltigt förfall)(?: att (?:delta|närvara))?[\s.)\]]{0,3}$",
    catches=(
        ", frånvarande",
        ", Lindås (frånvarande",
        " (ej närvarande)",
        " [frånvarande]",
        ", anmält förhinder",
        ", förhindrad",
        ", deltog ej",
        ", närvarade inte",
        " (Ledig)",
    ),
    leaves=(", frånvarande § 5", ", ej närvarande kl. 14", ", ordförande"),
    ignore_case=True,
)
