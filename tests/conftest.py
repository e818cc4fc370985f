"""The parts that every test may ask for: a real Neo4j (one for the session), the application, clients per role."""

pytest_plugins = ["tests.support.database", "tests.support.site", "tests.support.browser"]
