"""Insight: the region's front page, its three questions and its map."""

from importlib import import_module

from flask import Flask

from app.insight.blueprint import blueprint
from app.insight.map.placing import place_region
from app.platform.access import Scope
from app.platform.graph import Graph
from app.platform.signals import imported

ROOMS = ("region", "brokers", "links", "paths", "map")


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    for room in ROOMS:
        import_module(f"app.insight.{room}.routes")
    app.register_blueprint(blueprint)


@imported.connect
def draw_anew(graph: Graph, scope: Scope) -> None:
    """Give what a file brought its place on the map, so that no reader has to wait for that."""
    place_region(graph, scope)
