"""The command that asks the finder's question as somebody else would; it stores nothing."""

import json
from typing import Any

import click
from flask_babel import gettext as _

from app.config import Settings
from app.finder import store, wording
from app.finder.model import Answer, Asked, Hit
from app.finder.rules import OLDEST, YOUNGEST
from app.platform.access import CONTRIBUTORS
from app.platform.graph import Graph
from app.platform.names import THEME_NAMES
from app.platform.serve import open_graph


@click.command()
@click.option("--as", "email", metavar="E-MAIL", required=True, help="As whom to look.")
@click.option("--theme", metavar="T", required=True, help="The code of a theme, for instance angst.")
@click.option("--age", metavar="N", required=True, type=click.IntRange(YOUNGEST, OLDEST))
@click.option("--place", metavar="P", help="A place of the region; without it her own.")
@click.option("--json", "as_json", is_flag=True, help="For machines, with ids.")
@click.pass_obj
def find(settings: Settings, email: str, theme: str, age: int, place: str | None, as_json: bool) -> None:
    """Say which partners E-MAIL would find, and by which warm way. Nothing is stored."""
    email = email.strip().lower()
    with open_graph(settings) as graph:
        asker = store.find_asker(graph, email)
        if asker is None or asker.role not in CONTRIBUTORS:
            raise click.ClickException(
                _(
                    "Niemand met het e-mailadres %(email)s heeft een open account waarmee je partners zoekt.",
                    email=email,
                )
            )
        found = store.find_answer(graph, asker.scope, _asked(graph, asker, theme, age, place))
    me = asker.scope.person
    if as_json:
        click.echo(json.dumps(_for_machines(found, me), ensure_ascii=False, indent=2, default=str))
    else:
        _print(found, me)
    promise = _(
        "Dit is wat %(email)s zou zien. Er is niets bewaard, en niemand krijgt te zien dat het contact is verteld.",
        email=email,
    )
    click.echo(promise, err=True)


def _asked(graph: Graph, asker: store.Asker, theme: str, age: int, place: str | None) -> Asked:
    choices = store.list_choices(graph, asker.scope)
    place = place or choices.own.place or ""
    for value, known in (
        (theme, list(THEME_NAMES)),
        (place, [spot.place or "" for spot in choices.places]),
    ):
        if value not in known:
            listed = ", ".join(known)
            raise click.ClickException(
                _("%(value)s staat niet in de lijst. Kies uit: %(choices)s", value=value or "–", choices=listed)
            )
    return Asked(theme, age, place)


def _print(found: Answer, me: str | None) -> None:
    if not found.hits:
        click.echo(_("Niemand in de regio biedt nu deze hulp voor deze leeftijd."))
    for place, hit in enumerate(found.hits, 1):
        phone = (hit.partner.contact and hit.partner.contact.phone) or hit.partner.phone or "–"
        click.echo(f"{place}. {hit.partner.name} ({phone})")
        click.echo(f"   {wording.reason(found, hit)}")
        click.echo(f"   {wording.way_sentence(hit, me) if hit.way else _no_way(found)}")


def _no_way(found: Answer) -> str:
    parts = [_("Er is geen weg over mensen die kunnen voorstellen.")]
    if found.nearest:
        parts.append(_("Het dichtst bij staat %(name)s.", name=wording.who(found.nearest)))
    return " ".join(parts)


def _for_machines(found: Answer, me: str | None) -> dict[str, Any]:
    return {
        "theme": found.asked.theme,
        "age": found.asked.age,
        "place": found.asked.place,
        "partners": [_row(found, hit, me) for hit in found.hits],
        "nearest": found.nearest and vars(found.nearest),
    }


def _row(found: Answer, hit: Hit, me: str | None) -> dict[str, Any]:
    partner = hit.partner
    return {
        "id": partner.id,
        "name": partner.name,
        "organisation": partner.organisation,
        "phone": partner.phone,
        "contact": partner.contact and vars(partner.contact),
        "waiting_days": partner.waiting_days,
        "capacity": partner.capacity,
        "accepting": partner.accepting,
        "verified_on": partner.verified_on,
        "near": hit.distance.near,
        "km": hit.distance.km,
        "reason": wording.reason(found, hit),
        "way": [vars(step.contact) | {"frequency": step.frequency} for step in hit.way],
        "way_sentence": wording.way_sentence(hit, me) if hit.way else None,
    }
