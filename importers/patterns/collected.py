"""Lines over what is said of one § elsewhere than in it: reservations that are collected behind the last §."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

_SAID = r"(?:[Ss]kriftlig(?:a)? |[Bb]lank(?:a)? )?(?P<said>[Rr]eservation(?:er)?|[Ss]ärskil(?:t|da) yttranden?|[Pp]rotokollsanteckning(?:ar)?|[Aa]nteckning(?:ar)?)"

# "Till § 33", "Avseende § 35 Läsårstider", "Reservation till § 33", "§ 33 – reservation"
OF_ITEM = Pattern(
    rf"^(?:{_SAID} (?:till |avseende |angående |gällande |beträffande |rörande |i |mot beslutet i |från )?(?:ärende )?|(?:Till|Avseende|Angående|Gällande|Beträffande|Rörande|Ang\.) (?:protokollets )?(?:ärende )?)§ ?(?P<number>\d{{1,4}}[A-Za-z]?)(?:[ ,:–-]{{1,3}}(?P<title>[A-ZÅÄÖ][^.]{{2,120}}))? ?:?$",
    catches=("Till § 33", "Avseende § 35 Läsårstider 2026", "Reservation till § 33:", "Protokollsanteckning § 7"),
    leaves=("Till § 33 hör en bilaga.", "Reservation", "§ 33", "Reservationen till § 33 bifogas"),
)
