"""The words of minutes explained, as the law and practice use them; the law where it says what a word means."""

from __future__ import annotations

from typing import NamedTuple

from app.language.i18n import N_


class Word(NamedTuple):
    """A word, its anchor on the page, what it means, and where the law says so (empty where it does not)."""

    word: str
    anchor: str
    means: str
    law: str = ""


# In the order in which a matter meets them, under what they belong to.
GLOSSARY: tuple[tuple[str, tuple[Word, ...]], ...] = (
    (
        N_("Ärendet"),
        (
            Word(
                N_("Ärende"),
                "arende",
                N_(
                    "En fråga som kommunen handlägger, från att den väcks till att den är avgjord. Samma ärende kan ha ett nummer hos styrelsen och ett annat hos en nämnd."
                ),
            ),
            Word(
                N_("Diarienummer"),
                "diarienummer",
                N_(
                    "Numret som ett ärende får i ett organs register, till exempel KS-2025-00042. Det skrivs på många sätt; sökningen här förstår dem."
                ),
            ),
            Word(
                N_("Motion"),
                "motion",
                N_(
                    "Ett förslag som en ledamot väcker i fullmäktige. Om möjligt ska det avgöras inom ett år från det att det väcktes."
                ),
                "KL 5:35",
            ),
            Word(
                N_("Medborgarförslag"),
                "medborgarforslag",
                N_(
                    "Ett förslag från den som är folkbokförd i kommunen, där fullmäktige har sagt att sådana får lämnas."
                ),
            ),
            Word(
                N_("Interpellation"),
                "interpellation",
                N_(
                    "En fråga från en ledamot till ett organs ordförande, som besvaras på ett sammanträde med fullmäktige."
                ),
            ),
            Word(
                N_("Att-sats"),
                "att-sats",
                N_(
                    "En mening i ett förslag eller beslut som går att säga ja eller nej till för sig: ”att kommunen ska …”. Ett beslut kan ge varje att-sats sitt eget utfall."
                ),
            ),
            Word(
                N_("Tjänsteskrivelse"),
                "tjansteskrivelse",
                N_("En tjänstemans genomgång av ärendet med förslag till beslut."),
            ),
            Word(N_("Beslutsunderlag"), "beslutsunderlag", N_("De handlingar som ett beslut vilar på.")),
            Word(N_("Remiss"), "remiss", N_("Att ärendet skickas till någon som ska yttra sig.")),
        ),
    ),
    (
        N_("Organen"),
        (
            Word(
                N_("Fullmäktige"),
                "fullmaktige",
                N_("De folkvalda som beslutar för kommunen. Bara de kan bifalla eller avslå en motion."),
            ),
            Word(
                N_("Styrelse"),
                "styrelse",
                N_("Leder kommunens förvaltning och yttrar sig i de ärenden som fullmäktige ska avgöra."),
            ),
            Word(
                N_("Nämnd"),
                "namnd",
                N_("Ansvarar för ett område, till exempel skola eller miljö, och bereder ärenden inom det."),
            ),
            Word(
                N_("Utskott"),
                "utskott",
                N_(
                    "En mindre grupp i en styrelse eller nämnd, som förbereder dess ärenden. Arbetsutskott är det vanligaste."
                ),
            ),
            Word(N_("Ledamot"), "ledamot", N_("Den som är vald till ett organ och deltar i besluten.")),
            Word(
                N_("Tjänstgörande ersättare"),
                "tjanstgorande-ersattare",
                N_("En ersättare som tog en ledamots plats, på hela sammanträdet eller vid vissa paragrafer."),
            ),
        ),
    ),
    (
        N_("På sammanträdet"),
        (
            Word(
                N_("Yrkande"),
                "yrkande",
                N_(
                    "Det som någon vill att organet ska besluta: bifall, avslag, återremiss, ett tillägg eller något eget."
                ),
            ),
            Word(
                N_("Proposition"),
                "proposition",
                N_(
                    "Ordförandens fråga till de närvarande, om de bifaller ett yrkande. Ordningen mellan frågorna heter propositionsordning."
                ),
            ),
            Word(
                N_("Beslutsgång"),
                "beslutsgang",
                N_("Vad som ställdes mot vad, i vilken ordning, och vad ordföranden fann bifallet."),
            ),
            Word(
                N_("Votering"),
                "votering",
                N_(
                    "Omröstning, när någon begär den. Ja och nej betyder det som ordföranden sagt, så ja kan betyda avslag."
                ),
                "KL 5:55",
            ),
            Word(N_("Utslagsröst"), "utslagsrost", N_("Ordförandens röst när rösterna väger jämnt."), "KL 5:55–56"),
            Word(
                N_("Reservation"),
                "reservation",
                N_(
                    "Att den som deltagit i ett beslut anmäler att han eller hon är emot det, innan sammanträdet är slut."
                ),
                "KL 4:27",
            ),
            Word(
                N_("Särskilt yttrande"),
                "sarskilt-yttrande",
                N_("En skriven synpunkt som läggs till protokollet. Det är ingen reservation."),
            ),
            Word(
                N_("Protokollsanteckning"),
                "protokollsanteckning",
                N_("Något som antecknas i protokollet på begäran. Det är ingen reservation."),
            ),
            Word(
                N_("Deltar inte i beslutet"),
                "deltar-inte",
                N_("En ledamot kan låta bli att delta. Det är varken ja eller nej."),
                "KL 4:25",
            ),
            Word(N_("Jäv"), "jav", N_("När någon har ett eget intresse i ärendet och därför lämnar rummet.")),
        ),
    ),
    (
        N_("Utfallen"),
        (
            Word(N_("Bifall"), "bifall", N_("Ja till förslaget.")),
            Word(N_("Avslag"), "avslag", N_("Nej till förslaget.")),
            Word(
                N_("Besvarad"),
                "besvarad",
                N_(
                    "Ett tredje utfall, varken bifall eller avslag: motionen anses besvarad med det som sagts eller redan gjorts."
                ),
            ),
            Word(
                N_("Återremiss"),
                "aterremiss",
                N_(
                    "Ärendet skickas tillbaka för mer beredning. En tredjedel av de närvarande i fullmäktige räcker, en gång i varje ärende."
                ),
                "KL 5:50",
            ),
            Word(N_("Bordläggning"), "bordlaggning", N_("Ärendet skjuts upp till ett senare sammanträde.")),
            Word(N_("Avskrivning"), "avskrivning", N_("Ärendet avslutas utan att frågan prövas.")),
            Word(
                N_("Tillstyrka och avstyrka"),
                "tillstyrka",
                N_("Det en styrelse eller nämnd gör när den föreslår ja eller nej. Beslutet är fullmäktiges."),
            ),
        ),
    ),
    (
        N_("Efteråt"),
        (
            Word(
                N_("Paragraf"),
                "paragraf",
                N_("Ett numrerat stycke i protokollet, ett för varje ärende. Numren börjar om varje år i varje organ."),
            ),
            Word(N_("Protokollsutdrag"), "protokollsutdrag", N_("En paragraf ur protokollet, för sig.")),
            Word(
                N_("Justering"),
                "justering",
                N_("Att de utsedda intygar att protokollet stämmer, senast fjorton dagar efter sammanträdet."),
                "KL 5:69",
            ),
            Word(
                N_("Anslag"),
                "anslag",
                N_("Kungörelsen på kommunens anslagstavla att protokollet är justerat."),
                "KL 8:12",
            ),
            Word(
                N_("Laglighetsprövning"),
                "laglighetsprovning",
                N_(
                    "En kommunmedlems överklagande till förvaltningsrätten, inom tre veckor från anslaget. Rent förberedande beslut går inte att överklaga."
                ),
                "KL 13:5",
            ),
        ),
    ),
    (
        N_("På de här sidorna"),
        (
            Word(
                N_("Inget noterat"),
                "inget-noterat",
                N_("Handlingarna som finns här säger inget om det. Det betyder inte att det inte hände."),
            ),
            Word(
                N_("Väntat steg"),
                "vantat-steg",
                N_("Det som ärendets gång lovar härnäst men som ingen handling här visar än."),
            ),
            Word(
                N_("Iakttagelse"),
                "iakttagelse",
                N_(
                    "Något som en noggrann läsare skulle peka på, till exempel en dag som inte stämmer eller ett krav i lagen som inte syns uppfyllt."
                ),
            ),
            Word(N_("Källa"), "kalla", N_("Sidan i handlingen där orden står, med orden inramade.")),
        ),
    ),
)
