"""The viewer of the contacts pages: an IB'er in a small region."""

import pytest

from app.platform.access import Role
from tests.integration.contacts.small_region import Own, write_region


@pytest.fixture
def own(site, graph) -> Own:
    """An IB'er with no ties yet."""
    viewer = Own(site, graph, Role.IB)
    write_region(graph)
    return viewer
