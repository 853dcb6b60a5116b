/** Who is whose parent: by id of the company, the id of its parent, or null. */
export type Parents = ReadonlyMap<string, string | null>;

/** How far below a new ancestor a company stands, and whether its parents lead back to itself. */
export type Place = { depth: number; isCircular: boolean };

/** The place of each company of `parents`; depth counts only ancestors that `isNew`, which have to be written before it. */
export function placesIn(parents: Parents, isNew: (id: string) => boolean): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    const steps = new Map<string, number>();
    let id: string | null = start;
    while (id !== null && !places.has(id) && !steps.has(id)) {
      steps.set(id, way.length);
      way.push(id);
      id = parents.get(id) ?? null;
    }
    const circleFrom = id !== null && !places.has(id) ? (steps.get(id) ?? way.length) : way.length;
    for (const member of way.splice(circleFrom)) places.set(member, { depth: 0, isCircular: true });
    // Back down the way, so that each finds its parent placed.
    for (const member of way.reverse()) {
      const parent = parents.get(member) ?? null;
      const above = parent === null ? undefined : places.get(parent);
      const depth = parent !== null && isNew(parent) ? (above?.depth ?? 0) + 1 : 0;
      places.set(member, { depth, isCircular: false });
    }
  }
  return places;
}
