"""A region with a school, two partners and the samenwerkingsverband, and somebody with an account at each."""

from datetime import date, timedelta

from flask import Flask
from uuid6 import uuid7

from app.platform.access import Role, Scope, region_scope
from app.platform.graph import Graph
from tests.support.site import REGION, PageClient, client_of

SCHOOL, TEAM, CARE, SWV = "school", "team", "care", "swv"
ROLES = {SCHOOL: Role.SCHOOLLEIDER, TEAM: Role.PARTNER, CARE: Role.PARTNER, SWV: Role.SWV_MANAGER}
KINDS = {SCHOOL: "bao", TEAM: "wijkteam", CARE: "jeugdhulp", SWV: "swv"}

PLACE = """
MERGE (r:Region {code: $region}) ON CREATE SET r.name = 'Regio ' + $region, r.revision = 0
MERGE (o:Organisation {id: $id})
SET o.name = $name, o.name_key = toLower($name), o.kind = $kind, o.municipality = 'Veldhoek'
MERGE (o)-[:IN_REGION]->(r)
MERGE (p:Person {id: 'p-' + $id}) SET p.name = 'Iemand van ' + $name, p.email = $email
MERGE (p)-[:WORKS_AT {role: 'x'}]->(o)
"""


class SmallRegion:
    """The region's people, each with a client."""

    def __init__(self, app: Flask, graph: Graph, region: str = REGION) -> None:
        self.app, self.graph, self.region = app, graph, region
        self.accounts = {place: self._account(place, role) for place, role in ROLES.items()}

    def organisation(self, place: str) -> str:
        """The id of an organisation here."""
        return f"{place}-{self.region}"

    def scope(self, place: str) -> Scope:
        """How far the person of this organisation sees."""
        return Scope(self.region, f"p-{self.organisation(place)}", (self.organisation(place),))

    def client(self, place: str) -> PageClient:
        """The browser of the person of this organisation."""
        return client_of(self.app, self.accounts[place])

    def _account(self, place: str, role: Role) -> str:
        organisation, email = self.organisation(place), f"{place}@{self.region.lower()}.example"
        self.graph.driver.execute_query(
            PLACE, region=self.region, id=organisation, name=place.title(), kind=KINDS[place], email=email
        )
        with self.graph.transaction() as transaction:
            [row] = transaction.run(
                "accounts/create_account",
                scope=region_scope(self.region).parameters(),
                id=str(uuid7()),
                email=email,
                role=str(role),
            )
        return row["id"]

    def open(self, number: str = "A-1", to: str = TEAM, **more: str):
        """Open a case over HTTP."""
        form = {
            "number": number, "theme": "gedrag", "giver": self.organisation(SCHOOL), "taker": self.organisation(to),
            "note": "", "confirmed": "ja",
        }  # fmt: skip
        return self.client(SCHOOL).post("/aanvragen/nieuw", data=form | more)

    def do(self, place: str, verb: str, number: str = "A-1", **form: str):
        """Do something with a case over HTTP, on the page as it is now."""
        return self.client(place).post(f"/aanvragen/{number}/{verb}", data={"stamp": self.stamp(number)} | form)

    def hand_over(self, giver: str, taker: str, number: str = "A-1", **form: str):
        """Hand a case over, and confirm it."""
        return self.do(giver, "overdragen", number, taker=self.organisation(taker), confirmed="ja", **form)

    def stamp(self, number: str = "A-1") -> str:
        """What the page of the case carries in its forms."""
        records = self.graph.driver.execute_query(
            "MATCH (r:Referral {id: $id}) RETURN r.version AS version, COUNT { (r)-[:STEP]->() } AS steps",
            id=f"{self.region}/{number}",
        ).records
        return f"{records[0]['version']}.{records[0]['steps']}" if records else "0.0"

    def steps(self, number: str = "A-1") -> list[dict]:
        """The steps of a case, read without our code."""
        return [
            record.data()
            for record in self.graph.driver.execute_query(
                "MATCH (r:Referral {id: $id})-[s:STEP]->(h)-[:FROM]->(f) MATCH (h)-[:TO]->(t) "
                "RETURN s.n AS n, f.name AS giver, t.name AS taker, h.accepted_at IS NOT NULL AS accepted, "
                "h.declined_at IS NOT NULL AS declined, h.reason AS reason, h.note AS note, "
                "head([(h)-[:BY]->(p) | p.name]) AS by, head([(h)-[:FOR]->(p) | p.name]) AS taken_by ORDER BY n",
                id=f"{self.region}/{number}",
            ).records
        ]

    def age(self, days: int, number: str = "A-1") -> None:
        """Let everything that happened to a case have happened so many days earlier."""
        self.graph.driver.execute_query(
            "MATCH (r:Referral {id: $id})-[:STEP]->(h) SET r.opened = r.opened - duration({days: $days}), "
            "h.at = h.at - duration({days: $days}), h.accepted_at = h.accepted_at - duration({days: $days}), "
            "h.declined_at = h.declined_at - duration({days: $days})",
            id=f"{self.region}/{number}",
            days=days,
        )

    def audit(self) -> list[str]:
        """What the audit trail holds of cases, in order."""
        return [
            record["action"]
            for record in self.graph.driver.execute_query(
                "MATCH (e:AuditEvent {region: $region}) WHERE e.action STARTS WITH 'referrals.' "
                "RETURN e.action AS action ORDER BY e.at, e.id",
                region=self.region,
            ).records
        ]


def ago(days: int) -> date:
    """The day that was so many days ago."""
    return date.today() - timedelta(days=days)
