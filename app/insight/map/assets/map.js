// The map: draws what the server placed, opens an organisation, finds and filters. The table under it says the same.
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import { drawLetters, drawName } from "./map/writing.js";
import { addPeople, drawOrganisations, findOne, makeRoom, OPEN_SIZE, removePeople } from "./map/picture.js";

const EXTENT = { x: [0, 1400], y: [0, 1000] };
const FADED = "#dfe4e2";
const CHOSEN = "#0b5457";
const PAN = 0.1;
const NEAR_WIDTH = 3300;
const box = document.getElementById("map");
const { dataset } = box;
const said = document.getElementById("map-said");
const legend = [...document.querySelectorAll(".legend [data-kind]")];
const read = (what) => Object.fromEntries(legend.map((letter) => [letter.dataset.kind, what(letter)]));
const colours = read((letter) => getComputedStyle(letter).backgroundColor);
const letters = read((letter) => [letter.textContent, getComputedStyle(letter).color]);
const number = new Intl.NumberFormat(document.documentElement.lang);
const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;

const load = async (address) => (await fetch(address)).json();
const canDraw = () => Boolean(document.createElement("canvas").getContext("webgl2"));

async function start() {
  const everyone = "everyone" in dataset && load(dataset.people);
  const graph = drawOrganisations(await load(dataset.organisations), colours);
  if (everyone) {
    makeRoom(graph);
    addPeople(graph, await everyone);
  }
  const map = new RegionMap(graph, Boolean(everyone));
  map.listen();
  const sought = dataset.focus || dataset.search;
  if (sought) await map.find(sought);
  await new Promise(requestAnimationFrame);
  box.dataset.ready = "";
}

class RegionMap {
  constructor(graph, everyone) {
    this.graph = graph;
    this.everyone = everyone;
    this.opened = new Set();
    this.chosen = null;
    this.centre = new Set();
    this.near = new Set();
    this.renderer = new Sigma(graph, box, {
      defaultDrawNodeLabel: drawName,
      defaultEdgeType: "line",
      edgeProgramClasses: { line: EdgeLineProgram },
      hideEdgesOnMove: true,
      labelFont: getComputedStyle(document.body).fontFamily,
      labelSize: 13,
      labelRenderedSizeThreshold: 6,
      labelColor: { color: getComputedStyle(document.body).color },
      nodeReducer: (id, data) => this.dress(id, data),
      edgeReducer: (id, data) => this.dressLine(id, data),
      zIndex: true,
    });
    this.renderer.setCustomBBox(EXTENT);
    this.camera = this.renderer.getCamera();
    drawLetters(this.renderer, letters);
    this.renderer.refresh();
  }

  filtersOut({ kind, municipality }) {
    return Boolean((dataset.kind && kind !== dataset.kind) || (dataset.municipality && municipality !== dataset.municipality));
  }

  dress(id, data) {
    const hidden = this.filtersOut(data);
    const faded = this.chosen !== null && !this.near.has(id);
    if (faded) return { ...data, hidden, faded, color: FADED, label: "" };
    return { ...data, hidden, forceLabel: id === this.chosen, zIndex: this.near.has(id) ? 1 : 0 };
  }

  dressLine(id, data) {
    if (this.chosen === null) return data;
    const touched = this.graph.extremities(id).some((end) => this.centre.has(end));
    return touched ? { ...data, color: CHOSEN } : { ...data, hidden: true };
  }

  listen() {
    this.renderer.on("clickNode", ({ node }) => this.press(node));
    this.renderer.on("clickStage", () => this.choose(null));
    box.addEventListener("keydown", (event) => this.steer(event));
    document.getElementById("map-search").addEventListener("submit", (event) => this.search(event));
    for (const link of document.querySelectorAll("[data-open]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        box.focus();
        this.find(link.dataset.open);
      });
    }
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => this.zoom(button.dataset.zoom));
      button.parentElement.hidden = false;
    }
  }

  press(id) {
    if (this.opened.has(id)) this.close(id);
    else this.show(id);
  }

  async show(id) {
    if (!this.graph.getNodeAttribute(id, "home")) await this.open(id);
    this.choose(id);
  }

  async open(id) {
    if (this.everyone || this.opened.has(id)) return;
    addPeople(this.graph, await load(dataset.staff.replace("ID", encodeURIComponent(id))));
    this.graph.setNodeAttribute(id, "size", OPEN_SIZE);
    this.opened.add(id);
  }

  close(id) {
    removePeople(this.graph, id);
    this.graph.updateNode(id, (attributes) => ({ ...attributes, size: attributes.closedSize }));
    this.opened.delete(id);
    this.choose(null);
  }

  choose(id) {
    this.chosen = id;
    const people = this.graph.filterNodes((_, { home }) => id !== null && home === id);
    this.centre = new Set(people.length ? people : [id]);
    const known = id === null ? [] : [...this.centre].flatMap((one) => this.graph.neighbors(one));
    this.near = new Set([id, ...this.centre, ...known]);
    said.textContent = id === null ? "" : this.tell(this.graph.getNodeAttributes(id));
    this.renderer.refresh();
  }

  tell(data) {
    const sentence = data.home ? dataset.personSays : dataset.organisationSays;
    return sentence.replace(/\{(\w+)\}/g, (_, word) => {
      const value = word === "name" ? data.label : data[word];
      return typeof value === "number" ? number.format(value) : value;
    });
  }

  async find(text) {
    const id = findOne(this.graph, text, (data) => !this.filtersOut(data)) ?? (await this.findPerson(text));
    if (id === null) {
      said.textContent = dataset.nothing;
      return;
    }
    await this.show(id);
    box.scrollIntoView({ block: "nearest" });
    const { x, y } = this.renderer.getNodeDisplayData(id);
    await this.camera.animate({ x, y, ratio: Math.min(0.35, box.clientWidth / NEAR_WIDTH) }, { duration });
  }

  async findPerson(text) {
    if (this.everyone) return null;
    const { people } = await load(dataset.people);
    const sought = text.toLowerCase();
    const shown = ([, , , home]) => !this.filtersOut(this.graph.getNodeAttributes(home));
    const person = people.filter(shown).find(([id, name]) => id === text || name.toLowerCase().includes(sought));
    if (!person) return null;
    await this.open(person[3]);
    return person[0];
  }

  search(event) {
    const text = new FormData(event.target).get("zoek").trim();
    const filters = ["gemeente", "soort"].map((name) => new FormData(event.target).get(name)).join("|");
    if (!text || filters !== [dataset.municipality, dataset.kind].join("|")) return;
    event.preventDefault();
    this.find(text);
  }

  zoom(how) {
    if (how === "in") this.camera.animatedZoom({ duration });
    else if (how === "out") this.camera.animatedUnzoom({ duration });
    else this.camera.animatedReset({ duration });
  }

  steer(event) {
    const { x, y, ratio } = this.camera.getState();
    const step = PAN * ratio;
    const moves = {
      ArrowLeft: { x: x - step }, ArrowRight: { x: x + step }, ArrowUp: { y: y + step }, ArrowDown: { y: y - step },
    };
    const zooms = { "+": "in", "=": "in", "-": "out", 0: "all" };
    if (event.key in moves) this.camera.setState(moves[event.key]);
    else if (event.key in zooms) this.zoom(zooms[event.key]);
    else if (event.key === "Escape") this.choose(null);
    else return;
    event.preventDefault();
  }
}

if (canDraw()) await start();
else {
  box.hidden = true;
  document.getElementById("no-drawing").hidden = false;
}
