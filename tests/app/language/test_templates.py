"""What becomes of a template before it is compiled."""

from __future__ import annotations

from app.language.templates import Unindented, environment

PAGE = """<div>
    <p class="note">{{ text }}&nbsp;1</p>
    {% for word in text %}
    <b>{{ word }}</b>
    {% endfor %}
    <pre>def f():
    return 1</pre>
</div>"""


def test_a_page_bears_no_indentation_but_what_is_shown_as_written_does() -> None:
    made = Unindented(environment())
    assert made.preprocess(PAGE, "a.html") == (
        '<div>\n<p class="note">{{ text }}\u00a01</p>\n{% for word in text %}\n <b>{{ word }}</b>\n{% endfor %}\n <pre>def f():\n    return 1</pre>\n</div>'
    )
    assert made.preprocess(PAGE, "a.css") == PAGE
