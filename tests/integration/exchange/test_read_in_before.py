"""What files brought before that was told apart from a change: migration V0027 sets it right."""

from app.config import ROOT

STATEMENTS = (ROOT / "cypher/migrations/V0027__read_in_is_not_changed.cypher").read_text(encoding="utf-8").split(";")
WRITE = """
MERGE (t:Theme {code: 'gedrag'})
CREATE (o:Organisation {id: 'o', updated_at: datetime()})
CREATE (o)-[:OFFERS {updated_at: datetime(), verified_at: datetime()}]->(t)
CREATE (p:Person {id: 'p', updated_at: datetime(), updated_by: 'p'})
CREATE (p)-[:WORKS_AT {updated_at: datetime()}]->(o)
"""
READ = """
MATCH (p:Person {id: 'p'})-[w:WORKS_AT]->(o:Organisation)-[f:OFFERS]->() UNWIND [p, w, o, f] AS one
RETURN one.updated_at IS NOT NULL AS changed, one.imported_at IS NOT NULL AS read_in
"""


def test_only_what_somebody_changed_stays_changed(region):
    region.ask(WRITE)
    for statement in filter(str.strip, STATEMENTS):
        region.ask(statement)
    assert region.ask(READ) == [[True, False], [False, True], [False, True], [False, False]]
