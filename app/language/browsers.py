"""What a browser calls itself, in words: `Firefox på Windows`."""

from __future__ import annotations

from app.language.i18n import gettext as _
from app.language.printable import printable

_LONGEST = 60
# Each also bears the marks of those below it: Edge and Opera call themselves Chrome, and Chrome calls itself Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def browser_words(agent: str) -> str:
    """`Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0` → `Firefox på Windows`.

    What is no browser that we know is shown as it calls itself (`curl/8.5.0`), cut; what says nothing is empty.
    """
    browser = next((name for mark, name in _BROWSERS if mark in agent), None)
    system = next((name for mark, name in _SYSTEMS if mark in agent), None)
    if browser and system:
        return _("{browser} på {system}").format(browser=browser, system=system)
    return browser or printable(agent.strip(), _LONGEST)
