"""Checkpoints: what the journal had come to, signed by the installation and published.

A checkpoint names a hash tree (RFC 9162) over the entries' salted hashes, and proves that it begins with the one before
it. Whoever holds an earlier one can tell that nothing before it was taken away, put in or changed. What is published is
not to tell how much is unpublished: after each checkpoint's entries come blanks, which only the installation's secret
tells from entries, up to the next whole block.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy.orm import Session

from app.db import Stores, writing
from app.journal import merkle
from app.journal.append import now
from app.journal.keys import secret
from app.models.checkpoints import published_checkpoints
from app.models.journal import checkpoints, entries

BLOCK = 256
# What anyone may see of a checkpoint: all but how many entries it covers.
PUBLISHED = tuple(str(column.name) for column in published_checkpoints.c)
Checkpoint = dict[str, Any]


def make_checkpoint(stores: Stores) -> Checkpoint:
    """Write and publish a checkpoint of all entries there are; it is given as published."""
    with writing(stores.desk) as session:
        made = _made(session)
        session.execute(checkpoints.insert().values(made))
    publish_checkpoints(stores)
    return shown(made)


def publish_checkpoints(stores: Stores) -> None:
    """Let the public store have every checkpoint that it lacks. One that is there already is never taken back."""
    with writing(stores.desk) as desk, writing(stores.public) as public:
        there = set(public.execute(sa.select(published_checkpoints.c.size)).scalars())
        lacking = [row for row in _all(desk) if row["size"] not in there]
        if lacking:
            public.execute(published_checkpoints.insert(), [{name: row[name] for name in PUBLISHED} for row in lacking])


def shown(row: Checkpoint) -> Checkpoint:
    """A checkpoint as it is published, with its proof as a list."""
    return {name: row[name] for name in PUBLISHED} | {"proof": orjson.loads(row["proof"])}


def untrue(session: Session) -> list[int]:
    """The sizes of the checkpoints that the journal's entries do not bear out, or that we did not sign."""
    sizes: list[int] = []
    key = _key(session).public_key()
    leaves: list[bytes] = []
    covered, size = 0, 0
    last = session.execute(sa.select(sa.func.max(entries.c.seq))).scalar() or 0
    for row in _all(session):
        if not (covered <= row["entries"] <= last and size < row["size"] == _size(size, row["entries"] - covered)):
            return [*sizes, row["size"]]  # what follows rests on it
        _extend(session, leaves, covered, row["entries"])
        proof = [step.hex() for step in merkle.consistency(size, leaves)] if size else []
        proven = {"root": merkle.root(leaves).hex(), "key": key.public_bytes_raw().hex(), "proof": _plain(proof)}
        if proven != {name: row[name] for name in proven} or not is_signed(row):
            sizes.append(row["size"])
        covered, size = row["entries"], row["size"]
    return sizes


def unborne(session: Session, elsewhere: Iterable[Checkpoint]) -> list[int]:
    """The sizes of those checkpoints, kept elsewhere, that this journal does not have: it was cut short or rewritten."""
    own = {row["size"]: row for row in _all(session)}
    signed = ("size", "root", "at", "key", "signature")
    return [
        one["size"]
        for one in elsewhere
        if {name: one.get(name) for name in signed} != {name: own.get(one["size"], {}).get(name) for name in signed}
    ]


def unpublished_alike(desk: Session, public: Session) -> list[int]:
    """The sizes of the checkpoints that the public store and the journal do not hold alike."""
    own = {row["size"]: {name: row[name] for name in PUBLISHED} for row in _all(desk)}
    published = {row.size: dict(row._mapping) for row in public.execute(sa.select(published_checkpoints))}
    return sorted(size for size in own.keys() | published.keys() if own.get(size) != published.get(size))


def is_signed(checkpoint: Checkpoint) -> bool:
    """Whether the checkpoint is signed by the key that it names."""
    return is_by(checkpoint["key"], checkpoint["signature"], signed_bytes(checkpoint))


def is_by(key: str, signature: str, content: bytes) -> bool:
    """Whether it was signed by the installation with this key; both in hexadecimal digits."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), content)
    except (ValueError, InvalidSignature):
        return False
    return signature == signature.lower()


def public_key(session: Session) -> str:
    """The installation's key, as its checkpoints name it."""
    return _key(session).public_key().public_bytes_raw().hex()


def sign(session: Session, content: bytes) -> str:
    """The installation's signature of something, which says itself what it is."""
    return _key(session).sign(content).hex()


def signed_bytes(checkpoint: Checkpoint) -> bytes:
    """What the signature is of: `diarium checkpoint 1`, size, root and instant, a line each."""
    return f"diarium checkpoint 1\n{checkpoint['size']}\n{checkpoint['root']}\n{checkpoint['at']}\n".encode()


def _made(session: Session) -> Checkpoint:
    leaves: list[bytes] = []
    covered, size = 0, 0
    for row in _all(session):
        _extend(session, leaves, covered, row["entries"])
        covered, size = row["entries"], row["size"]
    last = session.execute(sa.select(sa.func.max(entries.c.seq))).scalar_one()
    _extend(session, leaves, covered, last)
    proof = [step.hex() for step in merkle.consistency(size, leaves)] if size else []
    made: Checkpoint = {"size": len(leaves), "entries": last, "root": merkle.root(leaves).hex(), "at": now()}
    key = _key(session)
    signature = key.sign(signed_bytes(made)).hex()
    return made | {"key": key.public_key().public_bytes_raw().hex(), "signature": signature, "proof": _plain(proof)}


def _plain(proof: Sequence[str]) -> str:
    return orjson.dumps(proof).decode()


def _size(before: int, new: int) -> int:
    """How many leaves there are after `new` entries: whole blocks, and one at least."""
    return before + max(1, -(-new // BLOCK)) * BLOCK


def _extend(session: Session, leaves: list[bytes], covered: int, until: int) -> None:
    """Add the leaves of a checkpoint: of the entries after `covered`, up to `until`, and its blanks."""
    size = _size(len(leaves), until - covered)
    query = sa.select(entries.c.content_hash).where(entries.c.seq > covered, entries.c.seq <= until)
    leaves.extend(merkle.leaf(_hash(h)) for h in session.execute(query.order_by(entries.c.seq)).scalars())
    blanks = secret(session)
    leaves.extend(
        merkle.leaf(hmac.digest(blanks, f"diarium blank {n}".encode(), "sha256")) for n in range(len(leaves), size)
    )


def _hash(text: str) -> bytes:
    """The bytes of a hash; of what somebody made of it, others."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return hashlib.sha256(text.encode()).digest()


def _all(session: Session) -> list[Checkpoint]:
    return [dict(row._mapping) for row in session.execute(sa.select(checkpoints).order_by(checkpoints.c.size))]


def _key(session: Session) -> Ed25519PrivateKey:
    """The installation's key: it follows from the secret, and so comes back with every backup."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"diarium checkpoint key 1")
    return Ed25519PrivateKey.from_private_bytes(derive.derive(secret(session)))
