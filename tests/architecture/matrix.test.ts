import { staffNeeds } from "@/lib/auth/needs";
import { matrix } from "./matrix";
import { listSources, type Source } from "./sources";

type Demand = { kind: string; needs: string };
type Exported = Record<string, { demand?: Demand } | undefined>;

const isAction = ({ text }: Source) => /^\s*["']use server["']/.test(text);
const isReachable = (source: Source) => /\/(page|route)\.tsx?$/.test(source.path) || isAction(source);
const reachable = listSources("app").filter(isReachable);

// What Next.js reads beside them; it runs nothing on a visitor's behalf.
const settings = ["metadata", "viewport", "dynamic", "revalidate", "runtime", "maxDuration"];

/** Each export of a file with what its wrapper demands; "nothing" where no wrapper stands. */
async function demandsOf(path: string): Promise<Record<string, string>> {
  const exported = (await import(`@/${path}`)) as Exported;
  const demands = Object.entries(exported).map(([name, value]) => [name, value?.demand] as const);
  return Object.fromEntries(
    demands
      .filter(([name]) => !settings.includes(name))
      .map(([name, demand]) => {
        if (!demand?.needs) return [name, "nothing"];
        return [name, demand.kind === "public" ? "public" : `${demand.kind} ${demand.needs}`];
      }),
  );
}

describe("the authorisation matrix", () => {
  it("lists every page, every file of actions and every route, and none that is gone", () => {
    expect(reachable.map(({ path }) => path)).toEqual(Object.keys(matrix).sort());
  });

  // Each file brings what it imports, which the first one waits for.
  it.each(reachable.map(({ path }) => path))(
    "says what is demanded: %s",
    async (path) => {
      expect(await demandsOf(path)).toEqual(matrix[path]);
    },
    60_000,
  );

  it("knows every need of staff that it names", () => {
    const named = Object.values(matrix).flatMap((demands) => Object.values(demands));
    const unknown = named.filter((demand) => /^staff /.test(demand) && !(demand.slice(6) in staffNeeds));
    expect(unknown).toEqual([]);
  });
});

describe("nothing else of app answers a request:", () => {
  it("actions are only found in files that say so at their top", () => {
    const inline = listSources("app").filter(
      (source) => /["']use server["']/.test(source.text) && !isAction(source),
    );
    expect(inline.map(({ path }) => path)).toEqual([]);
  });

  it("files that Next.js would turn into answers of their own are pages and routes", () => {
    const special =
      /\/(sitemap|robots|manifest|icon\d*|apple-icon\d*|opengraph-image\d*|twitter-image\d*)\.(ts|tsx|js)$/;
    expect(listSources("app", [".ts", ".tsx", ".js"]).filter(({ path }) => special.test(path))).toEqual([]);
  });

  it("no action hides outside app", () => {
    const elsewhere = ["components", "db", "lib"].flatMap((folder) => listSources(folder)).filter(isAction);
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });
});
