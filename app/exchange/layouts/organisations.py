"""Organisations that a file makes on its way."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.exchange.known import KnownOrganisation, name_key


def write_organisation(
    row: int, organisation: KnownOrganisation, values: Mapping[str, Any], themes: Sequence[str] = ()
) -> tuple[str, dict[str, Any]]:
    """The row for `exchange/write_organisations`.

    Args:
        row: Where it stands in the file.
        organisation: Who it is.
        values: What else is known of it.
        themes: The codes of the themes that it offers.
    """
    named = {"kind": organisation.kind, "name": organisation.name, "number": organisation.number}
    return "exchange/write_organisations", {
        "row": row,
        "id": organisation.id,
        "name_key": name_key(organisation.name),
        "themes": list(themes),
        "values": {**named, **values},
    }
