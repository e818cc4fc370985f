"""Two colleagues of a wijkteam, somebody of another organisation, and a neighbouring region.

Ann works at the wijkteam and, one day a week, at the school; Bob works at the wijkteam; Cas at the school. Dot works
in another region. The wijkteam offers two themes and Ann herself one.
"""

import re

from app.accounts.store import open_account
from app.entry import store
from app.platform.access import Role, Scope, region_scope
from app.platform.graph import Graph
from tests.support.site import REGION, PageClient

ELSEWHERE = "PO-99-03"
PAGE = "/klopt-dit-nog"
MARK = re.compile(r'name="mark"[^>]*value="(\w+)"')
EVENTS = "MATCH (e:AuditEvent {region: $region}) WITH e ORDER BY e.at, e.id RETURN collect(e.action)"
PEOPLE = {"ann": "Ann Aerts", "bob": "Bob Bos", "cas": "Cas Kroon", "dot": "Dot Deen"}

WRITE = """
UNWIND $regions AS code
MERGE (r:Region {code: code}) SET r.name = 'Regio ' + code, r.revision = 0
WITH count(*) AS regions
UNWIND $organisations AS row
MATCH (r:Region {code: row[3]})
CREATE (o:Organisation {id: row[0], name: row[1], kind: row[2], name_key: toLower(row[1])})-[:IN_REGION]->(r)
WITH count(*) AS organisations
UNWIND $positions AS row
MATCH (o:Organisation {id: row[1]})
MERGE (p:Person {id: row[0]}) SET p.email = row[0] + '@dorp.example', p.name = $people[row[0]]
CREATE (p)-[:WORKS_AT {role: row[2], since: date('2024-08-01'), days: row[3]}]->(o)
WITH count(*) AS positions
UNWIND $offers AS row
MATCH (h {id: row[0]}) WHERE h:Person OR h:Organisation
MATCH (t:Theme {code: row[1]})
CREATE (h)-[:OFFERS]->(t)
"""


def write_town(graph: Graph) -> dict[str, str]:
    """Put it all in the database; return the account of each person."""
    graph.driver.execute_query(
        WRITE,
        regions=[REGION, ELSEWHERE],
        organisations=[
            ["team", "wijkteam Oost", "wijkteam", REGION],
            ["school", "De Akker", "bao", REGION],
            ["far", "wijkteam Ver", "wijkteam", ELSEWHERE],
        ],
        people=PEOPLE,
        positions=[
            ["ann", "team", "consulent", 3.0],
            ["ann", "school", "coach", 1.0],
            ["bob", "team", "consulent", 4.0],
            ["cas", "school", "IB", 2.5],
            ["dot", "far", "consulent", 4.0],
        ],
        offers=[["team", "gedrag"], ["team", "taal"], ["ann", "angst"], ["far", "taal"]],
    )
    return {
        person: open_account(graph, region_scope(ELSEWHERE if person == "dot" else REGION), email(person), Role.PARTNER)
        for person in PEOPLE
    }


def email(person: str) -> str:
    """Somebody's e-mail address."""
    return f"{person}@dorp.example"


def scope_of(person: str) -> Scope:
    """How far somebody sees."""
    return Scope(ELSEWHERE if person == "dot" else REGION, person)


def one(graph: Graph, query: str, **parameters):
    """The only value that a query gives."""
    [record] = graph.driver.execute_query(query, **parameters).records
    return record[0]


def everything(graph: Graph) -> list[str]:
    """The whole database but its audit trail, what counts changes, and the search texts that follow from all else."""
    nodes = graph.driver.execute_query(
        "MATCH (n) WHERE NOT n:AuditEvent AND NOT n:Region "
        "WITH n, n {.*, search_region: null, search_name: null, search_text: null} AS has "
        "RETURN labels(n) AS of, CASE WHEN n:Referral THEN n {.*, version: null, changed_at: null} ELSE has END AS has"
    ).records
    ties = graph.driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.number), type(r), properties(r), coalesce(b.id, b.code)"
    ).records
    return sorted(repr(sorted(record.data().items())) for record in [*nodes, *ties])


def address_of(graph: Graph, person: str, kind: str, title: str) -> str:
    """Where somebody changes one of her lines."""
    lines = store.list_lines(graph.read, scope_of(person))
    [line] = [line for line in lines if line.kind == kind and line.title == title]
    return f"{PAGE}/{line.kind}/{line.key}"


def filled(client: PageClient, address: str, **values: str) -> dict[str, str]:
    """What the form of a line holds, with these values typed over it."""
    text = client.get(address).text
    fields = dict(re.findall(r'<input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', text))
    return {**fields, "mark": MARK.search(text)[1], **values}
