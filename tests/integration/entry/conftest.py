from collections.abc import Callable

import pytest

from tests.integration.entry.town import write_town
from tests.support.site import PageClient, client_of


@pytest.fixture
def client(site, graph) -> Callable[[str], PageClient]:
    """The client of somebody in the town, by her short name."""
    accounts = write_town(graph)
    return lambda person: client_of(site, accounts[person])
