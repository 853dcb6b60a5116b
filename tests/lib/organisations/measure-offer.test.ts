import { asActor, type Tx } from "@/db/as-actor";
import type { StaffActor } from "@/db/actor";
import { contacts } from "@/db/schema";
import { loadAccessOf } from "@/lib/access/queries";
import { loadDemo } from "@/lib/demo/load-demo";
import { measureOffer, type OfferEffect } from "@/lib/organisations/measure-offer";
import { modulesInput } from "@/lib/organisations/module-input";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { updateModules } from "@/lib/organisations/update-modules";
import { asSuperuser, resetDatabase } from "@/tests/support/database";

let actor: StaffActor;

beforeAll(async () => {
  await resetDatabase();
  await loadDemo({ staff: "violet tractor sings on monday", customer: "copper lantern walks to harbour" });
  const [ada] = await asSuperuser<{ organisation_id: string; id: string }>(
    "SELECT organisation_id, id FROM staff_users WHERE name = 'Ada Winter'",
  );
  const { organisation_id: organisationId = "", id: staffId = "" } = ada ?? {};
  actor = { kind: "staff", organisationId, staffId, name: "Ada", reach: "all", roles: ["administrator"] };
});

async function usable(tx: Tx): Promise<Record<string, number>> {
  const all = await tx.select({ id: contacts.id }).from(contacts);
  const access = await loadAccessOf(
    tx,
    all.map(({ id }) => id),
  );
  const counts: Record<string, number> = {};
  for (const { audience, permissions } of access.values())
    for (const [permission, { usable: isUsable }] of permissions)
      if (isUsable) counts[`${audience} ${permission}`] = (counts[`${audience} ${permission}`] ?? 0) + 1;
  return counts;
}

async function switchTo(without: string[]) {
  return asActor(actor, async (tx) => {
    const row = await findSettings(tx, actor.organisationId);
    const modules = row.modules.filter((each) => !without.includes(each));
    const effects = await measureOffer(tx, row, { ...row, modules });
    const before = await usable(tx);
    const input = { version: versionOf(row, "modules"), modules: modules.join() };
    await updateModules({ tx, actor }, modulesInput.parse(input));
    return { effects, before, after: await usable(tx) };
  });
}

const numberOf = (effects: OfferEffect[], audience: string, label: string) =>
  effects.find((effect) => effect.audience === audience && effect.label === label)?.contacts;

test("the numbers said before saving are exactly what saving does", async () => {
  const { effects, before, after } = await switchTo(["invoices", "orders"]);
  expect(before["customer invoices"]).toBeGreaterThan(0);
  expect(numberOf(effects, "customer", "Invoices")).toBe(before["customer invoices"]);
  expect(numberOf(effects, "supplier", "Invoices")).toBe(before["supplier invoices"] ?? 0);
  expect(numberOf(effects, "customer", "Place Orders")).toBe(before["customer placeOrders"] ?? 0);
  expect(effects.every(({ isGained }) => !isGained)).toBe(true);
  const gone = [
    "customer invoices",
    "supplier invoices",
    "customer salesOrders",
    "customer placeOrders",
    "supplier purchaseOrders",
  ];
  const kept = Object.entries(before).filter(([what]) => !gone.includes(what));
  expect(after).toEqual(Object.fromEntries(kept));
});

test("both portals are not closed at once without a tick of its own", () => {
  const input = { version: 1, modules: "invoices" };
  expect(modulesInput.safeParse(input).error?.issues).toMatchObject([{ path: ["closeBoth"] }]);
  expect(modulesInput.safeParse({ ...input, closeBoth: "on" }).success).toBe(true);
});

test("a portal that closes takes its tabs along, and says so in one line", async () => {
  const { effects, after } = await switchTo(["customerPortal", "deliveries"]);
  expect(effects.filter(({ audience }) => audience === "customer")).toMatchObject([
    { what: "portal", isGained: false, contacts: expect.any(Number) },
  ]);
  expect(Object.keys(after).filter((what) => what.startsWith("customer"))).toEqual([]);
});
