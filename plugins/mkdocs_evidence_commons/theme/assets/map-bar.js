// The small bar of a cell of the evidence map, as the page draws it: worse to the left of the middle,
// better to the right, and whatever goes neither way as a thin line over the middle.

const SVG = "http://www.w3.org/2000/svg";
const HALF = 30;
const HEIGHT = 3;

/** A bar for claims that go these ways: `{ id, count }` for each direction. */
export function bar(going) {
  const every = going.reduce((sum, { count }) => sum + count, 0);
  const of = (wanted) =>
    going.reduce((sum, { id, count }) => sum + (wanted(id) ? count : 0), 0);
  const length = (part) => (part ? Math.max(2, Math.round((HALF * part) / every)) : 0);
  const left = length(of((id) => id === "worse"));
  const right = length(of((id) => id === "better"));
  const middle = length(of((id) => id !== "worse" && id !== "better"));
  const start = HALF - Math.floor(middle / 2);
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("role", "none");
  drawn.append(
    path(line(start - left, left) + line(start + middle, right)),
    path(line(start, middle)),
  );
  return drawn;
}

function line(from, length) {
  return length ? `M${from} ${HEIGHT}h${length}` : "";
}

function path(d) {
  const drawn = document.createElementNS(SVG, "path");
  drawn.setAttribute("d", d);
  return drawn;
}
