"""The tables about brokers to take along: their columns and cells."""

from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from flask_babel import lazy_gettext as _

from app.insight.brokers.model import Broker, Organisation
from app.network.leaving import Change
from app.platform.i18n import number
from app.platform.names import kind_name

BROKER_HEADER = (
    _("Naam"),
    _("Functie"),
    _("Organisatie"),
    _("Soort"),
    _("Gemeente"),
    _("Aantal scholen zonder weg naar jeugdhulp"),
    _("Scholen zonder weg naar jeugdhulp"),
    _("Tussenpositie"),
    _("Gebondenheid"),
    _("Coördinator"),
    _("Poortwachter"),
    _("Vertegenwoordiger"),
    _("Bemiddelaar"),
    _("Schakel"),
    _("Contacten"),
    _("Voorstel tweede contactpersoon"),
)
CHANGE_HEADER = (_("Organisatie"), _("Andere organisatie"), _("Stappen nu"), _("Stappen dan"))


def broker_cells(row: Broker) -> list[Any]:
    """The cells of one broker, in the order of `BROKER_HEADER`."""
    organisation = row.person.organisation
    return [
        row.person.name,
        row.person.role,
        organisation.name,
        kind_name(organisation.kind),
        organisation.municipality,
        len(row.schools_lost),
        ", ".join(school.name for school in row.schools_lost),
        number(row.betweenness, 4),
        number(row.constraint, 4),
        *astuple(row.roles),
        row.ties,
        row.second and f"{row.second.person.name}, {row.second.person.organisation.name}",
    ]


def change_cells(change: Change, organisations: Mapping[str, Organisation]) -> list[Any]:
    """The cells of one pair of organisations, in the order of `CHANGE_HEADER`."""
    return [organisations[change.one].name, organisations[change.other].name, change.now, change.then]
