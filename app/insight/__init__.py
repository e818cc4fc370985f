"""Insight: the region's front page, its three questions and its map."""

from importlib import import_module

from flask import Flask

from app.insight.blueprint import blueprint

ROOMS = ("region", "brokers", "links", "paths", "map")


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
    for room in ROOMS:
        import_module(f"app.insight.{room}.routes")
    app.register_blueprint(blueprint)
