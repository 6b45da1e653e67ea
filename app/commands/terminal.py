"""What reaches a person's terminal: data on stdout, all else on stderr, and nothing in it that steers the terminal."""

from __future__ import annotations

import json
import re
import sys

from app.language.printable import printable

_NOT_A_LINE_OF_TEXT = re.compile(r"[^\n -~¡-ÿĀ-ſ]")


def json_text(value: object) -> str:
    """The value as indented JSON whose every unprintable character is escaped, so that a terminal shows it safely."""
    return _NOT_A_LINE_OF_TEXT.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character.isprintable():
        return character
    return "".join(f"\\u{unit:04x}" for unit in _utf16(character))


def _utf16(character: str) -> list[int]:
    code = character.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(code[at : at + 2], "big") for at in range(0, len(code), 2)]


def say(sentence: str) -> None:
    """One sentence to the person, on stderr, unbroken and made safe."""
    sys.stderr.write(printable(sentence) + "\n")


def write(text: str) -> None:
    """Data to stdout as it stands; the caller has made it safe (`json_text`) or passed it through `printable`."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
