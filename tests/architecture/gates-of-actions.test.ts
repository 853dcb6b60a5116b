import { reachFor, type StaffNeed } from "@/lib/auth/needs";
import { resetDatabase } from "../support/database";
import { loadActions, outcomeOf, type FoundAction } from "./gates/actions";
import { beginRequest } from "./gates/request";
import { arrangeScene, fingerprint, type Scene } from "./gates/scene";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
jest.mock("next/cache", () => ({ revalidatePath: () => undefined }));

// Actions without input do what they say, whatever is posted to them.
const withoutInput = [
  "app/(public)/actions.ts signOutStaffAction",
  "app/portal/[organisation]/actions.ts signOutContactAction",
];

const polluting = JSON.parse(
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
) as unknown;
const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], "x");
const hostile: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 42],
  ["a list", [[]]],
  ["a megabyte", { email: "x".repeat(1_000_000), name: "x".repeat(1_000_000), id: "x".repeat(1_000_000) }],
  ["prototype keys", polluting],
  [
    "wrong types",
    { id: {}, email: [], password: 7, name: { toString: "no" }, version: "x", companyId: [null] },
  ],
  ["nesting", { id: deep, name: deep }],
];

let scene: Scene;
let actions: FoundAction[];

beforeAll(async () => {
  scene = await arrangeScene();
  actions = await loadActions();
}, 60_000);
afterAll(resetDatabase);

/** Posts `values` to every action that `wanted` takes and answers its outcomes by name. */
async function postAll(
  visitor: Parameters<typeof beginRequest>[0],
  values: unknown,
  wanted: (one: FoundAction) => boolean,
) {
  const outcomes: Record<string, string> = {};
  for (const action of actions.filter(wanted)) {
    await beginRequest(visitor);
    outcomes[action.name] = await outcomeOf(() => action.call(values));
  }
  return outcomes;
}

const all = (outcomes: Record<string, string>, code: string) =>
  Object.fromEntries(Object.keys(outcomes).map((name) => [name, code]));
const guarded = ({ demand }: FoundAction) => demand.kind !== "public";
const forStaff = ({ demand }: FoundAction) => demand.kind === "staff";
const forContacts = ({ demand }: FoundAction) => demand.kind === "contact";

describe("every action", () => {
  it("is reached only from our own pages, whoever asks", async () => {
    const before = await fingerprint();
    for (const origin of [null, "https://evil.example", "null"]) {
      const outcomes = await postAll({ session: scene.sessions.administrator, origin }, {}, () => true);
      expect(outcomes).toEqual(all(outcomes, "wrong-origin"));
    }
    expect(await fingerprint()).toEqual(before);
  });

  it.each(["nobody", "left", "ended", "somebody else's organisation"])(
    "that is not public refuses who is not signed in: %s",
    async (name) => {
      const before = await fingerprint();
      const outcomes = await postAll({ session: scene.sessions[name] }, {}, guarded);
      expect(outcomes).toEqual(all(outcomes, "unauthenticated"));
      expect(await fingerprint()).toEqual(before);
    },
  );

  it("for staff refuses contacts, and the other way round", async () => {
    const before = await fingerprint();
    const asContact = await postAll({ session: scene.sessions.contact }, {}, forStaff);
    const asStaff = await postAll({ session: scene.sessions.administrator }, {}, forContacts);
    expect(asContact).toEqual(all(asContact, "unauthenticated"));
    expect(asStaff).toEqual(all(asStaff, "unauthenticated"));
    expect(await fingerprint()).toEqual(before);
  });

  it("refuses who lacks the role or permission, before looking at what was sent", async () => {
    const before = await fingerprint();
    const beyond = ({ demand }: FoundAction) => reachFor(demand.needs as StaffNeed, []) === null;
    const asStaff = await postAll(
      { session: scene.sessions.powerless },
      {},
      (one) => forStaff(one) && beyond(one),
    );
    const asContact = await postAll(
      { session: scene.sessions.contact },
      {},
      (one) => forContacts(one) && !["signedIn", "changingPassword"].includes(one.demand.needs),
    );
    expect(asStaff).toEqual(all(asStaff, "forbidden"));
    expect(asContact).toEqual(all(asContact, "forbidden"));
    expect(await fingerprint()).toEqual(before);
  });

  it.each(hostile)("answers %s with a clear refusal and writes nothing", async (_, values) => {
    const before = await fingerprint();
    const takesInput = ({ name }: FoundAction) => !withoutInput.includes(name);
    const outcomes = {
      ...(await postAll(
        { session: scene.sessions.administrator },
        values,
        (one) => takesInput(one) && !forContacts(one),
      )),
      ...(await postAll(
        { session: scene.sessions.contact },
        values,
        (one) => takesInput(one) && forContacts(one),
      )),
    };
    const refusals = ["invalid", "not-found", "forbidden", "expired", "conflict"];
    const others = Object.entries(outcomes).filter(([, outcome]) => !refusals.includes(outcome));
    expect(others).toEqual([]);
    expect(await fingerprint()).toEqual(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
