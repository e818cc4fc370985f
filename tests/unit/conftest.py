"""Unit tests decide on values in hand: a test that opens a socket fails."""

import pytest


@pytest.fixture(autouse=True)
def _no_network(socket_disabled: None) -> None:
    """No unit test talks to anything."""
