"""Every command by name, with what it is for. What they do is in a file per subject beside this one."""

from __future__ import annotations

from collections.abc import Mapping

import typer

from app import __version__
from app.commands.act_list import ACT
from app.commands.export_list import EXPORT
from app.commands.loading import LateGroup, Listed, ListedGroup, group
from app.commands.terminal import write
from app.language.i18n import N_

COMMANDS: Mapping[str, Listed | ListedGroup] = {
    "demo": Listed("demo:demo", N_("Läs in det inbyggda exemplet i en egen mapp, visa ärendets gång och servera den.")),
    "import": Listed("imports:import_", N_("Läs in PDF-filer i registret. Samma fil två gånger ändrar ingenting.")),
    "reread": Listed(
        "reread:reread",
        N_("Läs om det som en äldre läsare har läst; utan --all visas bara vad som skulle ändras."),
    ),
    "show": Listed("show:show", N_("Visa ett ärendes gång: varje steg, vad som föreslogs och vad som återstår.")),
    "search": Listed(
        "search:search", N_("Sök med ord i allt som är inläst: ärenden, paragrafer, yrkanden, reservationer.")
    ),
    "motions": Listed("motions:show_motions", N_("Redovisa obesvarade motioner: hur länge de har legat, och var.")),
    "findings": Listed(
        "findings:show_findings", N_("Visa vad en noggrann läsare lägger märke till, i ett ärende eller i alla.")
    ),
    "statistics": Listed(
        "statistics:show_statistics",
        N_("Räkna: vad som finns här och saknas, hur motioner slutade, vilka som går samman."),
    ),
    "export": EXPORT,
    "serve": Listed("serve:serve", N_("Visa registret som sidor och API.")),
    "mcp": Listed("mcp:mcp", N_("Låt språkmodeller fråga det offentliga registret (MCP).")),
    "worker": Listed("worker:worker", N_("Läs in det som väntar i kön, tills du avslutar.")),
    "parse": Listed("parse:parse", N_("Läs en PDF och visa vad som står i den. Inget sparas.")),
    "explain": Listed("explain:explain", N_("Visa sida för sida vad varje rad i en PDF är läst som. Inget sparas.")),
    "act": ACT,
    "links": Listed("links:links", N_("Visa vilka ärendenummer som är samma ärende, och varför.")),
    "held": Listed("held:held", N_("Visa vilka handlingar som hålls inne för allmänheten, varför, och var i filen.")),
    "history": Listed(
        "history:show_history", N_("Visa vad som hänt med ett ärende i registret: när, av vem och varför.")
    ),
    "changes": Listed(
        "changes:show_changes", N_("Visa vad människor har rättat: från vad, till vad, av vem, när och varför.")
    ),
    "corrections": ListedGroup(
        N_("Vad människor har rättat."),
        {
            "export": Listed(
                "corrections:export", N_("Skriv ut rättelserna som exempel att mäta en läsare med (JSON Lines).")
            )
        },
    ),
    "reports": ListedGroup(
        N_("Felanmälningar från läsare."),
        {
            "list": Listed("reports:listed", N_("Visa vilka felanmälningar som väntar på svar.")),
            "answer": Listed("reports:answer", N_("Besvara en felanmälan. Svaret står på dess sida.")),
        },
    ),
    "key": ListedGroup(
        N_("Nycklar till API:et."),
        {
            "add": Listed(
                "keys:add",
                N_("Skapa en nyckel åt ett program som ska lämna in handlingar. Den visas en enda gång."),
            ),
            "list": Listed("keys:listed", N_("Visa nycklarna: vems de är, vad de får göra och hur länge.")),
            "revoke": Listed("keys:revoke", N_("Återkalla en nyckel. Den slutar gälla genast.")),
        },
    ),
    "municipality": ListedGroup(
        N_("Installationens kommuner."),
        {
            "add": Listed(
                "municipalities:add",
                N_("Lägg till en kommun, med namn, färg och adress för dess sidor."),
                N_('diarium municipality add Alnsjö --name "Alnsjö kommun" --colour "#1b5748" --reason "ny kommun"'),
            ),
            "list": Listed("municipalities:listed", N_("Visa kommunerna.")),
            "show": Listed(
                "municipalities:show", N_("Visa en kommun: dess sidor, organ, förval, nummerserier och registratorer.")
            ),
            "change": Listed(
                "municipalities:change",
                N_("Ändra namn, färg eller adress för en kommuns sidor. Ett tomt värde tas bort."),
            ),
            "close": Listed(
                "municipalities:close",
                N_("Stäng en kommun: inget mer läses in, sidorna säger det. Det som finns står kvar."),
            ),
            "take-out": Listed(
                "municipalities:take_out",
                N_(
                    "Ta ut en stängd kommun till en signerad fil, för en annan installation: allt, också det som inte är publikt. Allt står kvar här."
                ),
                N_('diarium municipality take-out Alnsjö --to alnsjo.diarium --reason "egen drift"'),
            ),
            "put-in": Listed(
                "municipalities:put_in",
                N_(
                    "Sätt in en kommun ur en fil som take-out har skrivit, med samma id. Utan --yes visas bara vad som är i den."
                ),
                N_('diarium municipality put-in alnsjo.diarium --yes --reason "egen drift"'),
            ),
        },
    ),
    "user": ListedGroup(
        N_("Konton på registratorns bord."),
        {
            "add": Listed(
                "users:add",
                N_("Skapa ett konto. En adress skrivs ut, där den som kontot är för väljer sitt lösenord."),
                N_('diarium user add anna "Anna Ek" --role admin'),
            ),
            "list": Listed("users:listed", N_("Visa kontona: vilka roller de har, och var.")),
            "grant": Listed(
                "users:grant",
                N_("Ge kontot en roll i stället för dem som det har."),
                N_("diarium user grant anna --role registrar --for Alnsjö/Kulturnämnden"),
            ),
            "link": Listed("users:link", N_("Skriv ut en ny adress som loggar in en gång.")),
            "end": Listed("users:end", N_("Avsluta ett konto. Det slutar gälla genast.")),
        },
    ),
    "db": ListedGroup(
        N_("Databasen."),
        {
            "upgrade": Listed("database:upgrade", N_("Skapa databasen, eller för den till programmets version.")),
            "backup": Listed("database:backup", N_("Säkerhetskopiera journal, register och filer till en ny mapp.")),
            "restore": Listed("database:restore_backup", N_("Återställ en säkerhetskopia till en tom installation.")),
        },
    ),
    "rebuild": Listed("database:rebuild", N_("Räkna fram registret på nytt ur journalen. Ska inte ändra något.")),
    "reindex": Listed("database:reindex", N_("Gör sökningens register på nytt ur det som är inläst.")),
    "check": Listed("check:check_all", N_("Kontrollera journalens kedja, filerna och registren. Ändrar ingenting.")),
    "checkpoint": Listed(
        "check:checkpoint", N_("Skriv en signerad kontrollpunkt, som visar om journalen senare har avkortats.")
    ),
    "doctor": Listed("doctor:doctor", N_("Visa vad som är installerat, vad som saknas och hur det fås.")),
}


def command_line() -> LateGroup:
    """The whole command line."""
    return group(
        COMMANDS,
        help=N_(
            "Läser kommunala protokoll och visar ärendets gång: vem som ville vad, vad som beslutades, vad som återstår."
        ),
        epilog=N_("Data skrivs till standard ut, allt annat till standard fel. --debug visar var ett fel uppstod."),
        options=_top,
    )


def _print_version(wanted: bool) -> None:
    if wanted:
        write(f"diarium {__version__}")
        raise typer.Exit


def _top(
    version: bool = typer.Option(
        False, "--version", help=N_("Visa programmets version."), callback=_print_version, is_eager=True
    ),
) -> None:
    """The options that stand before any command."""
