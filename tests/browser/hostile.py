"""A reading in which every word that a PDF can bring tries to become markup, script, an address or another text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from importers.bundle import Attribution, Outcome, Person, Reservation, Stance, Statement, StatementKind, Yrkande
from tests.app.register.saying import at, bundle, decision, extract, item

MARK = "ägd"
BREAK_OUT = (
    f"</title></h1></svg>\"'><script>document.title='{MARK}'</script><img src=x onerror=\"document.title='{MARK}'\">"
)
TEMPLATE = "{{ 7 * 7 }}{% raw %}{0}{number}%(x)s"
TURNED = "\u202eladmob\u2066\x1b[2J\x00"
LINK = "javascript:document.title='ägd'"
LONG = "x" * 400

WORDS = " ".join((BREAK_OUT, TEMPLATE, TURNED, LINK, LONG))
_SAID = at(WORDS)

_ITEM = item(
    "1",
    WORDS,
    case_numbers=("KS-2024-00001",),
    summary=WORDS,
    outcome=Outcome.BIFALL,
    decisions=(decision(f"Nämnden {BREAK_OUT}", Outcome.BIFALL),),
    yrkanden=(Yrkande(Stance.BIFALL, WORDS, _SAID, (Person(WORDS, BREAK_OUT),), target=WORDS),),
    reservations=(Reservation(WORDS, _SAID, group=WORDS, in_favour_of=WORDS),),
    statements=(
        Statement(
            StatementKind.SARSKILT_YTTRANDE,
            WORDS,
            _SAID,
            parties=(BREAK_OUT,),
            attribution=Attribution.INFERRED,
            inferred_from=WORDS,
        ),
    ),
)
_DOCUMENT = replace(
    extract(f"Nämnden {BREAK_OUT}", "2024-07-01", _ITEM),
    title=WORDS,
    received=dt.date(2024, 7, 2),
    document_number=BREAK_OUT,
    signed_by=(Person(WORDS, None, WORDS),),
)
BUNDLE = bundle(_DOCUMENT, digest="e" * 64)
ADDRESS = "/arenden/alnsjo/ks-2024-00001"
