"""The hash tree of RFC 9162: known hashes, and proofs that hold for what was appended and for nothing else."""

from __future__ import annotations

import hashlib

import pytest

from app.journal.merkle import consistency, is_consistent, leaf, root

DATA = [bytes.fromhex(h) for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "60" * 16)]
# Of the same leaves as certificate transparency's own tests use, but for the last.
KNOWN = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
}


def leaves(n: int) -> list[bytes]:
    return [leaf(str(i).encode()) for i in range(n)]


@pytest.mark.parametrize("n", KNOWN)
def test_roots_are_those_of_the_standard(n: int) -> None:
    assert root([leaf(data) for data in DATA[:n]]).hex() == KNOWN[n]


def test_a_proof_shows_that_a_tree_begins_with_an_earlier_one() -> None:
    for second in range(1, 34):
        for first in range(1, second + 1):
            of_second = leaves(second)
            proof = consistency(first, of_second)
            roots = (root(of_second[:first]), root(of_second))
            assert is_consistent(first, second, *roots, proof), (first, second)
            other = root([leaf(b"else"), *of_second[1:first]])
            assert not is_consistent(first, second, other, roots[1], proof)
            assert not is_consistent(first, second, roots[0], hashlib.sha256(b"").digest(), proof)
            if proof:
                assert not is_consistent(first, second, *roots, proof[:-1])
                assert not is_consistent(first, second, *roots, [*proof, proof[0]])
