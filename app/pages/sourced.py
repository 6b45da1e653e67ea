"""What stands beside each fact: a link to every page that it is quoted from, and what a person put right in it.

A matter's page has hundreds of facts, so this is put together here and not in a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from app.language.corrections import correction_sentences
from app.pages.page_links import PageLink, by_document
from app.schemas.rows import SourceRow
from app.web.markup import shown
from app.web.markup import spoken as _


@pass_context
def sources(
    context: Context, links: Sequence[PageLink], label: str, documents: Mapping[str, Any], *, named: bool = True
) -> Markup:
    """Where words stand, as links. A page that has `short_names` names each document before the first of its pages; elsewhere, and
    where they are not to be `named`, a link says to whoever hears it what it is the source of."""
    if not links:
        return Markup()
    names: Mapping[str, str] = (context.get("short_names") or {}) if named else {}
    shown_links = []
    for document, pages in by_document(links):
        for n, link in enumerate(pages):
            page = _("s. {page}", page=link.page).replace(" ", "\u00a0")
            if document in names:
                told, heard = f"{escape(shown(names[document]))} {page}" if n == 0 else page, ""
            else:
                what = _(
                    "Källa till {what}: sidan {page} i {document}",
                    what=label,
                    page=link.page,
                    document=documents.get(document) or _("handlingen"),
                )
                told, heard = page, f' aria-label="{what}"'
            shown_links.append(f'<a href="{escape(link.address)}"{heard}>{told}</a>')
    return Markup(f"<cite>{' '.join(shown_links)}</cite>")  # noqa: S704 # each part is escaped


def corrected(made: Iterable[SourceRow]) -> Markup:
    """That a person put a fact right, a sentence for each time: what was read, who did it and why."""
    sentences = [f'<p class="note corrected">{escape(shown(told))}</p>' for told in correction_sentences(made)]
    return Markup("\n".join(sentences))  # noqa: S704 # each is escaped
