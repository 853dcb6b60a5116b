import type { ActionResult } from "@/lib/auth/action-result";
import { workOnRun } from "@/lib/activations/work-on-run";
import type { StaffNeed } from "@/lib/auth/needs";
import { asSuperuser, resetDatabase } from "../support/database";
import { loadActions, type FoundAction } from "./gates/actions";
import { beginRequest } from "./gates/request";
import { attempts, attemptsOn, ownAccount } from "./reach/attempts";
import { canBeLimited, expectedReach, limitedSets } from "./reach/needs";
import { rowsOf } from "./reach/unseen-rows";
import { tells } from "./reach/visits";
import { arrangeWorld, giveRoles, type Whose, type World } from "./reach/world";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
jest.mock("next/cache", () => ({ revalidatePath: () => undefined }));
jest.setTimeout(180_000);

let world: World;
let actions: FoundAction[];

beforeAll(async () => {
  world = await arrangeWorld();
  actions = (await loadActions()).filter(
    ({ demand, name }) => demand.kind === "staff" && canBeLimited(demand.needs) && !ownAccount.includes(name),
  );
}, 120_000);
afterAll(resetDatabase);

async function post(action: FoundAction | undefined, values: unknown): Promise<ActionResult<unknown>> {
  await beginRequest({ session: world.clerk });
  if (!action) throw new Error("There is no such action");
  return action.call(values);
}

/** What is wrong with how an attempt on a company ended: it went through, does not say why not, or tells of that company. */
function wrongWith(result: ActionResult<unknown>, values: unknown, whose: Whose): string[] {
  if (result.ok) return ["was done"];
  const { error } = result;
  const told = tells(world, { said: JSON.stringify(error) }, whose);
  return [
    ...(error.message.length < 10 || error.message.includes("went wrong") ? [`says ${error.message}`] : []),
    ...told.filter((tell) => !JSON.stringify(values).includes(tell)).map((tell) => `tells ${tell}`),
  ];
}

/** What is wrong with how attempts on a company ended, or with what they left there. */
async function wrongOf(whose: Whose, wanted: FoundAction[]): Promise<string[]> {
  const before = await rowsOf(world, whose);
  const wrong: string[] = [];
  for (const action of wanted)
    for (const values of attemptsOn(action.name, world, whose))
      for (const what of wrongWith(await post(action, values), values, whose))
        wrong.push(`${action.name} with ${JSON.stringify(values)} ${what}`);
  const after = await rowsOf(world, whose);
  const written = after.filter((row) => !before.includes(row)).map((row) => `wrote ${row}`);
  return [...wrong, ...written, ...before.filter((row) => !after.includes(row)).map((row) => `took ${row}`)];
}

// What else somebody may do changes neither reach: each need is held to that over all sets of roles.
const tried = limitedSets.filter(
  (roles) => ["", "crmCompanyView"].includes(String(roles)) || roles.includes("accessAdmin"),
);

describe("every action that staff of limited reach may call", () => {
  it("is tried here on a company that is not theirs, or concerns their own account alone", () => {
    expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(attempts).sort());
  });

  it.each(tried.map((roles) => [roles.join(" + ") || "no role", roles] as const))(
    "refuses companies that are not theirs and says why: %s",
    async (_, roles) => {
      await giveRoles(world, roles);
      const reaching = (reach: string) =>
        actions.filter(({ demand }) => expectedReach(demand.needs as StaffNeed, roles) === reach);
      const administered = reaching("administered");
      for (const whose of ["unseen", "foreign"] as const)
        expect(await wrongOf(whose, [...reaching("assigned"), ...administered])).toEqual([]);
      expect(await wrongOf("member", administered)).toEqual([]);
    },
  );
});

const named = (name: string) => actions.find((action) => action.name.endsWith(` ${name}`));

