"""The browser's files: built by esbuild into `static/dist`, named after their content, so that they keep."""

import json

from flask import Flask, Response, request, url_for

from app.config import ROOT

MANIFEST = ROOT / "app" / "static" / "dist" / "manifest.json"
YEAR_S = 31_536_000


def serve_built_files(app: Flask) -> None:
    """Give the templates `asset("site.css")`, the address of a built file, and let browsers keep these files."""
    manifest = json.loads(MANIFEST.read_text()) if MANIFEST.exists() else {}

    def asset(name: str) -> str:
        return url_for("static", filename=f"dist/{manifest[name]}")

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code in {200, 304}:
            response.cache_control.public = True
            response.cache_control.no_cache = None
            response.cache_control.max_age = YEAR_S
            response.cache_control.immutable = True
        return response

    app.jinja_env.globals["asset"] = asset
    app.after_request(keep)
