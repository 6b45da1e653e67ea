"""A question to a list said as one sentence: `12 motioner i Göteborg, där Vänsterpartiet förekommer`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.language.codes import outcome_word
from app.language.hits import facet_value_word
from app.language.i18n import gettext as _
from app.language.i18n import ngettext
from app.language.numbers import number_text


def matters_sentence(count: int, named: Mapping[str, str]) -> str:
    """So many matters, narrowed by these facets, each by what its value is called (of `kind`, `outcome`, `status` the code)."""
    says = {
        "municipality": _("i {place}"),
        "body": _("hos {body}"),
        "party": _("där {party} förekommer"),
        "year": _("med något som hände {year}"),
        "raised": _("med en motion som väcktes {year}"),
    }
    parts = [_matters(count, named.get("kind"))]
    parts += [says[name].format(**{_PLACES[name]: named[name]}) for name in says if name in named]
    if "outcome" in named:
        parts.append(_("som slutade med {outcome}").format(outcome=outcome_word(named["outcome"])))
    if "status" in named:
        parts.append(_standing(named["status"]))
    return _joined(parts)


def hits_sentence(count: int, typed: str, named: Mapping[str, str]) -> str:
    """So many hits on the words, narrowed by these facets."""
    says = {
        "municipality": _("i {place}"),
        "body": _("från {body}"),
        "party": _("av {party}"),
        "year": _("från {year}"),
    }
    parts = [_("{hits} på ”{words}”").format(hits=_hits(count, named.get("kind")), words=typed)]
    parts += [says[name].format(**{_PLACES[name]: named[name]}) for name in says if name in named]
    if "outcome" in named:
        parts.append(_("med utfallet {outcome}").format(outcome=outcome_word(named["outcome"])))
    if "status" in named:
        parts.append(_standing(named["status"]))
    return _joined(parts)


def left_out_sentence(sought: Sequence[str], left_out: Sequence[str]) -> str:
    """Which words of a question were sought, and which it was only asked with."""
    says = _("Sökt på: {sought}. Inte på: {left_out}, som söks inom citattecken.")
    return says.format(sought=", ".join(sought), left_out=", ".join(left_out))


def unsought_sentence(sought: Sequence[str], left_out: Sequence[str], unread: str) -> str:
    """What of a question was not sought; empty where all of it was."""
    says = [left_out_sentence(sought, left_out)] if left_out else []
    says += [_("För lång fråga. Det här söktes inte: {words}").format(words=unread)] if unread else []
    return " ".join(says)


_PLACES = {"municipality": "place", "body": "body", "party": "party", "year": "year", "raised": "year"}


def _joined(parts: list[str]) -> str:
    """`12 ärenden i Göteborg, från 2024`."""
    return ", ".join(parts)


def _standing(status: str) -> str:
    return _("läge: {status}").format(status=facet_value_word("status", status))


def _matters(n: int, kind: str | None) -> str:
    words = {
        "motion": ngettext("{n} motion", "{n} motioner", n),
        "medborgarforslag": ngettext("{n} medborgarförslag", "{n} medborgarförslag", n),
        "interpellation": ngettext("{n} interpellation eller enkel fråga", "{n} interpellationer och enkla frågor", n),
        "remiss": ngettext("{n} remiss", "{n} remisser", n),
        "own": ngettext("{n} ärende väckt av en ledamot", "{n} ärenden väckta av ledamöter", n),
        "val": ngettext("{n} val", "{n} val", n),
        "anmalan": ngettext("{n} anmälan", "{n} anmälningar", n),
        "ordningsfraga": ngettext("{n} ordningsfråga", "{n} ordningsfrågor", n),
        "information": ngettext("{n} informationsärende", "{n} informationsärenden", n),
    }
    return words.get(kind or "", ngettext("{n} ärende", "{n} ärenden", n)).format(n=number_text(n))


def _hits(n: int, kind: str | None) -> str:
    words = {
        "matter": ngettext("{n} ärende", "{n} ärenden", n),
        "item": ngettext("{n} paragraf", "{n} paragrafer", n),
        "yrkande": ngettext("{n} yrkande", "{n} yrkanden", n),
        "reservation": ngettext("{n} reservation", "{n} reservationer", n),
        "statement": ngettext("{n} yttrande", "{n} yttranden", n),
        "vote": ngettext("{n} votering", "{n} voteringar", n),
        "document": ngettext("{n} handling", "{n} handlingar", n),
        "person": ngettext("{n} person", "{n} personer", n),
        "body": ngettext("{n} organ", "{n} organ", n),
    }
    return words.get(kind or "", ngettext("{n} träff", "{n} träffar", n)).format(n=number_text(n))
