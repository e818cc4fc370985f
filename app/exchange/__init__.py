"""exchange."""

from flask import Flask


def furnish(app: Flask) -> None:
    """Add the slice to the application."""
