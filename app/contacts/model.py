"""What the pages of somebody's own contacts are made of."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Position:
    """What somebody does now, and where."""

    role: str
    organisation: str
    kind: str


@dataclass(frozen=True)
class Alter:
    """The other end of a tie.

    Attributes:
        id: The id of the person or organisation.
        name: Her name, or its name.
        kind: The kind of organisation; None for a person.
        positions: Where a person works in the viewer's region now; nowhere when she has left.
        elsewhere: Whether she works anywhere now, told of the viewer's own ties only.
    """

    id: str
    name: str
    kind: str | None
    positions: tuple[Position, ...]
    elsewhere: bool = False


@dataclass(frozen=True)
class Tie:
    """One tie, with all that only its owner sees; `version` tells two windows on the same tie apart."""

    state: str
    visibility: str
    kinds: tuple[str, ...] = ()
    frequency: str | None = None
    strength: int | None = None
    note: str | None = None
    at: date | None = None
    version: int = -1


@dataclass(frozen=True)
class OwnTie:
    """A row of one's own contacts: the tie, whether the other end declined it, and how often it was told."""

    alter: Alter
    tie: Tie
    declined: bool
    told: int


@dataclass(frozen=True)
class Match:
    """Somebody or something that was searched for, and whether there is a tie with it already."""

    alter: Alter
    tied: bool


@dataclass(frozen=True)
class Removed:
    """A tie that can still be put back."""

    id: str
    name: str


@dataclass(frozen=True)
class Reported:
    """A tie that somebody else tells about the viewer: who, for whom she lets it be seen, and since when."""

    ego: Alter
    visibility: str
    at: date | None


@dataclass(frozen=True)
class Declined:
    """A tie that the viewer declined."""

    id: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Telling:
    """One time that a tie of the viewer's was told: with whom the tie is, and to whom it was told."""

    alter: str
    alter_name: str | None
    listener: str
    organisation: str | None
    at: datetime


@dataclass(frozen=True)
class Around:
    """Somebody who works around the same schools, or an organisation where somebody does who may not be named.

    Attributes:
        alter: The person, or the organisation.
        schools: The names of the schools in common.
    """

    alter: Alter
    schools: tuple[str, ...]
