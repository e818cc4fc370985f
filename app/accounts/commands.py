"""The command that lets the first people in."""

import click
from flask_babel import gettext as _

from app.accounts.links import LIFETIME_S, make_login_link
from app.accounts.store import find_region, open_account
from app.config import Settings
from app.platform.access import Role, region_scope
from app.platform.serve import open_graph


@click.command("login-link")
@click.argument("email")
@click.option("--role", type=click.Choice([str(role) for role in Role]), help="Make the account, or change its role.")
@click.pass_obj
def login_link(settings: Settings, email: str, role: str | None) -> None:
    """Print a one-time link that lets the account of E-MAIL in."""
    email = email.strip().lower()
    with open_graph(settings) as graph:
        try:
            if role:
                open_account(graph, region_scope(find_region(graph, email)), email, Role(role))
            click.echo(make_login_link(graph, settings, email))
        except LookupError:
            raise click.ClickException(
                _(
                    "Niemand met het e-mailadres %(email)s heeft een open account. Met --role krijgt iemand er een, "
                    "als die in een regio werkt; mensen komen erin met lijn import personen.",
                    email=email,
                )
            ) from None
    click.echo(_("Werkt één keer, %(minutes)s minuten lang.", minutes=LIFETIME_S // 60), err=True)
