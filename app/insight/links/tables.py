"""The missing links as tables to take along: a header and the cells of each row, by rule."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _

from app.insight.links.model import Finding, NearMiss, NormGaps, OneSided, SameCases, Wanted
from app.platform.names import norm_name


def header(rule: str) -> tuple[str, ...]:
    """The columns' titles of one rule."""
    return {
        "same-cases": (_("Organisatie"), _("Organisatie"), _("Aanvragen"), _("Nummers"), _("Stel voor")),
        "norm": (_("School"), _("Gemeente"), _("Ontbreekt"), _("Leer kennen"), _("IB'er"), _("Sinds")),
        "one-sided": (_("Organisatie"), _("Organisatie"), _("Aanvragen"), _("Eenzijdige contacten")),
        "wanted": (_("Wie"), _("Organisatie"), _("Zoekt"), _("Organisatie"), _("Stappen"), _("Weg")),
        "near-miss": (
            _("Wie"),
            _("Organisatie"),
            _("En wie"),
            _("Organisatie"),
            _("Samen"),
            _("Gezamenlijke contacten"),
        ),
    }[rule]


def cells(row: Finding) -> tuple[Any, ...]:
    """The cells of one row, in the order of its rule's header."""
    match row:
        case SameCases():
            numbers = listed(case.number for case in row.cases)
            people = listed(person.name for person in row.introduce)
            return row.one.name, row.other.name, len(row.cases), numbers, people
        case NormGaps():
            ib = row.counsellor
            missing = listed(norm_name(gap.norm) for gap in row.missing), listed(gap.person.name for gap in row.missing)
            return row.school.name, row.school.municipality, *missing, ib and ib.name, ib and ib.since
        case OneSided():
            ties = listed(f"{tie.ego.name} > {tie.alter.name}" for tie in row.ties)
            return row.one.name, row.other.name, row.cases, ties
        case Wanted():
            ends = row.ego.name, row.organisations[0].name, row.alter.name, row.organisations[1].name
            return *ends, len(row.way) or None, " > ".join(step.person.name for step in row.way)
        case NearMiss():
            ends = row.one.name, row.one.organisation.name, row.other.name, row.other.organisation.name
            return *ends, len(row.common), listed(person.name for person in row.common)


def listed(texts: Iterable[str]) -> str:
    """The texts in one cell."""
    return ", ".join(texts)
