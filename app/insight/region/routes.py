"""The region's front page."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.insight.blueprint import blueprint
from app.insight.brokers.store import answer as ask_brokers
from app.insight.links.store import answer as ask_links
from app.insight.paths.store import answer as ask_paths
from app.insight.region.store import counts, open_referrals, people_without_ties, ties, waiting, workplaces
from app.platform.access import EVERYONE, FINDINGS, REGION_KEEPERS, allow
from app.platform.web import graph


@blueprint.get("/regio")
@allow(EVERYONE)
def region() -> ResponseReturnValue:
    """Show what asks for attention now; to who does not see findings, what waits for her and what she can do."""
    place = (graph(), current_user.scope, current_user.revision)
    if current_user.role not in FINDINGS:
        mine = workplaces(graph(), current_user.scope)
        waits = waiting(graph(), current_user.scope, keeps=current_user.role in REGION_KEEPERS)
        return render_template("insight/region/welcome.html", counts=counts(*place), waits=waits, workplaces=mine)
    return render_template(
        "insight/region/region.html",
        counts=counts(*place),
        ties=ties(*place),
        referrals=open_referrals(*place),
        brokers=ask_brokers(*place).rows[:1],
        links=ask_links(*place).rows[:1],
        paths=ask_paths(*place).rows[:1],
    )


@blueprint.get("/regio/zonder-contact")
@allow(FINDINGS)
def without_ties() -> ResponseReturnValue:
    """Show who has no shared contact with anybody, and so stands alone."""
    people = people_without_ties(graph(), current_user.scope, current_user.revision)
    return render_template("insight/region/without_ties.html", people=people)