describe("somebody who signs in for a company of theirs and for one that is not", () => {
  const both = () =>
    asSuperuser<{ id: string; name: string }>(
      `SELECT c.id, c.name FROM contacts c WHERE c.name LIKE '% both' AND c.kind = 'customer' ORDER BY c.name DESC`,
    );
  const beyond = () =>
    asSuperuser(
      `SELECT to_jsonb(l) AS login, to_jsonb(c) AS contact FROM logins l JOIN contacts c ON c.login_id = l.id WHERE c.name = 'brovo both'`,
    );

  it.each([
    ["setTemporaryPasswordAction", { password: "correct horse battery staple 7" }],
    ["updateContactAction", { version: 1, name: "qalfa both", email: "elsewhere@qalfa.example" }],
    ["deactivateContactAction", {}],
    ["reactivateContactAction", {}],
    ["unlockLoginAction", {}],
  ])("keeps their login and the other company’s contact as they are: %s", async (name, more) => {
    await giveRoles(world, ["crmCompanyView", "crmCompanyEdit"]);
    const [own] = await both();
    expect(own?.name).toBe("qalfa both");
    const before = await beyond();
    const result = await post(named(name), { contactId: own?.id, ...more });
    expect(JSON.stringify(result)).not.toContain("brovo");
    expect(await beyond()).toEqual(before);
  });
});

it("a template is previewed for no contact by whom no contact may be seen", async () => {
  await giveRoles(world, ["crmCompanyView", "crmCompanyEdit", "templateView", "templateEdit"]);
  const preview = await loadActions();
  for (const whose of ["unseen", "foreign"] as const) {
    const contactId = world.id(whose, "customer", "contact active");
    const typed = { template: "account-activation", subject: "To <%= contact.name %>", html: "x", text: "x" };
    const result = await post(
      preview.find(({ name }) => name.endsWith(" previewTemplateAction")),
      { ...typed, contactId },
    );
    expect(result).toMatchObject({ ok: false, error: { code: "not-found" } });
  }
});

it("colleagues are assigned to the companies of whoever asks, though others are named beside them", async () => {
  await giveRoles(world, []);
  const before = await rowsOf(world, "unseen");
  const companyIds = (["unseen", "own"] as const).map((whose) => world.id(whose, "customer", "company"));
  const wanted = { kind: "customer", of: "chosen", companyIds, emails: "boss@ours.example", level: "member" };
  const counted = await post(named("assignManyAction"), wanted);
  expect(counted).toMatchObject({ ok: true, data: { plan: { chosen: 2, changing: 1, unseen: 1 } } });
  const { expected } = (counted as { data: { plan: { expected: string } } }).data.plan;
  const saved = await post(named("assignManyAction"), { ...wanted, expected });
  expect(saved).toMatchObject({ ok: true, data: { isSaved: true } });
  expect(await rowsOf(world, "unseen")).toEqual(before);
});

describe("activation e-mails to many", () => {
  const unseenRows = async () =>
    (await rowsOf(world, "unseen")).filter((row) => !row.startsWith("activation_recipients"));

  beforeAll(() => giveRoles(world, ["crmCompanyView", "crmCompanyEdit"]));

  it("are drawn up for the companies of whoever asks, though others are named beside them", async () => {
    const contactIds = (["unseen", "own"] as const).map((whose) =>
      world.id(whose, "customer", "contact invited"),
    );
    const result = await post(named("drawUpActivationsAction"), { contactIds });
    expect(result.ok).toBe(true);
    const { id } = (result as { data: { id: string } }).data;
    expect(await asSuperuser("SELECT contact_id FROM activation_recipients WHERE run_id = $1", [id])).toEqual(
      [{ contact_id: contactIds[1] }],
    );
  });

  it("go to nobody at a company that was taken from whoever drew them up", async () => {
    const before = await unseenRows();
    const run = { organisationId: world.organisationId, runId: world.shared("run clerk") };
    expect(await post(named("startActivationsAction"), { id: run.runId })).toMatchObject({ ok: true });
    await workOnRun(run);
    expect(await unseenRows()).toEqual(before);
  });
});
