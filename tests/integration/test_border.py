"""Nobody looks over the border of her region: every id of the neighbour is asked for, on every route that takes one."""

import pytest

from app.platform.access import Role
from tests.access_table import SOME_ID, TABLE, Row
from tests.support.site import DEMO_REGION, NEIGHBOUR

# These ask for every id, and who else may use the route for some of each kind.
THOROUGH = (Role.SWV_MANAGER, Role.SCHOOLLEIDER, Role.BEHEERDER)
# A page by a one-time link knows its reader by the link alone, and 410 is all that a link that is none gets.
TAKING_IDS = [row for row in TABLE if SOME_ID in row.arguments.values() and "token" not in row.arguments]
IDS = """
MATCH (:Region {code: $region})<-[:IN_REGION]-(here)
OPTIONAL MATCH (here)<-[:WORKS_AT]-(p:Person)
WHERE NOT EXISTS { (p)-[:WORKS_AT]->(:Organisation)-[:IN_REGION]->(:Region {code: $home}) }
OPTIONAL MATCH (a:Account {region: $region})
UNWIND [[labels(here)[0], here.id], ['Person', p.id], ['Account', a.id]] AS found
WITH DISTINCT found WHERE found[1] IS NOT NULL
RETURN found[0] AS label, collect(found[1]) AS ids
"""


@pytest.fixture
def foreign_ids(demo_graph) -> dict[str, list[str]]:
    """The ids of everything in the neighbouring region, by label."""
    records = demo_graph.driver.execute_query(IDS, region=NEIGHBOUR, home=DEMO_REGION).records
    return {record["label"]: record["ids"] for record in records}


def test_there_is_a_border_to_look_over(foreign_ids):
    assert {label: len(ids) > 2 for label, ids in foreign_ids.items()} == dict.fromkeys(
        ("Organisation", "Person", "Referral", "Account"), True
    )
    assert len(TAKING_IDS) > 10


@pytest.mark.parametrize("row", TAKING_IDS, ids=str)
def test_what_lies_behind_the_border_is_not_there(demo_site, demo_client_as, foreign_ids, row: Row):
    for role in (*THOROUGH, *sorted(row.roles - set(THOROUGH))):
        client = demo_client_as(role)
        most = None if row.method == "GET" and role in THOROUGH else 2
        for id_ in (id_ for ids in foreign_ids.values() for id_ in ids[:most]):
            arguments = {name: id_ if value == SOME_ID else value for name, value in row.arguments.items()}
            with demo_site.test_request_context():
                address = demo_site.url_for(row.endpoint, **arguments)
            with client.open(address, method=row.method) as answer:
                assert answer.status_code == 404, f"{role}: {row.method} {address}"
