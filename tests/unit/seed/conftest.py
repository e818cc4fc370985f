"""An independent reading of the generated files: the csv module and networkx, nothing of the generator."""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import pytest

from seed import GeneratedRegion, generate

SCHOOL_KINDS = {"bao", "sbo", "so"}
VISIBLE = {"gedeeld", "introducties"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@dataclass
class Reading:
    """The four files, and what follows from them without any rule of the application."""

    schools: list[dict[str, str]]
    positions: list[dict[str, str]]
    contacts: list[dict[str, str]]
    handovers: list[dict[str, str]]
    kind: dict[str, str] = field(default_factory=dict)
    title: dict[str, str] = field(default_factory=dict)
    municipality: dict[str, str] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    role: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.schools:
            key = row["VESTIGINGSCODE"]
            self.kind[key], self.title[key] = row["SOORT"], row["VESTIGINGSNAAM"]
            self.municipality[key] = row["GEMEENTENAAM"]
        for row in self.positions:
            key = row["organisatie"]
            self.name[row["email"]] = row["naam"]
            if row["soort"]:
                self.kind[key], self.title[key], self.municipality[key] = row["soort"], key, row["gemeente"]
            if not row["tot"]:
                self.members[key].add(row["email"])
                self.role.setdefault(row["email"], row["functie"])

    @property
    def by_name(self) -> dict[str, str]:
        return {name: email for email, name in self.name.items()}

    @property
    def key(self) -> dict[str, str]:
        return {title: key for key, title in self.title.items()}

    def of_kind(self, *kinds: str) -> list[str]:
        return [key for key, kind in self.kind.items() if kind in kinds]

    def present(self, *, visible: bool) -> set[tuple[str, str]]:
        return {
            (row["van"], row["naar"])
            for row in self.contacts
            if row["toestand"] == "aanwezig" and (row["zichtbaar"] in VISIBLE or not visible)
        }

    def graph(self, *, visible: bool = True, current_only: bool = True) -> nx.Graph:
        graph = nx.Graph()
        graph.add_nodes_from(self.name)
        graph.add_edges_from(self.present(visible=visible))
        if current_only:
            graph.remove_nodes_from(set(self.name) - set(self.role))
        return graph

    def cases(self) -> dict[str, list[dict[str, str]]]:
        found: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in self.handovers:
            found[row["zaak"]].append(row)
        return {case: sorted(rows, key=lambda row: int(row["stap"])) for case, rows in found.items()}

    def routes(self) -> dict[str, list[str]]:
        return {
            case: [rows[0]["van organisatie"], *(row["naar organisatie"] for row in rows)]
            for case, rows in self.cases().items()
        }


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> GeneratedRegion:
    return generate(tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="package")
def region(made: GeneratedRegion) -> Reading:
    return Reading(*(read(path) for path in (made.schools, made.people, made.contacts, made.referrals)))
