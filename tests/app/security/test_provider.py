"""What a provider's description of itself has to be before anybody is sent there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.security.provider import Provider, ProviderRefused, new_secret
from tests.app.desk.provider import CLIENT, SmallProvider, running


@pytest.fixture(scope="module")
def provider() -> Iterator[SmallProvider]:
    with running() as started:
        yield started


@pytest.mark.parametrize(
    "address", ["https://[::1/x", "https://id.example.se:abc/x", "https://id.example.se/\x01", "https:///x", 7]
)
def test_a_provider_that_describes_itself_with_no_address_is_refused(
    provider: SmallProvider, monkeypatch: pytest.MonkeyPatch, address: object
) -> None:
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        monkeypatch.setattr(provider, "misled", {name: address})
        with pytest.raises(ProviderRefused):
            Provider(provider.issuer, CLIENT, None).begin(new_secret(), "http://testserver/desk/oidc/svar")
