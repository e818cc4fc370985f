"""The map, the same as tables, and what the browser gets to draw."""

from typing import Any

from flask import abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.insight.blueprint import blueprint
from app.insight.filters import Filters, filter_options
from app.insight.map.payload import organisations_payload, people_payload
from app.insight.map.store import Organisation, RegionMap, region_map
from app.platform.access import FINDINGS, allow
from app.platform.web import graph


@blueprint.get("/kaart")
@allow(FINDINGS)
def map() -> ResponseReturnValue:  # noqa: A001 - its endpoint is insight.map
    """Draw the region, and say the same as a table."""
    drawn = _drawn()
    filters = Filters.from_query(request.args)
    search = request.args.get("zoek", "").strip()
    return render_template(
        "insight/map/map.html",
        drawn=drawn,
        rows=drawn.found(filters, search),
        filters=filters,
        options=filter_options(graph(), current_user.scope),
        search=search,
        everyone=request.args.get("toon") == "iedereen",
        focus=request.args.get("focus", ""),
    )


@blueprint.get("/kaart/<organisation>")
@allow(FINDINGS)
def map_organisation(organisation: str) -> ResponseReturnValue:
    """Say who works at an organisation and how many ties each of them has."""
    drawn = _drawn()
    return render_template("insight/map/organisation.html", drawn=drawn, organisation=_known(drawn, organisation))


@blueprint.get("/kaart.json")
@allow(FINDINGS)
def map_organisations() -> ResponseReturnValue:
    """Give the organisations to draw."""
    return _kept(organisations_payload(_drawn()))


@blueprint.get("/kaart/mensen.json")
@allow(FINDINGS)
def map_people() -> ResponseReturnValue:
    """Give everybody to draw."""
    return _kept(people_payload(_drawn()))


@blueprint.get("/kaart/<organisation>.json")
@allow(FINDINGS)
def map_staff(organisation: str) -> ResponseReturnValue:
    """Give the people of one organisation to draw."""
    drawn = _drawn()
    return _kept(people_payload(drawn, _known(drawn, organisation).id))


def _drawn() -> RegionMap:
    return region_map(graph(), current_user.scope, current_user.revision)


def _known(drawn: RegionMap, organisation: str) -> Organisation:
    return drawn.organisation.get(organisation) or abort(404)


def _kept(payload: dict[str, Any]) -> ResponseReturnValue:
    response = jsonify(payload)
    response.add_etag()
    response.cache_control.private = True
    response.cache_control.no_cache = True
    return response.make_conditional(request)
