"""People and parties as pages name them: as printed, never more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from app.language.codes import stance_word
from app.language.i18n import N_, SOURCE, language
from app.language.i18n import gettext as _
from app.language.lists import listed, mid_sentence
from app.language.printable import printable
from app.queries.bearers import Bearers
from app.register.named import with_party
from importers.bundle import Stance

# The parties of the Riksdag, which stand for election everywhere; any other is shown by its printed letters.
PARTIES = {
    "C": "Centerpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "M": "Moderaterna",
    "MP": "Miljöpartiet",
    "S": "Socialdemokraterna",
    "SD": "Sverigedemokraterna",
    "V": "Vänsterpartiet",
}


# What a yrkande is about where it is about the whole.
_WHOLE = {"ärendet"}
# What many a yrkande is about, in words that can be said in another language; all else is quoted.
_KNOWN = {
    what: what
    for what in (
        N_("motionen"),
        N_("förslaget"),
        N_("arbetsutskottets förslag"),
        N_("kommunstyrelsens förslag"),
        N_("nämndens förslag"),
        N_("förvaltningens förslag"),
    )
}


def minuted(words: str) -> Markup:
    """Words of the minutes within a sentence of ours: where that is in another language they are quoted, and said to be Swedish."""
    if language() == SOURCE:
        return escape(printable(words))
    return Markup('<span lang="sv">{}</span>').format(_("”{words}”").format(words=printable(words)))


def party_name(letters: str) -> str:
    """`KD` → `Kristdemokraterna`; a party that we have no name for keeps its letters."""
    return PARTIES.get(letters, letters)


def who(fact: dict[str, Any], people: str = "people") -> str:
    """Who stands behind a fact: the people it names, else its group, else its parties; empty where nobody is named."""
    named = [with_party(person["name"], person["party"]) for person in fact[people]]
    if not named:
        named = [fact["group"]] if fact["group"] else [f"({letters})" for letters in fact["parties"]]
    joined = listed(named)
    return _("{people} med flera").format(people=joined) if named and fact.get("m_fl") else joined


def who_linked(fact: dict[str, Any], bearers: Bearers, people: str = "people") -> Markup | str:
    """The same, each person leading to his or her own page, where `bearers` know whom the name leads to."""
    if not fact[people]:
        return who(fact, people)
    joined = _listed([person_linked(person["name"], person["party"], bearers) for person in fact[people]])
    return Markup(_("{people} med flera")).format(people=joined) if fact.get("m_fl") else joined  # noqa: S704 # our own words


def person_linked(name: str, party: str | None, bearers: Bearers, words: str | None = None) -> Markup:
    """A person as printed, `Elsa Brandfors (C)` (or `words`), leading to the page of whoever bears the name."""
    shown = escape(printable(with_party(name, party) if words is None else words))
    person = bearers.get((name, party))
    return Markup(f'<a href="/personer/{escape(person)}">{shown}</a>') if person else shown  # noqa: S704 # both are escaped


def _listed(shown: Sequence[Markup]) -> Markup:
    if len(shown) < 2:
        return Markup("").join(shown)
    pattern = Markup(_("{some} och {last}"))  # noqa: S704 # our own words
    return pattern.format(some=Markup(", ").join(shown[:-1]), last=shown[-1])


def by_whom(fact: dict[str, Any]) -> str:
    """The same as it stands within a sentence: `från representanterna från V och S`."""
    return who(fact) if fact["people"] else mid_sentence(who(fact))


def wish(stance: str, target: str | None) -> str:
    """What a yrkande wants: `bifall till motionen`, `avslag på motionen`, `återremiss`."""
    word = stance_word(stance)
    if target is None:
        return word
    wishes = {Stance.BIFALL: _("bifall till {target}"), Stance.AVSLAG: _("avslag på {target}")}
    known = _KNOWN.get(target.casefold())
    if known:
        wishes = {
            Stance.BIFALL: _("bifall till {what}"),
            Stance.AVSLAG: _("avslag på {what}"),
            Stance.BESVARA: _("att {what} besvaras"),
        }
    wish_of = wishes.get(Stance(stance))
    if wish_of is None and target.casefold() in _WHOLE:
        return word
    if known and wish_of:
        return wish_of.format(what=_(known))
    return wish_of.format(target=target) if wish_of else f"{word}: {target}"
