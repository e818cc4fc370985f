"""The browser's files: built by esbuild into `static/dist`, named after their content, so that they may be kept long."""

import json
from pathlib import Path

from flask import Flask, Response, request, url_for

YEAR_S = 31_536_000


def serve_built_files(app: Flask) -> None:
    """Give the templates `asset("site.css")`, the address of a built file, and let browsers keep these files."""
    folder = Path(app.static_folder or "") / "dist"
    manifest = json.loads((folder / "manifest.json").read_text()) if (folder / "manifest.json").exists() else {}

    def asset(name: str) -> str:
        return url_for("static", filename=f"dist/{manifest[name]}")

    def keep(response: Response) -> Response:
        if request.endpoint == "static":
            response.cache_control.public = True
            response.cache_control.no_cache = None
            response.cache_control.max_age = YEAR_S
            response.cache_control.immutable = True
        return response

    app.jinja_env.globals["asset"] = asset
    app.after_request(keep)
