import { reachFor, staffNeeds, type StaffNeed } from "@/lib/auth/needs";
import { staffRoleIds } from "@/lib/staff/roles";
import { resetDatabase } from "../support/database";
import { loadActions, outcomeOf } from "./gates/actions";
import { answerOf, loadPages } from "./gates/pages";
import { beginRequest } from "./gates/request";
import { loadRoutes, statusOf } from "./gates/routes";
import { matrix } from "./matrix";
import { calledSets, expectedReach, reachInWords, reachOfNeeds } from "./reach/needs";
import { arrangeWorld, giveRoles, type World } from "./reach/world";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
jest.mock("next/cache", () => ({ revalidatePath: () => undefined }));
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";
jest.setTimeout(180_000);

const needs = Object.keys(staffNeeds) as StaffNeed[];

describe("the reach of every need", () => {
  it("is written down, with the reason wherever it is the whole organisation", () => {
    expect(Object.keys(reachOfNeeds).sort()).toEqual([...needs].sort());
    for (const [need, { everywhere, because }] of Object.entries(reachOfNeeds))
      expect([need, Boolean(because)]).toEqual([need, everywhere.length > 0]);
  });

  it("is known of every entry of the matrix", () => {
    const entries = Object.entries(matrix).flatMap(([path, demands]) =>
      Object.entries(demands).map(([name, demand]) => [`${path} ${name}`, reachInWords(demand)] as const),
    );
    expect(entries.filter(([, reach]) => reach === "").map(([name]) => name)).toEqual([]);
  });

  it("is that, for every set of roles that somebody can hold", () => {
    const wrong: string[] = [];
    for (let set = 0; set < 2 ** staffRoleIds.length; set++) {
      const roles = staffRoleIds.filter((_, place) => set & (1 << place));
      for (const need of needs)
        if (reachFor(need, roles) !== expectedReach(need, roles))
          wrong.push(`${need} by ${roles.join(" + ")}`);
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});

// Neither a page's address nor an action's values that mean anything: whether a gate opens is seen from what stands behind it.
const nothing = "00000000-0000-7000-8000-000000000000";
const addressOf = (params: string[]) =>
  Object.fromEntries(params.map((name) => [name, name.endsWith("Id") ? nothing : "1"]));
const shut = ["403", "forbidden", 403];
const withoutInput = "app/(public)/actions.ts signOutStaffAction";

type Gate = { name: string; needs: string; open: () => Promise<unknown> };

async function gates(): Promise<Gate[]> {
  const pages = (await loadPages()).map((page) => ({
    ...{
      name: `${page.path} default`,
      demand: page.demand,
      open: () => answerOf(page, addressOf(page.params)),
    },
  }));
  const routes = (await loadRoutes()).map((route) => ({
    ...{
      name: route.name.split(" ").reverse().join(" "),
      demand: route.demand,
      open: () => statusOf(route, addressOf(route.params)),
    },
  }));
  const actions = (await loadActions()).map((action) => ({
    ...{ name: action.name, demand: action.demand, open: () => outcomeOf(() => action.call(42)) },
  }));
  return [...pages, ...routes, ...actions]
    .filter(({ name, demand }) => demand.kind === "staff" && name !== withoutInput)
    .map(({ name, demand, open }) => ({ name, needs: demand.needs, open }));
}

/** What the matrix names for staff, as `path export` with its need. */
const named = Object.entries(matrix).flatMap(([path, demands]) =>
  Object.entries(demands).flatMap(([name, demand]) =>
    demand.startsWith("staff ") ? [[`${path} ${name}`, demand.slice(6)] as const] : [],
  ),
);

describe("every page, route and action for staff", () => {
  let world: World;
  let all: Gate[];

  beforeAll(async () => {
    world = await arrangeWorld();
    all = await gates();
  }, 120_000);
  afterAll(resetDatabase);

  it("is one that the matrix names", () => {
    const found = all.map(({ name }) => name).sort();
    expect(found).toEqual(
      named
        .map(([name]) => name)
        .filter((name) => name !== withoutInput)
        .sort(),
    );
  });

  it.each(calledSets.map((roles) => [roles.join(" + ") || "no role", roles] as const))(
    "opens to nobody but whom the matrix names: %s",
    async (_, roles) => {
      await giveRoles(world, roles);
      const wrong: string[] = [];
      for (const { name, needs: need, open } of all) {
        await beginRequest({ session: world.clerk });
        const isOpen = !shut.includes((await open()) as string);
        if (isOpen !== (expectedReach(need as StaffNeed, roles) !== null)) wrong.push(name);
      }
      expect(wrong).toEqual([]);
    },
  );
});
