"""Rate limits, counted for all web workers together."""

from pathlib import Path

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address)


def limit_rates(app: Flask, var: Path) -> None:
    """Let `@limiter.limit("5/minute")` on a view count over every worker."""
    app.config["RATELIMIT_STORAGE_URI"] = "memory://"
    limiter.init_app(app)
