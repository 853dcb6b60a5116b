import { listImports, listSources } from "./sources";

const nounOf = (path: string) => /^lib\/([\w-]+)/.exec(path)?.[1];

/** Which nouns of lib each noun imports. */
function nounGraph(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const source of listSources("lib")) {
    const noun = nounOf(source.path) ?? "";
    const uses = graph.get(noun) ?? new Set();
    graph.set(noun, uses);
    for (const { target } of listImports(source)) {
      const used = nounOf(target);
      if (used && used !== noun) uses.add(used);
    }
  }
  return graph;
}

/** The first way found that leads from a noun back to itself, such as "mail → tokens → mail". */
function circleIn(graph: Map<string, Set<string>>): string | null {
  const done = new Set<string>();
  const walk = (noun: string, way: string[]): string | null => {
    if (way.includes(noun)) return [...way.slice(way.indexOf(noun)), noun].join(" → ");
    if (done.has(noun)) return null;
    for (const used of graph.get(noun) ?? []) {
      const circle = walk(used, [...way, noun]);
      if (circle) return circle;
    }
    done.add(noun);
    return null;
  };
  for (const noun of graph.keys()) {
    const circle = walk(noun, []);
    if (circle) return circle;
  }
  return null;
}

describe("the nouns of lib", () => {
  it("use each other without circles", () => {
    expect(circleIn(nounGraph())).toBeNull();
  });

  it("would be caught in one", () => {
    const uses = (entries: [string, string[]][]) =>
      new Map(entries.map(([noun, used]) => [noun, new Set(used)]));
    expect(
      circleIn(
        uses([
          ["mail", ["tokens"]],
          ["tokens", ["audit", "mail"]],
        ]),
      ),
    ).toBe("mail → tokens → mail");
    expect(
      circleIn(
        uses([
          ["mail", ["tokens", "audit"]],
          ["tokens", ["audit"]],
        ]),
      ),
    ).toBeNull();
  });

  it("are seen by their imports", () => {
    expect(nounGraph().get("auth")).toContain("sessions");
  });
});

describe("emails", () => {
  it("hold templates and data, no code", () => {
    const others = listSources("emails", [""]).filter(({ path }) => !/\.(ejs|json|txt|md)$/.test(path));
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});
