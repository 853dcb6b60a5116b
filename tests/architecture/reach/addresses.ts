import { writeCursor } from "@/lib/paging/keyset";
import { marks, type Kind, type Whose, type World } from "./world";

type Params = Record<string, string>;

/** Customers and suppliers have their own addresses. */
export const kindOf = (path: string): Kind => (path.includes("/suppliers/") ? "supplier" : "customer");

/** What stands for each parameter of `path` in the address of a thing of that company, or of what belongs to no company. */
export function addressOf({ id, shared }: World, path: string, whose: Whose): Params {
  const of = (name: string) => id(whose, kindOf(path), name);
  const run = path.includes("/imports/") ? "import" : whose === "own" ? "run clerk" : "run boss";
  return {
    companyId: of("company"),
    contactId: of("contact active"),
    projectId: of("project"),
    eventId: of("audit boss"),
    mailId: of("mail active"),
    runId: shared(run),
    groupRoleId: shared(path.includes("/staff/") ? "seller" : "buyer"),
    staffId: shared("colleague"),
    changeId: "1",
    template: "account-activation",
    version: "1",
  };
}

/** Whether the address names a thing of a company. */
export const namesThing = (params: readonly string[]) => params.some((name) => name.endsWith("Id"));

const cursor = (value: string, id: string) => writeCursor({ side: "after", value, id });

/** What can be asked of a page or route besides its address, by those who would like to see another company there. */
export function questions({ id, shared }: World, path: string, whose: Whose): Record<string, Params> {
  const kind = kindOf(path);
  const [company, contact] = [id(whose, kind, "company"), id(whose, kind, "contact active")];
  const mark = marks[whose];
  // A part of the mark finds as much, and is not taken for it when it is said again.
  const part = mark.slice(1);
  return {
    "nothing more": { kind },
    "by its id": {
      kind,
      company,
      contact,
      parent: company,
      not: company,
      by: shared("boss"),
      q: company,
      pick: company,
    },
    "of their own company": { kind, company: id("own", kind, "company") },
    everything: { kind, status: "all", state: "all", all: "1", archived: "1", sites: "yes", of: "company" },
    "by its name": { kind, q: part, find: part, of: "company" },
    "by the name of its people": { kind, q: `${part} active`, find: `${part}-1`, of: "contact" },
    "after it in the list": {
      ...{ kind, page: cursor(mark, company), after: id(whose, kind, "token failed"), status: "all" },
    },
    "how it was": {
      ...{
        kind,
        page: cursor("2026-11-03 10:00:00.000000+00", id(whose, kind, "mail invited")),
        sort: "-name",
      },
      ...{ at: "2026-11-10T10:00", on: "2026-11-10", stuck: "failed", stage: "waiting" },
    },
  };
}

/** Every text by which a company, or a thing of it, can be told: its mark and all ids. */
export function tellsOf(world: World, whose: Whose): string[] {
  const names = ["company", "event", "project", "audit boss", "audit clerk"];
  const perStage = ["contact", "login", "token", "mail", "session"].flatMap((name) =>
    ["active", "invited", "failed"].map((stage) => `${name} ${stage}`),
  );
  const things = [...names, ...perStage, "contact none"];
  const ids = (["customer", "supplier"] as const).flatMap((kind) =>
    things.map((name) => world.id(whose, kind, name)),
  );
  return [marks[whose], ...ids];
}
