"""The gate over the catalogues finds what is out of step."""

from __future__ import annotations

import pytest
from babel.messages import Catalog

from scripts.messages import extracted, find_faults


def catalogue(**messages: str) -> Catalog:
    made = Catalog(locale="en")
    for id, string in messages.items():
        made.add(id.replace("_", " "), string)
    return made


def test_a_catalogue_in_step_has_no_fault() -> None:
    assert list(find_faults(catalogue(Filen_finns="There"), catalogue(Filen_finns=""))) == []


def test_a_message_may_lack_its_translation_but_not_its_place() -> None:
    assert list(find_faults(catalogue(Filen=""), catalogue(Filen=""))) == []
    assert list(find_faults(catalogue(), catalogue(Filen=""))) == [
        "lacks 'Filen': run python scripts/messages.py --update"
    ]


def test_a_message_that_is_gone_is_found() -> None:
    assert list(find_faults(catalogue(Filen="The file"), catalogue())) == [
        "holds 'Filen', which is gone: run python scripts/messages.py --update"
    ]


def test_a_fuzzy_message_is_found() -> None:
    made = Catalog(locale="en")
    made.add("Filen", "The file", flags=["fuzzy"])
    assert list(find_faults(made, catalogue(Filen=""))) == ["'Filen' is fuzzy"]


@pytest.mark.parametrize("translated", ["The file {path}", "The file {name} {}", "The file {name.x}"])
def test_a_parameter_that_the_message_does_not_have_is_found(translated: str) -> None:
    made = Catalog(locale="en")
    made.add("Filen {name}", translated)
    template = Catalog()
    template.add("Filen {name}")
    assert len(list(find_faults(made, template))) == 1


def test_messages_are_found_in_code() -> None:
    ids = {message.id for message in extracted()}
    assert "Inget ärende i registret har numret {number}." in ids
    assert ("{n} sida", "{n} sidor") in ids
