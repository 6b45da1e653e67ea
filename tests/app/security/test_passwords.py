"""How passwords are kept: dear to try, as argon2-cffi's own parameters have it."""

from __future__ import annotations

from app.security.passwords import hashed, is_outdated, is_right


def test_a_password_is_kept_as_argon2id_with_64_mib_and_three_passes() -> None:
    kept = hashed("en häst och fyra höns")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not is_outdated(kept)
    assert is_right(kept, "en häst och fyra höns")
    assert not is_right(kept, "en häst och fem höns")
    assert not is_right(None, "nobody's")
