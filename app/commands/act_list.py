"""What can be done under `diarium act`: each act with what it is for and a line to type."""

from __future__ import annotations

from typing import Any

from app.commands.loading import LateGroup, Listed, ListedGroup
from app.language.i18n import N_

_BEFORE = ("--reason", "--as", "--role")


class Acts(LateGroup):
    """The acts; what belongs to every act may also be typed before its name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`--reason TEXT link A B` as `link --reason TEXT A B`."""
        at = 0
        while at < len(args) and args[at].partition("=")[0] in _BEFORE:
            at += 1 if "=" in args[at] else 2
        return super().parse_args(ctx, [*args[at : at + 1], *args[:at], *args[at + 1 :]])


ACT = ListedGroup(
    N_(
        "Rätta, koppla, datera, släpp eller dra tillbaka det som lästs. Varje åtgärd kan ångras med en annan."
        " ID och HANDLING står i: diarium show DNR --ids"
    ),
    {
        "link": Listed(
            "act:link",
            N_("Säg att två ärendenummer är samma ärende."),
            N_('diarium act link KS-2025-00042 MN-2025-00118 --reason "nämndens svar på remissen"'),
        ),
        "unlink": Listed(
            "act:unlink",
            N_("Säg att två ärendenummer inte är samma ärende, vad som än talar för det."),
            N_('diarium act unlink KS-2025-00042 MN-2025-00118 --reason "två olika cykelställ"'),
        ),
        "choose": Listed(
            "act:choose",
            N_("Välj vilken fils text som gäller, där två filer med samma paragraf eller handling skiljer sig."),
            N_('diarium act choose ID SHA256 --reason "den justerade versionen"'),
        ),
        "corrected": Listed(
            "act:corrected",
            N_(
                "Säg att en inläst fil är det rättade protokollet: dess text gäller för alla paragrafer i sammanträdet."
            ),
            N_('diarium act corrected protokoll-rattat.pdf --reason "rättat enligt beslut"'),
        ),
        "correct": Listed(
            "act:correct",
            N_(
                "Rätta en uppgift i en paragraf, en handling eller något som hör till dem. Ett tomt värde tömmer"
                " uppgiften, en lista skrivs med semikolon: parties=S; V"
            ),
            N_('diarium act correct ID title="Svar på motion" --reason "ett ord föll bort"'),
            details="correct_details",
        ),
        "add": Listed(
            "act:add",
            N_(
                "Lägg till en uppgift som inte blev läst, till en paragraf, en handling, ett beslut eller en votering."
                " Den sägs vara tillagd, av vem och varför."
            ),
            N_(
                'diarium act add ID yrkande stance=avslag movers="Mira Tallbo (C)" text="Mira Tallbo (C) yrkar avslag."'
                ' --reason "står på sidan 4"'
            ),
            details="add_details",
        ),
        "remove": Listed(
            "act:remove",
            N_(
                "Ta bort en uppgift som inte är någon, med det som hänger på den. Det sägs vad som togs bort och varför."
            ),
            N_('diarium act remove ID --reason "raden hör till en bilaga"'),
        ),
        "date": Listed(
            "act:date",
            N_(
                "Skriv in en dag som inget utdrag bär: justerat (verified), anslaget uppsatt (notice_posted) eller"
                " nedtaget (notice_until). Ett tomt värde tar bort dagen."
            ),
            N_('diarium act date HANDLING verified=2025-06-19 --reason "enligt anslagstavlan"'),
        ),
        "release": Listed(
            "act:release",
            N_("Släpp en handlings sidor, så att allmänheten ser dem."),
            N_('diarium act release HANDLING --reason "maskad och granskad"'),
        ),
        "withdraw": Listed(
            "act:withdraw",
            N_("Dra tillbaka en handlings sidor, så att allmänheten inte ser dem."),
            N_('diarium act withdraw HANDLING --reason "ett personnummer syns"'),
        ),
        "mask": Listed(
            "hiding:mask",
            N_(
                "Maskera ord eller rutor i en fil. Allmänheten får en ny fil av bilder, och inget av det maskade. Kan det"
                " ändå läsas dras filen tillbaka."
            ),
            N_('diarium act mask bidrag.pdf --words "121212-1212" --law "OSL 21 kap. 1 §" --reason "personnummer"'),
        ),
        "purge": Listed(
            "hiding:purge",
            N_(
                "Utplåna en fil: den och allt som lästs ur den tas bort för alltid. Kvar blir vem, när, varför, lagrum och"
                " filens kontrollsumma."
            ),
            N_('diarium act purge bidrag.pdf --law "OSL 21 kap. 1 §" --reason "inkom av misstag"'),
        ),
        "default": Listed(
            "act:default",
            N_("Säg om ett organs handlingar är publika (public) eller hålls inne (held) när de läses in."),
            N_('diarium act default Alnsjö/Socialnämnden=held --reason "granskas först"'),
        ),
        "motion": Listed(
            "act:motion",
            N_("Lägg in en motion för hand. Den sägs vara inlagd så, och har ingen sida."),
            N_(
                'diarium act motion Alnsjö --title "Motion om lövträd" --date 2024-11-04 --mover "Mira Tallbo (C)"'
                ' --reason "finns bara på papper"'
            ),
        ),
        "decision": Listed(
            "act:decision",
            N_("Lägg in ett beslut för hand. Det sägs vara inlagt så, och har ingen sida."),
            N_(
                "diarium act decision Alnsjö/Kommunfullmäktige --date 2025-06-17 --item 88"
                ' --title "Svar på motion" --number KS-2024-00900 --outcome avslag --reason "finns bara på papper"'
            ),
        ),
        "merge": Listed(
            "act:merge",
            N_("Säg att två personer i registret är en och samma. Den förstas id leder sedan till den andra."),
            N_('diarium act merge "Mira Tallbo" "Mira Rask" --reason "bytte namn 2016"'),
        ),
        "apart-people": Listed(
            "act:apart_people",
            N_("Säg att två personer inte är en, hur lika namnen än är."),
            N_('diarium act apart-people "Mira Tallbo" "Mira Tallbom" --reason "två ledamöter"'),
        ),
        "dispatch": Listed(
            "act:dispatch",
            N_("Pricka av att en paragraf är skickad till en mottagare."),
            N_('diarium act dispatch gfz4kxq2m7tn3w5a "Kulturnämnden" --date 2025-06-19 --reason "med e-post"'),
        ),
        "split": Listed(
            "act:split",
            N_("Säg att den som bär ett namn med ett visst parti är någon annan än de övriga med det namnet."),
            N_('diarium act split "Mira Tallbo" S --reason "två med samma namn"'),
        ),
        "rename": Listed(
            "act:rename",
            N_("Säg att ett organ lever vidare under ett nytt namn."),
            N_('diarium act rename Alnsjö/Skolnämnden Barnnämnden --reason "ny organisation 2025"'),
        ),
        "divide": Listed(
            "act:divide",
            N_("Säg att ett organ lever vidare som flera."),
            N_('diarium act divide Alnsjö/Kulturnämnden Fritidsnämnden Biblioteksnämnden --reason "ny organisation"'),
        ),
        "apart": Listed(
            "act:apart",
            N_("Säg att två organ inte är ett, hur lika namnen än är."),
            N_('diarium act apart Alnsjö/BUN "Barn- och utbildningsnämnden" --reason "BUN är byggnadsnämnden"'),
        ),
        "undo": Listed(
            "act:undo",
            N_("Ångra en åtgärd. Numret står i: diarium history DNR"),
            N_('diarium act undo 12 --reason "fel ärende"'),
        ),
    },
    kind=Acts,
)
