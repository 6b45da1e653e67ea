"""The hash tree of RFC 9162, section 2.1: one hash for a list, and proofs that one list is the beginning of another."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The tree's hash; of no leaves, that of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:
        above = [_node(level[n], level[n + 1]) for n in range(0, len(level) - 1, 2)]
        level = above + level[len(level) - len(level) % 2 :]
    return level[0]


def consistency(first: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The proof that the list of these leaves begins with the list of its `first` ones, 0 < first <= len(leaves)."""
    return _subproof(first, leaves, whole=True)


def _subproof(first: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    """SUBPROOF of section 2.1.4.1; `whole` where the subtree's hash is the earlier tree's, and so need not be said."""
    if first == len(leaves):
        return [] if whole else [root(leaves)]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    if first <= half:
        return [*_subproof(first, leaves[:half], whole=whole), root(leaves[half:])]
    return [*_subproof(first - half, leaves[half:], whole=False), root(leaves[:half])]


def is_consistent(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of `second` leaves begins with the one of `first` (section 2.1.4.2)."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and first_root == second_root
    path = list(proof) if first & (first - 1) else [first_root, *proof]
    if not path:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    earlier = later = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            earlier, later = _node(step, earlier), _node(step, later)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            later = _node(later, step)
        at, last = at >> 1, last >> 1
    return last == 0 and earlier == first_root and later == second_root
