import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { everything, type AuditQuery } from "@/lib/audit/list-input";
import { listEvents } from "@/lib/audit/list-events";
import { sealChain } from "@/lib/audit/seal-chain";
import { verifyChain } from "@/lib/audit/verify-chain";
import { RARE_ACT } from "../load-audit";
import { ORGANISATION } from "../load-data";
import { fact, figure, medianMs } from "../report";

const clerk = (staffId: string, reach: StaffActor["reach"]): StaffActor => ({
  ...{ kind: "staff", organisationId: ORGANISATION, name: "Bench Clerk", roles: [] },
  staffId,
  reach,
});
const boss = clerk(ORGANISATION, "all");
const id = (space: string, number: number) =>
  `01990000-${space}-7000-8000-${number.toString(16).padStart(12, "0")}`;
const limited = { few: id("0004", 1), many: id("0004", 2) };

/** A page of the audit trail by each filter, for who sees all and for who sees some companies; then the time that its seal takes. */
export async function measureAudit(superuserUrl: string): Promise<void> {
  await withSuperuser(superuserUrl, async (client) => {
    for (const [staff, count] of [
      [limited.few, 5],
      [limited.many, 5_000],
    ] as const)
      await client.query(
        "INSERT INTO assignments (organisation_id, staff_id, company_id, level) SELECT organisation_id, $1, id, 'member' FROM (SELECT organisation_id, id FROM companies ORDER BY code LIMIT $2) c",
        [staff, count],
      );
    await client.query("VACUUM ANALYZE assignments");
  });
  const bare = await barePage(superuserUrl);
  const older = await deepPage();
  for (const [name, query] of filters(older)) await page(name, boss, query, bare);
  for (const [name, actor] of [
    ["5 companies", clerk(limited.few, "assigned")],
    ["5,000 companies", clerk(limited.many, "assigned")],
  ] as const) {
    await page(`all that staff with ${name} may see`, actor, {}, bare);
    await page(`an act, for staff with ${name}`, actor, { act: "contact.added" }, bare);
  }
  await measureSeal();
}

function filters(older: string | undefined): [string, Partial<AuditQuery>][] {
  const [from, to] = ["2026-03-01T00:00", "2026-03-02T00:00"];
  return [
    ["everything", {}],
    ["everything, 2,000 pages further", { page: older }],
    ["by a clerk who did half of it", { by: ORGANISATION }],
    ["by that clerk, an act", { by: ORGANISATION, act: "access.changed" }],
    ["by that clerk, an act they never did", { by: ORGANISATION, act: "mail.resent" }],
    ["by a clerk", { by: id("0004", 7) }],
    ["by Portico itself", { by: "system" }],
    ["of a company", { company: id("0001", 7) }],
    ["of a contact", { contact: id("0003", 7) }],
    ["an act", { act: "contact.signed-in" }],
    ["an act that is rare", { act: RARE_ACT }],
    ["a group of acts", { act: "contact" }],
    ["a day", { from, to }],
    ["an act on a day", { from, to, act: "contact.signed-in" }],
    ["search that finds much", { q: "company" }],
    ["search that finds some", { q: "company 77" }],
    ["search for a company", { q: "Tarn Hollow" }],
    ["search that finds nothing", { q: "zzzz" }],
  ];
}

async function barePage(superuserUrl: string): Promise<number> {
  return withSuperuser(superuserUrl, (client) =>
    medianMs(20, () =>
      client.query(
        "SELECT * FROM audit_events WHERE organisation_id = $1 ORDER BY at DESC, id DESC LIMIT 51",
        [ORGANISATION],
      ),
    ),
  );
}

const asker = (actor: StaffActor) => ({ actor, timeZone: "UTC" });

async function deepPage(): Promise<string | undefined> {
  const { older } = await asActor(boss, (tx: Tx) => listEvents(tx, asker(boss), everything, 100_000));
  return older;
}

async function page(
  name: string,
  actor: StaffActor,
  query: Partial<AuditQuery>,
  bare: number,
): Promise<void> {
  let found = 0;
  const portico = await asActor(actor, (tx) =>
    medianMs(20, async () => {
      found = (await listEvents(tx, asker(actor), { ...everything, ...query })).rows.length;
    }),
  );
  figure({
    name: `audit trail, ${name} (${found} events)`,
    ...{ portico: `${portico.toFixed(1)} ms`, bare: `${bare.toFixed(1)} ms`, ratio: portico / bare },
    ...{ limit: "at most 20 ms", holds: portico <= 20 },
  });
}

async function measureSeal(): Promise<void> {
  const seconds = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return ((performance.now() - began) / 1000).toFixed(0);
  };
  fact(`5,000,000 events sealed for the first time in ${await seconds(() => sealChain(ORGANISATION))} s`);
  let findings = -1;
  const took = await seconds(async () => (findings = (await verifyChain(ORGANISATION)).findingCount));
  fact(`and verified in ${took} s, with ${findings} findings`);
}
