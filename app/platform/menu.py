"""The main menu: only what the viewer's role may open."""

from flask import Flask, current_app
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from flask_login import current_user

from app.platform.access import FINDINGS

FIND = ("finder.question", _("Juiste partner"))
ENTRIES = (
    ("insight.region", _("Regio")),
    ("insight.brokers", _("Bruggenbouwers")),
    ("insight.links", _("Ontbrekende schakels")),
    ("insight.paths", _("Trage routes")),
    ("insight.map", _("Kaart")),
    ("directory.organisations", _("Sociale kaart")),
    ("contacts.overview", _("Mijn contacten")),
    ("referrals.overview", _("Aanvragen")),
    ("entry.page", _("Klopt dit nog?")),
    ("outbox.tasks", _("Taken")),
    ("exchange.files", _("Inlezen")),
    ("accounts.overview", _("Accounts")),
    ("accounts.audit", _("Logboek")),
)


def offer_menu(app: Flask) -> None:
    """Give the templates `menu()`: the endpoints that the viewer may open, each with its label."""
    app.jinja_env.globals["menu"] = _menu


def _menu() -> list[tuple[str, LazyString]]:
    known = current_app.view_functions
    # Who reads findings begins with the region; everybody else with her own question.
    entries = (*ENTRIES, FIND) if current_user.role in FINDINGS else (FIND, *ENTRIES)
    return [(endpoint, label) for endpoint, label in entries if endpoint in known and current_user.may(endpoint)]
