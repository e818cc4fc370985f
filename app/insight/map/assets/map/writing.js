// What is written on the map: names beside the dots, letters in them, so that a kind is never told by colour alone.

/** Writes a name beside its dot, on a light edge so that it can be read over lines. */
export function drawName(context, { label, x, y, size }, { labelSize, labelFont, labelColor }) {
  if (!label) return;
  context.font = `${labelSize}px ${labelFont}`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = "#fffd";
  context.strokeText(label, x + size + 3, y + labelSize / 3);
  context.fillStyle = labelColor.color;
  context.fillText(label, x + size + 3, y + labelSize / 3);
}

/** Draws the letters of the organisations' kinds over their dots, again at each frame. */
export function drawLetters(renderer, letters) {
  const context = renderer.getCanvases().labels.getContext("2d");
  const graph = renderer.getGraph();
  renderer.on("afterRender", () => {
    context.textAlign = "center";
    context.textBaseline = "middle";
    graph.forEachNode((id, { kind, home }) => {
      const shown = renderer.getNodeDisplayData(id);
      if (home || shown.hidden || shown.faded) return;
      const { x, y } = renderer.framedGraphToViewport(shown);
      const radius = renderer.scaleSize(shown.size);
      context.font = `700 ${Math.round(radius)}px ${renderer.getSetting("labelFont")}`;
      const [text, colour] = letters[kind];
      context.fillStyle = colour;
      context.fillText(text, x, y);
    });
  });
}
