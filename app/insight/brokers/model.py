"""What the question about brokers speaks of: people where they work, the region's network, and the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.network import Network
from app.network.leaving import Loss


@dataclass(frozen=True)
class Organisation:
    """A school or a partner."""

    id: str
    name: str
    kind: str
    municipality: str | None


@dataclass(frozen=True)
class Person:
    """Somebody at the organisation where she works most; `role` is what she does there."""

    id: str
    name: str
    role: str | None
    organisation: Organisation


@dataclass(frozen=True, eq=False)
class RegionNetwork:
    """The region's people and the ties between them that the viewer may be told of.

    Attributes:
        people: Everybody who works in the region now, by id.
        organisations: Every organisation of the region, by id; also those without people.
        network: Who knows whom; its members are everybody who works there, also on other days.
        wishes: Contacts that somebody would like to have: ids of ego and alter.
        latest: The day of the newest tie.
    """

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    network: Network
    wishes: tuple[tuple[str, str], ...]
    latest: date | None

    @property
    def ties(self) -> int:
        """On how many ties between people a measure rests."""
        count: int = self.network.told.ecount()
        return count

    def of_kind(self, *kinds: str) -> list[str]:
        """The ids of the organisations of these kinds."""
        return [organisation.id for organisation in self.organisations.values() if organisation.kind in kinds]


@dataclass(frozen=True)
class Roles:
    """How often somebody joins two people who have no tie, by the kinds of the three. Gould & Fernandez 1989."""

    coordinator: int = 0
    gatekeeper: int = 0
    representative: int = 0
    consultant: int = 0
    liaison: int = 0

    @property
    def total(self) -> int:
        """All five together."""
        return self.coordinator + self.gatekeeper + self.representative + self.consultant + self.liaison


@dataclass(frozen=True)
class SecondContact:
    """Who could be a second way.

    Attributes:
        person: The one proposed.
        schools: How many of the schools that would lose their way she stands close to.
        wanted: True: these schools want the contact, and she has a way to youth care. False: she knows these schools
            already, and needs a contact at youth care herself.
    """

    person: Person
    schools: int
    wanted: bool


@dataclass(frozen=True)
class Broker:
    """A row of the answer.

    Attributes:
        person: Who it is about.
        schools_lost: The schools that have no way to youth care without her, by name.
        betweenness: The share of the shortest ways between others that lead past her, 0 to 1.
        constraint: How much her contacts lead back to each other; low is a bridge.
        splits: Whether the network falls into more pieces without her.
        roles: How often she joins whom.
        ties: How many people she has a tie with.
        second: The proposed second contact; None where no school is lost, or nobody fits.
    """

    person: Person
    schools_lost: tuple[Organisation, ...]
    betweenness: float | None
    constraint: float | None
    splits: bool
    roles: Roles
    ties: int
    second: SecondContact | None


@dataclass(frozen=True)
class BrokersAnswer:
    """Everybody who joins others, who matters most first; and on how much that was measured."""

    rows: tuple[Broker, ...]
    people: int
    ties: int
    latest: date | None


@dataclass(frozen=True)
class SchoolChange:
    """What a school notices on its way to youth care.

    Attributes:
        school: The school.
        way: The people along its shortest way now, in order.
        care: Where that way ends.
        now: Its steps now, in ties.
        then: Its steps without the broker; None when no way is left.
    """

    school: Organisation
    way: tuple[Person, ...]
    care: Organisation
    now: int
    then: int | None


@dataclass(frozen=True)
class Evidence:
    """Why somebody stands in the answer.

    Attributes:
        broker: Her row.
        schools: The schools that lose their way to youth care, then those with a detour.
        loss: What the whole network loses.
        care: The organisations for youth care where she knows somebody, or where the ways of these schools end.
        joined: The kinds she joins: kind of the one, kind of the other, how often; most often first.
    """

    broker: Broker
    schools: tuple[SchoolChange, ...]
    loss: Loss
    care: tuple[Organisation, ...]
    joined: tuple[tuple[str, str, int], ...]
