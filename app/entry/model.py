"""What others see of somebody, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a line is about; it stands in the line's address."""

    PERSON = "gegevens"
    ORGANISATION = "organisatie"
    POSITION = "functie"
    OFFER = "aanbod"


@dataclass(frozen=True)
class Line:
    """One thing that others see, and how sure they may be of it.

    Attributes:
        kind: What it is about.
        key: What it is called in an address, among the lines of its kind.
        holder: The id of the person or the organisation that it says something of.
        name: Her or its name.
        about: Of a position the organisation's id, of an offer the theme's code.
        title: The name of that.
        values: What may be changed, as it is now.
        verified_at: When somebody last said that it is right.
        updated_at: When a value last changed.
        updated_by: Who changed it, by name.
        until: Of a position its last day, when that is known.
    """

    kind: Kind
    key: str
    holder: str
    name: str
    about: str
    title: str
    values: Mapping[str, Any]
    verified_at: datetime | None
    updated_at: datetime | None
    updated_by: str | None
    until: date | None = None


@dataclass(frozen=True)
class Undo:
    """A change of less than a day ago that its maker may take back.

    Attributes:
        id: Its id.
        kind: What it is about.
        what: `changed`, `added`, `removed`, `left` or `succeeded`.
        title: The theme, or the organisation that was left.
        name: Whose offer it is, or who left.
        was: The values from before it.
    """

    id: str
    kind: str
    what: str
    title: str
    name: str
    was: Mapping[str, Any]
