import { actGroups, actsOf } from "@/lib/audit/act-groups";
import { actWords, doneWords, knownActs } from "@/lib/audit/act-words";
import { changesOf, recordsOf } from "@/components/audit/event-words";
import { listSources } from "../../architecture/sources";

const WRITTEN =
  /["'`]((?:company|contact|activations|access|access-request|group-role|project|mail|template|import|staff|organisation|settings|terms)\.[a-z]+(?:-[a-z]+)*)["'`]/g;
const place = { timeZone: "Europe/London", locale: "en-GB" };

it("every act that is recorded anywhere is said in plain words", () => {
  const written = new Set(
    listSources("lib")
      .filter(
        ({ path, text }) =>
          !path.startsWith("lib/audit/") && /record(ing|All)?\(|INSERT INTO audit_events/.test(text),
      )
      .flatMap(({ text }) => [...text.matchAll(WRITTEN)].map(([, act = ""]) => act)),
  );
  expect(written.size).toBeGreaterThan(30);
  expect([...written].filter((act) => !Object.hasOwn(knownActs, act))).toEqual([]);
});

it("groups hold every act once, and a filter names a group or an act", () => {
  expect(actGroups.flatMap(({ acts }) => acts.map(({ value }) => value)).sort()).toEqual(
    Object.keys(knownActs).sort(),
  );
  expect(actsOf("import")).toEqual(["import.done"]);
  expect(actsOf("company.created")).toEqual(["company.created"]);
  expect(actsOf("constructor")).toBeNull();
});

it("an act that this version does not know is still said", () => {
  expect(doneWords("spaceship.has-landed")).toBe("Has landed");
  expect(actWords({ act: "company.created", actorName: "Ada", subject: "Winslow" })).toBe(
    "Ada created the company: Winslow",
  );
});

it("before and after are told field by field, without the numbers of rows", () => {
  const event = {
    before: { name: "Alt", isActive: false, city: null, projectId: "x" },
    after: {
      name: "New",
      isActive: true,
      city: "Bonn",
      roles: ["placeOrders", "invoices"],
      at: "2026-11-03T14:05:00.000Z",
      import: "r",
    },
  };
  expect(changesOf(event, place)).toEqual([
    { key: "name", name: "Name", before: "Alt", after: "New" },
    { key: "isActive", name: "Active", before: "no", after: "yes" },
    { key: "city", name: "City", before: "", after: "Bonn" },
    { key: "roles", name: "Roles", before: "", after: "Place Orders, Invoices" },
    { key: "at", name: "At", before: "", after: "3 Nov 2026, 14:05" },
  ]);
  expect(recordsOf(event, { kind: "supplier", id: "c" })).toEqual([
    { href: "/imports/r", label: "The import" },
    { href: "/suppliers/c/projects/x", label: "The project" },
  ]);
});
