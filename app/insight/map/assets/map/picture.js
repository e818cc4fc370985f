// From what the server sends to a graph that sigma draws. A row is a list; its columns stand in payload.py.
import Graph from "graphology";

export const OPEN_SIZE = 8;
const MUTUAL = { color: "#8aa9a8", zIndex: 1 };
const ONE_SIDED = { color: "#dbe2e0", zIndex: 0 };

/** The organisations, sized by their mutual ties, and a line for each two whose people know each other. */
export function drawOrganisations({ organisations, bonds }, colours) {
  const graph = new Graph({ type: "undirected", multi: false });
  const most = Math.max(1, ...organisations.map((row) => row[8]));
  for (const [id, label, kind, municipality, x, y, people, ties, mutual] of organisations) {
    const size = 7 + 11 * Math.sqrt(mutual / most);
    const told = { label, kind, municipality, people, ties, mutual };
    graph.addNode(id, { ...told, x, y, size, closedSize: size, color: colours[kind] });
  }
  for (const [one, other, ties, mutual] of bonds) {
    graph.addEdge(organisations[one][0], organisations[other][0], {
      ties, ...(mutual ? MUTUAL : ONE_SIDED),
    });
  }
  return graph;
}

/** Leaves the place to the people: no lines between organisations, and these no larger than their letters need. */
export function makeRoom(graph) {
  graph.clearEdges();
  graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, size: OPEN_SIZE }));
}

/** Adds people round their organisation, with a line to each whom they know, or to where that one works. */
export function addPeople(graph, { people, lines }) {
  for (const [id, label, role, home, x, y, mutual] of people) {
    const { color, kind, municipality } = graph.getNodeAttributes(home);
    const attributes = { label, role, home, x, y, mutual, color, kind, municipality, size: 2.5 + Math.sqrt(mutual) / 2 };
    graph.mergeNode(id, attributes);
  }
  for (const [one, other, mutual] of lines) {
    const ends = [one, other].map((end) => (typeof end === "number" ? people[end][0] : end));
    const seen = graph.hasEdge(...ends) && graph.getEdgeAttribute(...ends, "mutual");
    graph.mergeEdge(...ends, { mutual: mutual || seen, ...(mutual || seen ? MUTUAL : ONE_SIDED) });
  }
}

/** Takes the people of an organisation away again. */
export function removePeople(graph, organisation) {
  for (const id of graph.filterNodes((_, { home }) => home === organisation)) graph.dropNode(id);
}

/** The id of what has this id or, failing that, has the text in its name; null when there is nothing. */
export function findOne(graph, text, shown) {
  const sought = text.toLowerCase();
  const first = (fits) => graph.findNode((id, data) => shown(data) && fits(id, data.label.toLowerCase()));
  return first((id) => id === text) ?? first((_, name) => name === sought) ?? first((_, name) => name.includes(sought)) ?? null;
}
