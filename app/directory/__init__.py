"""Directory (sociale kaart): the organisations of the region, who works there, and what they offer."""

from collections.abc import Iterable
from importlib import import_module

from flask import Flask

from app.directory.blueprint import blueprint
from app.directory.search.store import refresh, refresh_region
from app.platform.access import Scope
from app.platform.graph import Graph
from app.platform.signals import directory_changed, imported

ROOMS = ("search", "entries", "merging")


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    for room in ROOMS:
        import_module(f"app.directory.{room}.routes")
    app.register_blueprint(blueprint)


@imported.connect
def read_anew(graph: Graph, scope: Scope) -> None:
    """Bring the search texts of the whole region up to date with what a file brought."""
    refresh_region(graph, scope)


@directory_changed.connect
def read_again(graph: Graph, scope: Scope, ids: Iterable[str]) -> None:  # noqa: ARG001 - told for whoever else listens
    """Bring the search texts of these people and organisations up to date."""
    refresh(graph, list(ids))
