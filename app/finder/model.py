"""What is asked and what is found, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Spot:
    """Where something is; the co-ordinates are known of some."""

    place: str | None
    municipalities: tuple[str, ...] = ()
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Choices:
    """About which places of a region can be asked, and where the viewer's own organisation is."""

    places: tuple[Spot, ...]
    own: Spot

    def spot(self, place: str) -> Spot:
        """Where to measure from: the viewer's own organisation when that is in the place, else the place as a whole."""
        known = next((spot for spot in self.places if spot.place == place), Spot(place))
        point = self.own.point if self.own.place == place else None
        return Spot(place, known.municipalities, point)


@dataclass(frozen=True)
class Asked:
    """A question; never about one child."""

    theme: str
    age: int
    place: str


@dataclass(frozen=True)
class Contact:
    """Somebody to call; an organisation at the end of a way has no role and no organisation of its own."""

    id: str
    name: str
    role: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Partner:
    """An organisation, or somebody there, with help to offer; what is not known is None."""

    id: str
    is_person: bool
    organisation_id: str
    organisation: str
    kind: str
    spot: Spot
    phone: str | None = None
    website: str | None = None
    contact: Contact | None = None
    capacity: int | None = None
    waiting_days: int | None = None
    accepting: bool | None = None
    verified_on: date | None = None
    own_tie: str | None = None

    @property
    def name(self) -> str:
        """Who offers it."""
        return self.contact.name if self.is_person and self.contact else self.organisation


class Near(StrEnum):
    """How near a partner is, as far as is known."""

    KM = "km"
    PLACE = "place"
    MUNICIPALITY = "municipality"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Distance:
    """How near a partner is; kilometres only between two known points."""

    near: Near
    km: int | None = None


@dataclass(frozen=True)
class Step:
    """Somebody on a way, and how often the one before is in touch with her."""

    contact: Contact
    frequency: str | None = None


@dataclass(frozen=True)
class Hit:
    """A partner as it stands in the answer; the way is empty when there is none."""

    partner: Partner
    distance: Distance
    way: tuple[Step, ...] = ()
    wanted_here: bool = False


@dataclass(frozen=True)
class Answer:
    """What was asked, whom to turn to, and who is nearest when a partner has no way in."""

    asked: Asked
    hits: tuple[Hit, ...]
    nearest: Contact | None
