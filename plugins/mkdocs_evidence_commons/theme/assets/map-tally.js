// Counts claims by theme and outcome. A wider term holds the claims of those under it, each once.

/**
 * Count some claims, by their numbers, in rows and columns that are named by the ids of their terms.
 * Claims of one entry stand side by side.
 */
export function tallied(facets, claims, themes, outcomes) {
  const directions = facets.facet("direction").values;
  const { entry: owners, outcome, direction, level } = facets.claims;
  const rowsOf = places(facets, "theme", themes);
  const columnsOf = places(facets, "outcome", outcomes);
  const counter = () => ({ claims: 0, examples: 0, last: -1, level: 0, ways: [] });
  const rows = themes.map(counter);
  const columns = outcomes.map(counter);
  const cells = new Map();
  const cellOf = (row, column) => {
    const at = row * outcomes.length + column;
    if (!cells.has(at)) cells.set(at, counter());
    return cells.get(at);
  };

  let owner = -1;
  let inRows = [];
  for (const claim of claims) {
    if (owners[claim] !== owner) {
      owner = owners[claim];
      inRows = [...new Set(facets.entries.theme[owner].flatMap((theme) => rowsOf[theme]))];
    }
    const inColumns = columnsOf[outcome[claim]];
    for (const column of inColumns) add(columns[column], owner);
    for (const row of inRows) {
      add(rows[row], owner);
      for (const column of inColumns) {
        const cell = cellOf(row, column);
        add(cell, owner);
        cell.level = Math.max(cell.level, level[claim] + 1);
        cell.ways[direction[claim]] = (cell.ways[direction[claim]] ?? 0) + 1;
      }
    }
  }

  const none = counter();
  const cell = (row, column) => {
    const found = cells.get(row * outcomes.length + column) ?? none;
    const going = directions
      .map(({ id, label }, way) => ({ id, label: within(label), count: found.ways[way] ?? 0 }))
      .filter(({ count }) => count);
    return { ...found, going };
  };
  return { rows, columns, cell };
}

function add(counted, owner) {
  counted.claims += 1;
  if (counted.last !== owner) counted.examples += 1;
  counted.last = owner;
}

/** For each value of a facet the places of its own id, and of those of its wider values. */
function places(facets, facet, ids) {
  const at = new Map(ids.map((id, place) => [id, place]));
  const { values } = facets.facet(facet);
  return values.map((_, value) =>
    facets
      .upward(facet, value)
      .map((one) => at.get(values[one].id))
      .filter((place) => place !== undefined),
  );
}

function within(label) {
  const second = label[1] ?? "";
  const capitals = second !== second.toLowerCase();
  return capitals ? label : label[0].toLowerCase() + label.slice(1);
}
