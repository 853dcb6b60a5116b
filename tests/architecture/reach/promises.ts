import { clock } from "@/lib/platform/clock";
import { namesThing, questions } from "./addresses";
import type { Says } from "./declared";
import { canBeLimited, limitedSets, reachOfNeeds } from "./needs";
import { ask, limitedFor, tells, type Answer, type Place } from "./visits";
import { arrangeWorld, giveRoles, growUnseen, type Whose, type World } from "./world";

const crm = ["crmCompanyView", "crmCompanyEdit"];
const strangers = ["unseen", "foreign"] as const;

// With these every question is asked; with the others, which open the same places with the same reach, nothing more than
// what stands in the address.
const askEverything = [[], crm].map(String);
const nameOf = (roles: readonly string[]) => roles.join(" + ") || "no role";

/** What every page, or every route, promises to staff who are limited to their companies. */
export function describeReach(
  what: "page" | "route",
  declared: Record<string, Says>,
  load: () => Promise<Place[]>,
): void {
  let world: World;
  let all: Place[];
  let places: Place[];

  beforeAll(async () => {
    world = await arrangeWorld();
    all = await load();
    places = all.filter(({ need }) => canBeLimited(need));
    // So that two answers differ in nothing but what they tell.
    const now = new Date("2026-11-20T10:00:00Z");
    clock.now = () => now;
  }, 120_000);
  afterAll(() => {
    clock.now = () => new Date();
  });

  it(`is declared for every ${what} that staff of limited reach can open`, () => {
    expect(places.map(({ name }) => name).sort()).toEqual(Object.keys(declared).sort());
  });

  describe.each(limitedSets.map((roles) => [nameOf(roles), roles] as const))("with %s", (_, roles) => {
    const most = askEverything.includes(String(roles)) ? undefined : 1;
    beforeAll(() => giveRoles(world, roles));

    it(`no ${what} tells of a company that is not theirs, whatever it is asked`, async () => {
      const told: string[] = [];
      for (const one of limitedFor(places, roles))
        for (const [name, question] of asked(world, one, "unseen").slice(0, most)) {
          const found = toldOf(world, await ask(one, world, "own", question), question);
          if (found.length > 0) told.push(`${one.name}, asked ${name}, tells ${found.join(", ")}`);
        }
      expect(told).toEqual([]);
    });

    it(`no ${what} at the address of what is not theirs is found`, async () => {
      const open: string[] = [];
      for (const one of limitedFor(places, roles).filter(({ params }) => namesThing(params)))
        for (const whose of strangers) {
          const { refused } = await ask(one, world, whose, {});
          if (refused !== "404") open.push(`${one.name}: ${refused ?? "shown"}`);
        }
      expect(open).toEqual([]);
    });
  });

  describe("to an administrator", () => {
    beforeAll(() => giveRoles(world, ["administrator"]));

    it(`no ${what} tells of another organisation, whatever it is asked`, async () => {
      const told: string[] = [];
      for (const one of all)
        for (const [name, question] of asked(world, one, "foreign").slice(0, 5)) {
          const found = tells(world, await ask(one, world, "own", question), "foreign", question);
          if (found.length > 0) told.push(`${one.name}, asked ${name}, tells ${found.join(", ")}`);
        }
      expect(told).toEqual([]);
    });

    it(`no ${what} that is said to name no company does`, async () => {
      const told: string[] = [];
      for (const one of all.filter(({ need }) => reachOfNeeds[need].namesNoCompany)) {
        const answer = await ask(one, world, "own", {});
        for (const whose of ["own", "member", "unseen"] as const)
          told.push(...tells(world, answer, whose).map((tell) => `${one.name} tells ${tell}`));
      }
      expect(told).toEqual([]);
    });
  });

  describe("to staff with crmCompanyView and crmCompanyEdit", () => {
    beforeAll(() => giveRoles(world, crm));

    it(`every ${what} that speaks of companies shows their own`, async () => {
      const wrong: string[] = [];
      for (const one of places)
        if ((await showsOwn(world, one)) !== (declared[one.name] === "their companies")) wrong.push(one.name);
      expect(wrong).toEqual([]);
    });

    it(`no ${what} says anything else when what is not theirs grows: no list, count or suggestion hangs on it`, async () => {
      const before = await answersOf(world, places);
      await growUnseen(world);
      const after = await answersOf(world, places);
      expect([...after].filter(([name, said]) => said !== before.get(name)).map(([name]) => name)).toEqual(
        [],
      );
    });
  });
}

const asked = (world: World, { name }: Place, whose: Whose) => Object.entries(questions(world, name, whose));

const toldOf = (world: World, answer: Answer, question: Record<string, string>) =>
  strangers.flatMap((stranger) => tells(world, answer, stranger, question));

/** Whether a place tells of the clerk's own company when it is asked for it in some way. */
async function showsOwn(world: World, place: Place): Promise<boolean> {
  for (const [, question] of asked(world, place, "own"))
    if (tells(world, await ask(place, world, "own", question), "own", question).length > 0) return true;
  return false;
}

/** What every place says to every question about what is not theirs. */
async function answersOf(world: World, places: Place[]): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const one of places)
    for (const [name, question] of asked(world, one, "unseen"))
      said.set(`${one.name}, asked ${name}`, (await ask(one, world, "own", question)).said);
  return said;
}
