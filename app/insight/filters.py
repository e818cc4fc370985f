"""The filters that the three questions share: municipality, kind of organisation, theme."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from app.platform.access import Scope
from app.platform.graph import Graph
from app.platform.names import list_themes


@dataclass(frozen=True)
class Filters:
    """What the reader narrowed the page to; an empty text is no filter."""

    municipality: str = ""
    kind: str = ""
    theme: str = ""

    @classmethod
    def from_query(cls, query: MultiDict[str, str]) -> "Filters":
        """Read the filters from an address: `?gemeente=…&soort=…&thema=…`."""
        return cls(query.get("gemeente", ""), query.get("soort", ""), query.get("thema", ""))

    def query(self) -> dict[str, str]:
        """The filters as they stand in an address; empty ones left out."""
        named = {"gemeente": self.municipality, "soort": self.kind, "thema": self.theme}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True)
class FilterOptions:
    """What there is to choose from in this region."""

    municipalities: tuple[str, ...]
    kinds: tuple[str, ...]
    themes: tuple[tuple[str, str], ...]


def filter_options(graph: Graph, scope: Scope) -> FilterOptions:
    """The municipalities and kinds that occur in the viewer's region, and the themes (code and name)."""
    [row] = graph.read("insight/list_filter_options", scope=scope.parameters())
    return FilterOptions(tuple(row["municipalities"]), tuple(row["kinds"]), tuple(list_themes()))
