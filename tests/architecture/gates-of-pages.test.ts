import { reachFor, type StaffNeed } from "@/lib/auth/needs";
import { resetDatabase } from "../support/database";
import { answerOf, loadPages, paramsOf, type FoundPage } from "./gates/pages";
import { beginRequest } from "./gates/request";
import { arrangeScene, fingerprint, type Scene } from "./gates/scene";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
// What next.config.ts turns on.
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";

let scene: Scene;
let pages: FoundPage[];

beforeAll(async () => {
  scene = await arrangeScene();
  pages = await loadPages();
}, 60_000);
afterAll(resetDatabase);

type Visit = {
  session?: string;
  params?: (path: string) => Record<string, string>;
  pages: (page: FoundPage) => boolean;
};

/** How each of the wanted pages answers a visitor. */
async function visit({ session, params = (path) => paramsOf(scene.ours, path), pages: wanted }: Visit) {
  const answers: Record<string, string> = {};
  for (const page of pages.filter(wanted)) {
    await beginRequest({ session: scene.sessions[session ?? ""] });
    answers[page.path] = await answerOf(page, params(page.path));
  }
  return answers;
}

const all = (answers: Record<string, string>, answer: string) =>
  Object.fromEntries(Object.keys(answers).map((path) => [path, answer]));
const forStaff = ({ demand }: FoundPage) => demand.kind === "staff";
const forContacts = ({ demand }: FoundPage) => demand.kind === "contact";
const namesRow = ({ params }: FoundPage) => params.some((name) => name.endsWith("Id"));

const nowhere = [
  "00000000-0000-7000-8000-000000000000",
  "x",
  "..%2f",
  "'; DROP TABLE mail",
  "9".repeat(10_000),
];

/** The parameters of an address in which every id is `id`. */
const identified = (id: string) => {
  const params = Object.entries(paramsOf(scene.ours));
  return Object.fromEntries(params.map(([name, value]) => [name, name.endsWith("Id") ? id : value]));
};

const strange: [string, (path: string) => Record<string, string>][] = [
  ["another organisation's row", (path) => paramsOf(scene.theirs, path)],
  ...nowhere.map((id): [string, () => Record<string, string>] => [
    `anything by the id ${id.slice(0, 40)}`,
    () => identified(id),
  ]),
];

describe("every page", () => {
  it("is found by these tests", () => {
    expect(pages.map(({ path }) => path)).toContain("app/(staff)/account/page.tsx");
  });

  it("has parameters that these tests know how to fill", () => {
    const unknown = pages.flatMap(({ params }) => params.filter((name) => !(name in paramsOf(scene.ours))));
    expect(unknown).toEqual([]);
  });

  it.each(["nobody", "left", "ended", "somebody else's organisation", "contact"])(
    "for staff sends to sign-in who is not signed in as staff: %s",
    async (session) => {
      const answers = await visit({ session, pages: forStaff });
      expect(answers).toEqual(all(answers, "to /login"));
    },
  );

  it.each(["nobody", "left", "administrator"])(
    "of a portal sends to its sign-in who is not signed in there: %s",
    async (session) => {
      const answers = await visit({ session, pages: forContacts });
      expect(answers).toEqual(all(answers, "to /portal/ours/login"));
    },
  );

  it("of another organisation's portal sends a contact of ours to sign-in there", async () => {
    const params = () => paramsOf(scene.theirs);
    const answers = await visit({ session: "contact", params, pages: forContacts });
    expect(answers).toEqual(all(answers, "to /portal/theirs/login"));
  });

  it("refuses staff without the roles, and contacts without the permission", async () => {
    const beyond = ({ demand }: FoundPage) => reachFor(demand.needs as StaffNeed, []) === null;
    const asStaff = await visit({ session: "powerless", pages: (page) => forStaff(page) && beyond(page) });
    const asContact = await visit({
      session: "contact",
      pages: (page) => forContacts(page) && !["signedIn", "changingPassword"].includes(page.demand.needs),
    });
    expect({ ...asStaff, ...asContact }).toEqual(all({ ...asStaff, ...asContact }, "403"));
  });

  it("is shown to whom it is for, and changes nothing by being looked at", async () => {
    const before = await fingerprint();
    const answers = await visit({ session: "administrator", pages: forStaff });
    expect(
      Object.entries(answers).filter(([, answer]) => answer !== "shown" && !answer.startsWith("to /")),
    ).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it.each(strange)("finds not %s", async (_, address) => {
    const params = (path: string) => ({ ...address(path), organisation: "ours" });
    const answers = {
      ...(await visit({
        session: "administrator",
        params,
        pages: (page) => forStaff(page) && namesRow(page),
      })),
      ...(await visit({ session: "contact", params, pages: (page) => forContacts(page) && namesRow(page) })),
    };
    expect(answers).toEqual(all(answers, "404"));
  });

  it("does not find what limited staff are not assigned to", async () => {
    const reachable = (page: FoundPage) =>
      forStaff(page) && namesRow(page) && reachFor(page.demand.needs as StaffNeed, []) !== null;
    const answers = await visit({ session: "powerless", pages: reachable });
    expect(answers).toEqual(all(answers, "404"));
  });

  it("that anybody may see answers anybody, also with a link that leads nowhere", async () => {
    const before = await fingerprint();
    const answers = await visit({ pages: ({ demand }) => demand.kind === "public" });
    const fine = (answer: string) => answer === "shown" || answer === "404" || answer.startsWith("to /");
    expect(Object.entries(answers).filter(([, answer]) => !fine(answer))).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });
});
