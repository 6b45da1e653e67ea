"""Browsers in words."""

from __future__ import annotations

from app.language.browsers import browser_words
from app.language.i18n import speaking

_CHROME = "Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 {more}Safari/537.36{last}"
_SAFARI = "Mozilla/5.0 ({system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 {more}Safari/605.1.15"
_CALLED = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox på Windows",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox på Linux",
    _CHROME.format(system="Windows NT 10.0; Win64; x64", more="", last=""): "Chrome på Windows",
    _CHROME.format(system="Windows NT 10.0; Win64; x64", more="", last=" Edg/142.0.0.0"): "Edge på Windows",
    _CHROME.format(system="Macintosh; Intel Mac OS X 10_15_7", more="", last=" OPR/124.0.0.0"): "Opera på macOS",
    _CHROME.format(system="X11; CrOS x86_64 14541.0.0", more="", last=""): "Chrome på ChromeOS",
    _CHROME.format(system="Linux; Android 14; SM-S911B", more="Mobile ", last=""): "Chrome på Android",
    _SAFARI.format(system="Macintosh; Intel Mac OS X 10_15_7", more=""): "Safari på macOS",
    _SAFARI.format(system="iPhone; CPU iPhone OS 18_5 like Mac OS X", more="Mobile/15E148 "): "Safari på iPhone",
    "curl/8.5.0": "curl/8.5.0",
    "": "",
    "a\x1b[2J" + 100 * "b": "a�[2J" + 54 * "b" + "…",
}


def test_a_browser_is_called_by_its_name_and_where_it_runs() -> None:
    assert {agent: browser_words(agent) for agent in _CALLED} == _CALLED
    with speaking("en"):
        assert browser_words(next(iter(_CALLED))) == "Firefox on Windows"
