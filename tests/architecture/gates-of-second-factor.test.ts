import { asSuperuser, resetDatabase } from "../support/database";
import { loadActions, outcomeOf } from "./gates/actions";
import { answerOf, loadPages, paramsOf } from "./gates/pages";
import { beginRequest } from "./gates/request";
import { loadRoutes, statusOf } from "./gates/routes";
import { arrangeScene, fingerprint, type Scene } from "./gates/scene";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
jest.mock("next/cache", () => ({ revalidatePath: () => undefined }));
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";

// Drawing every page takes a while on a busy machine, and what ran on beside the next test would change its request.
jest.setTimeout(180_000);

let scene: Scene;

beforeAll(async () => {
  scene = await arrangeScene();
  await asSuperuser("UPDATE organisations SET requires_second_factor = true");
}, 60_000);
afterAll(resetDatabase);

type Gated = { demand: { kind: string; needs: string } };
const isHeldBack = ({ demand }: Gated) => demand.kind === "staff" && demand.needs !== "secureAccount";

/** What each of `found` answers an administrator who has no second factor. */
async function answers<T>(found: T[], name: (one: T) => string, ask: (one: T) => Promise<unknown>) {
  const given: Record<string, unknown> = {};
  for (const one of found) {
    await beginRequest({ session: scene.sessions.administrator });
    given[name(one)] = await ask(one);
  }
  return given;
}

const all = (given: object, answer: unknown) =>
  Object.fromEntries(Object.keys(given).map((name) => [name, answer]));

describe("where a second factor is required, whoever has none", () => {
  it("is led from every page to where it is set up", async () => {
    const pages = (await loadPages()).filter(isHeldBack);
    const given = await answers(
      pages,
      ({ path }) => path,
      (page) => answerOf(page, paramsOf(scene.ours, page.path)),
    );
    expect(Object.keys(given).length).toBeGreaterThan(30);
    expect(given).toEqual(all(given, "to /account/second-factor"));
  });

  it("can post to no action and gets nothing from a route", async () => {
    const before = await fingerprint();
    const posted = await answers(
      (await loadActions()).filter(isHeldBack),
      ({ name }) => name,
      ({ call }) => outcomeOf(() => call({})),
    );
    expect(posted).toEqual(all(posted, "forbidden"));
    const routed = await answers(
      (await loadRoutes()).filter(isHeldBack),
      ({ name }) => name,
      (route) => statusOf(route, paramsOf(scene.ours)),
    );
    expect(routed).toEqual(all(routed, 403));
    expect(await fingerprint()).toEqual(before);
  });

  it("can set it up and sign out", async () => {
    const open = (await loadPages()).filter(({ demand }) => demand.needs === "secureAccount");
    const given = await answers(
      open,
      ({ path }) => path,
      (page) => answerOf(page, {}),
    );
    expect(given).toEqual({ "app/(staff)/account/second-factor/page.tsx": "shown" });
  });
});
