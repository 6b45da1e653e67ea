"""Things and what is said of them, as RDF: in RDF/XML and in Turtle, the same statements in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

RDF_XML, TURTLE = "application/rdf+xml", "text/turtle"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# What may not stand in an address, or ends one: each is written as its bytes are in addresses.
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Address:
    """Something that is known by its address."""

    address: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and the language that it is in, where it is in one."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a class, by its address, and what is said of it: names with a prefix, `dcterms:title`, and what each has."""

    address: str
    kind: str
    says: Sequence[tuple[str, Address | Words]]


def rdf_xml(things: Iterable[Thing], prefixes: Mapping[str, str]) -> str:
    """The document as RDF/XML."""
    named = "".join(f"\n xmlns:{prefix}={quoteattr(of)}" for prefix, of in {"rdf": _RDF, **prefixes}.items())
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<rdf:RDF{named}>"]
    for thing in things:
        lines.append(f"<{thing.kind} rdf:about={quoteattr(_clean(thing.address))}>")
        lines += [f" {_element(name, value)}" for name, value in thing.says]
        lines.append(f"</{thing.kind}>")
    return "\n".join([*lines, "</rdf:RDF>", ""])


def turtle(things: Iterable[Thing], prefixes: Mapping[str, str]) -> str:
    """The document as Turtle."""
    lines = [f"@prefix {prefix}: <{of}> ." for prefix, of in prefixes.items()]
    for thing in things:
        says = [f"  {name} {_term(value)}" for name, value in thing.says]
        lines.append(f"\n<{_clean(thing.address)}> " + " ;\n".join([f"a {thing.kind}", *says]) + " .")
    return "\n".join([*lines, ""])


def _element(name: str, value: Address | Words) -> str:
    if isinstance(value, Address):
        return f"<{name} rdf:resource={quoteattr(_clean(value.address))}/>"
    of = f" xml:lang={quoteattr(value.language)}" if value.language else ""
    return f"<{name}{of}>{escape(value.text)}</{name}>"


def _term(value: Address | Words) -> str:
    if isinstance(value, Address):
        return f"<{_clean(value.address)}>"
    text = "".join(_ESCAPED.get(sign, sign) for sign in value.text)
    return f'"{text}"' + (f"@{value.language}" if value.language else "")


def _clean(address: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)
