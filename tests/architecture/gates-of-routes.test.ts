import { reachFor, type StaffNeed } from "@/lib/auth/needs";
import { resetDatabase } from "../support/database";
import { paramsOf } from "./gates/pages";
import { beginRequest } from "./gates/request";
import { loadRoutes, statusOf, type FoundRoute } from "./gates/routes";
import { arrangeScene, fingerprint, type Scene } from "./gates/scene";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));

let scene: Scene;
let routes: FoundRoute[];

beforeAll(async () => {
  scene = await arrangeScene();
  routes = await loadRoutes();
}, 60_000);
afterAll(resetDatabase);

type Visit = { session?: string; origin?: string; params?: Record<string, string>; query?: string };

/** How each of the wanted routes answers a visitor. */
async function call({ session, origin, params, query }: Visit, wanted: (route: FoundRoute) => boolean) {
  const statuses: Record<string, number> = {};
  for (const route of routes.filter(wanted)) {
    await beginRequest({ session: scene.sessions[session ?? ""], origin });
    statuses[route.name] = await statusOf(route, params ?? paramsOf(scene.ours), query);
  }
  return statuses;
}

const all = (statuses: Record<string, number>, status: number) =>
  Object.fromEntries(Object.keys(statuses).map((name) => [name, status]));
const guarded = ({ demand }: FoundRoute) => demand.kind !== "public";
const writing = ({ method }: FoundRoute) => !["GET", "HEAD"].includes(method);

describe("every route", () => {
  it("is found by these tests", () => {
    expect(routes.map(({ name }) => name)).toContain("GET app/api/health/route.ts");
  });

  it.each(["nobody", "left", "ended", "somebody else's organisation", "contact"])(
    "for staff refuses who is not signed in as staff: %s",
    async (session) => {
      const statuses = await call({ session }, guarded);
      expect(statuses).toEqual(all(statuses, 401));
    },
  );

  it("refuses staff without the roles", async () => {
    const beyond = ({ demand }: FoundRoute) => reachFor(demand.needs as StaffNeed, []) === null;
    const statuses = await call({ session: "powerless" }, (route) => guarded(route) && beyond(route));
    expect(statuses).toEqual(all(statuses, 403));
  });

  it("that writes is reached only from our own pages", async () => {
    const visitor = { session: "administrator", origin: "https://evil.example" };
    const statuses = await call(visitor, (route) => guarded(route) && writing(route));
    expect(statuses).toEqual(all(statuses, 403));
  });

  it("answers hostile queries and bodies, and other organisations' rows, without failing or writing", async () => {
    const before = await fingerprint();
    const foreign = { ...paramsOf(scene.theirs), organisation: "ours" };
    const queries = [
      "",
      "q=%00&sort=__proto__&after=x",
      `q=${"x".repeat(10_000)}`,
      "kind=customer&kind=supplier&page=-1",
    ];
    for (const query of queries) {
      const statuses = await call({ session: "administrator", params: foreign, query }, guarded);
      expect(Object.entries(statuses).filter(([, status]) => status >= 500)).toEqual([]);
      const withRow = routes.filter(({ params }) => params.some((name) => name.endsWith("Id")));
      for (const { name } of withRow) expect([name, statuses[name]]).toEqual([name, 404]);
    }
    expect(await fingerprint()).toEqual(before);
  });
});
