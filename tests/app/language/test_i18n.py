"""The language of a request or command, and dates as they are written in it."""

from __future__ import annotations

import datetime as dt

import pytest

from app.language.dates import date_text, month_text
from app.language.i18n import (
    accepted,
    catalogue,
    gettext,
    language,
    set_language,
    speaking,
    spoken_in,
)
from app.language.numbers import number_text
from app.language.sizes import size_text
from app.language.templates import environment
from app.web.markup import spoken, spoken_of_many, whole_days


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "sv"),
        ("", "sv"),
        ("en", "en"),
        ("en-GB,en;q=0.9,sv;q=0.8", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("fi,en;q=0.4", "en"),
        ("de", "sv"),
        ("en;q=0", "sv"),
        ("en;q=nonsense,sv;q=0.1", "sv"),
        ("*" * 100_000, "sv"),
    ],
)
def test_the_header_chooses_the_language(header: str | None, expected: str) -> None:
    assert accepted(header) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en_GB.UTF-8", "en"), ("sv_SE.UTF-8", "sv"), ("C.UTF-8", "sv"), (None, "sv"), ("en", "en")],
)
def test_the_locale_chooses_the_language(locale: str | None, expected: str) -> None:
    assert spoken_in(locale) == expected


def test_a_language_is_spoken_inside_its_block_only() -> None:
    with speaking("en"):
        assert language() == "en"
    assert language() == "sv"


def test_a_language_that_nobody_speaks_is_refused() -> None:
    with pytest.raises(ValueError, match="fi"):
        set_language("fi")


def test_the_catalogue_is_read_from_its_source() -> None:
    assert catalogue("en").gettext("Finns inte") == "Not found"
    assert catalogue("sv").gettext("Finns inte") == "Finns inte"


def test_what_has_no_translation_stays_swedish() -> None:
    with speaking("en"):
        assert gettext("Ett ord som ingen har översatt") == "Ett ord som ingen har översatt"
        assert gettext("") == ""


def test_a_template_speaks_the_language_in_force_and_escapes_what_it_is_given() -> None:
    speaks = environment()
    template = speaks.from_string('{{ _("Inget ärende i registret har numret {number}.").format(number=n) }}')
    with speaking("en"):
        assert template.render(n="<b>") == "No case in the register has the number &lt;b&gt;."
    day = speaks.from_string("{{ day|date_text }}")
    assert day.render(day=dt.date(2024, 12, 11)) == "11 december 2024"


def test_dates_are_written_out() -> None:
    day = dt.date(2024, 12, 11)
    assert date_text(day) == "11 december 2024"
    assert month_text(day) == "december 2024"
    with speaking("en"):
        assert date_text(dt.date(2024, 5, 1)) == "1 May 2024"


def test_no_line_of_a_page_breaks_within_a_day_and_what_is_copied_stays() -> None:
    page = '<a aria-label="3 maj 2024">KF 3 maj 2024 och 11 May 2025</a><pre>3 maj 2024</pre>3 maj 20245, maj 2024'
    assert whole_days(page) == page.replace(
        ">KF 3 maj 2024 och 11 May 2025", ">KF 3\u00a0maj\u00a02024 och 11\u00a0May\u00a02025"
    )


def test_thousands_stand_apart_in_a_count_and_in_no_year() -> None:
    many = environment().from_string(
        '{{ of_many("{n} ärende", "{n} ärenden", 50409) }}, {{ say("år {year} av {total}", year=2025, total=1034) }}'
    )
    told = many.render(of_many=spoken_of_many, say=spoken)
    assert told == "50\u00a0409 ärenden, år 2025 av 1\u00a0034"
    with speaking("en"):
        assert (number_text(50409), number_text(12), size_text(1_480_000)) == ("50,409", "12", "1.5 MB")
    assert (number_text(-1117), size_text(1_480_000)) == ("-1\u00a0117", "1,5 MB")
