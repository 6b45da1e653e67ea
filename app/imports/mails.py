"""The PDFs that a mail bears, however they are wrapped: in parts, in mails within it, under whatever name and type."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import MIMEPart

from importers.pdf.limits import HEAD_BYTES

MOST_ATTACHED = 200
_FOLDERS = re.compile(r"\A.*[/\\]", re.DOTALL)  # a sender's own, or a trick
_MOST_WITHIN = 20  # parts within parts: nobody's post has as many


def attached(data: bytes) -> list[tuple[str, bytes]]:
    """Each PDF's name, as the mail has it without folders, and its bytes, in their order; none where it is no mail or too much is nested.

    What calls itself a PDF is one, and what begins as one, whatever it calls itself.
    """
    try:
        mail = message_from_bytes(data, policy=policy.default)
        return list(_within(mail, 0))[:MOST_ATTACHED]
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError):
        return []  # the library's own faults on mails made to be hostile


def _within(part: MIMEPart, depth: int) -> list[tuple[str, bytes]]:
    if depth > _MOST_WITHIN:
        return []
    if part.is_multipart():
        return [one for inner in part.iter_parts() for one in _within(inner, depth + 1)]
    name = _FOLDERS.sub("", part.get_filename() or "")
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content:
        return []
    called = part.get_content_type() == "application/pdf" or name.casefold().endswith(".pdf")
    if not called and b"%PDF-" not in content[:HEAD_BYTES]:
        return []
    return [(name or "bilaga.pdf", content)]
