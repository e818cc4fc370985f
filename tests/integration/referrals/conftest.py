import pytest
from flask import Flask

from app.platform.graph import Graph
from tests.integration.referrals.small_region import SmallRegion


@pytest.fixture
def region(site: Flask, graph: Graph) -> SmallRegion:
    return SmallRegion(site, graph)
