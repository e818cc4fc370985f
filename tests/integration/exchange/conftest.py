"""A small region of invented organisations and people, and a way to write a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.exchange.importing import ImportReport, import_file
from app.platform.access import Scope, region_scope
from app.platform.graph import Graph

SCHOOLS = """\
INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM ;BEVOEGD GEZAG NUMMER;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;\
PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;TELEFOONNUMMER;INTERNETADRES
99AA;99AA00;De Linde;90010;Dorpsstraat;3-A;5955 DM;BRONHOVEN;9000;BRONHOVEN;0999550000;www.delinde.example
99AA;99AA01;De Linde Oost;90010;Lindelaan;4;5955 DN;BRONHOVEN;9000;BRONHOVEN; ;{blank}
99AB;99AB00;Het Mozaïek;90011;Kerkpad;12;5960 AA;OOST IJSSELDIJK;9001;OOST IJSSELDIJK;0999550002;www.mozaiek.example
""".format(blank=" " * 80)
PEOPLE = """\
email;naam;telefoon;organisatie;soort;gemeente;plaats;themas;functie;vanaf;tot;dagen
Noor@delinde.example;Noor de Wit;06-00000001;99AA00;;;;;IB;2021-08-01;;3
karim@wijk.example;Karim Aydin;;Wijkteam Noord;wijkteam;Bronhoven;Bronhoven;gedrag,thuiszitten;jeugdhulp;1-9-2022;;4,5
sanne@wijk.example;Sanne Prins;;wijkteam noord;;;;;jeugdhulp;;;
ilse@mozaiek.example;Ilse Bos;;Het Mozaïek;;;;;schoolleider;2019-08-01;2025-07-31;5
"""
TIES = """\
van;naar;toestand;soorten;waarde;hoe vaak;sterkte;zichtbaar;notitie;datum
noor@delinde.example;karim@wijk.example;;K,G;positief;wekelijks;4;gedeeld;belt op dinsdag;2026-01-05
karim@wijk.example;noor@delinde.example;aanwezig;K;;maandelijks;3;introducties;;2026-02-01
noor@delinde.example;Wijkteam Noord;gewenst;;;;;;;
"""
REFERRALS = """\
zaak;thema;geopend;gesloten;uitkomst;stap;van organisatie;naar organisatie;overgedragen;aangenomen;van;naar;toelichting
Z-1;gedrag;2025-09-01;;;1;99AA00;Wijkteam Noord;2025-09-03;2025-10-01;noor@delinde.example;karim@wijk.example;thuis
Z-2;taal;2025-09-02;2026-01-10;geplaatst;1;99AB00;Wijkteam Noord;2025-09-02;;;;
Z-1;gedrag;2025-09-01;;;2;Wijkteam Noord;Het Mozaïek;2025-11-01;;;;
"""
FILES = {"scholen": SCHOOLS, "personen": PEOPLE, "contacten": TIES, "verwijzingen": REFERRALS}


@dataclass
class Region:
    """The region under test, and what one can do to it."""

    graph: Graph
    scope: Scope
    folder: Path

    def write(self, text: str, name: str = "file.csv", encoding: str = "utf-8") -> Path:
        path = self.folder / name
        path.write_text(text, encoding=encoding)
        return path

    def take(self, kind: str, text: str, **options) -> ImportReport:
        """Import a file with this text."""
        return import_file(self.graph, self.scope, kind, self.write(text), **options)

    def fill(self, *kinds: str) -> None:
        """Import the region's own files of these kinds."""
        for kind in kinds:
            report = self.take(kind, FILES[kind])
            assert not report.problems, report.problems

    def ask(self, query: str, **parameters):
        """Rows from the database, past the application."""
        return [record.values() for record in self.graph.driver.execute_query(query, **parameters).records]

    def revision(self) -> int:
        return self.ask("MATCH (r:Region {code: $code}) RETURN r.revision", code=self.scope.region)[0][0]

    def wrong(self, kind: str, text: str, **options) -> list[tuple]:
        """What is wrong with a file, after a look that nothing was written."""
        before = self.content()
        report = self.take(kind, text, **options)
        assert self.content() == before
        assert not report.written
        return [(problem.row, problem.column, problem.value, problem.nearest) for problem in report.problems]

    def content(self) -> list:
        """Everything in the database, by its labels and types and how much of each there is."""
        nodes = self.ask("MATCH (n) RETURN labels(n) AS kind, count(*), sum(size(keys(n))) ORDER BY kind")
        ties = self.ask("MATCH ()-[t]->() RETURN type(t) AS kind, count(*), sum(size(keys(t))) ORDER BY kind")
        return [nodes, ties, self.revision()]


@pytest.fixture
def make_region(graph: Graph, tmp_path: Path) -> Callable[[str], Region]:
    """Make an empty region with this code."""

    def make(code: str) -> Region:
        scope = region_scope(code)
        with graph.transaction() as transaction:
            transaction.run("platform/create_region", scope=scope.parameters(), name=f"Regio {code}")
        return Region(graph, scope, tmp_path)

    return make


@pytest.fixture
def region(make_region) -> Region:
    """An empty region."""
    return make_region("PO-99-02")
