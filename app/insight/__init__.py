"""Insight: the region's front page, its three questions and its map."""

from importlib import import_module

from flask import Flask

from app.insight.blueprint import blueprint
from app.insight.brokers.store import answer as ask_brokers
from app.insight.links.store import answer as ask_links
from app.insight.map.placing import place_region
from app.insight.paths.store import answer as ask_paths
from app.platform.access import Scope, region_scope, revision_today
from app.platform.graph import Graph
from app.platform.signals import imported

ROOMS = ("region", "brokers", "links", "paths", "map")


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    for room in ROOMS:
        import_module(f"app.insight.{room}.routes")
    app.register_blueprint(blueprint)


def ask_once(graph: Graph) -> None:
    """Ask each question of one region, so that the database has planned it before a reader asks."""
    for region in graph.read("platform/list_regions")[:1]:
        scope, revision = region_scope(region["code"]), revision_today(region["revision"])
        for ask in (ask_brokers, ask_links, ask_paths):
            ask(graph, scope, revision)


@imported.connect
def draw_anew(graph: Graph, scope: Scope) -> None:
    """Give what a file brought its place on the map, so that no reader has to wait for that."""
    place_region(graph, scope)
