import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { currentBasis } from "@/lib/access/current-basis";
import { everybody } from "@/lib/access/access-filter";
import { countOutcome } from "@/lib/access/count-outcome";
import { explainAccess } from "@/lib/access/explain";
import { listAccessContacts } from "@/lib/access/list-access-contacts";
import { FULL, operationInput, type Operation } from "@/lib/access/operations";
import { permissions, SERVICES } from "@/lib/access/permissions";
import { loadAccess } from "@/lib/access/queries";
import { resolveAccess } from "@/lib/access/resolve-access";
import { saveChange } from "@/lib/access/save-change";
import { undoChange } from "@/lib/access/undo-change";
import { ORGANISATION } from "../load-data";
import { databaseMs } from "../database-time";
import { fact, figure, median, medianMs } from "../report";

const clerk: StaffActor = {
  kind: "staff",
  organisationId: ORGANISATION,
  staffId: ORGANISATION,
  name: "Bench Clerk",
  roles: ["administrator"],
  reach: "all",
};
const audience = "customer" as const;
const reader = { locale: "en-GB", timeZone: "UTC" };

/** Bulk changes of access and their undo beside a plain UPDATE, exact counts, a page of the grid, and a portal request's share. */
export async function measureAccess(superuserUrl: string): Promise<void> {
  const bare = await fastestUpdate(superuserUrl);
  await measureChange(bare);
  await measureCounts(superuserUrl);
  await measurePage(superuserUrl);
  await measureRequest();
}

/** One boolean of a million narrow rows, with room on every page for the new versions, so that no index is touched. */
async function fastestUpdate(superuserUrl: string): Promise<number> {
  return withSuperuser(superuserUrl, async (client) => {
    await client.query(
      "CREATE UNLOGGED TABLE narrow (id int PRIMARY KEY, allowed boolean NOT NULL) WITH (fillfactor = 45)",
    );
    await client.query(
      "INSERT INTO narrow SELECT g, true FROM generate_series(1, (SELECT count(*)::int FROM contacts)) g",
    );
    const taken: number[] = [];
    for (const allowed of [false, true, false]) {
      await client.query("VACUUM ANALYZE narrow");
      const began = performance.now();
      await client.query("UPDATE narrow SET allowed = $1", [allowed]);
      taken.push(performance.now() - began);
    }
    await client.query("DROP TABLE narrow");
    return Math.min(...taken);
  });
}

const everyone = (subject: Operation["subject"], effect: Operation["effect"]) =>
  operationInput.parse({ subject, effect, reach: { kind: "everyone" } });

async function measureChange(bare: number): Promise<void> {
  const saves: number[] = [];
  const undos: number[] = [];
  for (let run = -2; run < 10; run += 1) {
    const operations = [everyone("invoices", "deny")];
    const basis = await asActor(clerk, currentBasis);
    const [changeId, save] = await timed(
      async (tx) => (await saveChange({ tx, actor: clerk }, { audience, operations, basis })).changeId,
    );
    const [, undo] = await timed((tx) => undoChange({ tx, actor: clerk }, { id: changeId }));
    if (run >= 0) [saves, undos].forEach((all, at) => all.push(at === 0 ? save : undo));
  }
  for (const [name, taken] of [
    ["disable Invoices for all contacts", saves] as const,
    ["undo of it", undos] as const,
  ]) {
    const portico = median(taken);
    beside(name, portico, bare, "at most 20 ms and 0.01", portico <= 20 && portico / bare <= 0.01);
  }
}

async function measureCounts(superuserUrl: string): Promise<void> {
  const bare = await withSuperuser(superuserUrl, (client) =>
    medianMs(3, () => client.query("SELECT kind, access_since, count(*) FROM contacts GROUP BY 1, 2")),
  );
  const each = [...permissions[audience].map(({ id }) => id), FULL, SERVICES] as const;
  for (const subject of each) {
    const operation = everyone(subject, "deny");
    const [{ lose }] = await timed((tx) => countOutcome(tx, { audience, operation }));
    const [, portico] = await timed((tx) => countOutcome(tx, { audience, operation }));
    beside(
      `exact counts, disable ${subject} for all (${lose} lose)`,
      portico,
      bare,
      "at most 1.5 s",
      portico <= 1_500,
    );
  }
}

async function measurePage(superuserUrl: string): Promise<void> {
  const bare = await withSuperuser(superuserUrl, (client) =>
    medianMs(20, () =>
      client.query(
        "SELECT c.id, c.name, k.name AS company FROM contacts c JOIN companies k USING (organisation_id) WHERE k.id = c.company_id AND organisation_id = $1 AND c.kind = 'customer' ORDER BY c.name, c.id LIMIT 51",
        [ORGANISATION],
      ),
    ),
  );
  const asked = { audience, filter: everybody, sort: "name", descending: false } as const;
  let reasons = 0;
  const page = (tx: Tx) => listAccessContacts(tx, clerk, asked);
  const whole = await inOne((tx) =>
    medianMs(20, async () => {
      const { rows, entries, today } = await page(tx);
      reasons = rows.flatMap(({ subject }) =>
        [...resolveAccess(subject, entries, today).permissions.values()].map((answer) =>
          explainAccess(answer, reader),
        ),
      ).length;
    }),
  );
  fact(
    `a page of contacts holds ${reasons} ticks, each with its reason; read, resolved and worded in ${whole.toFixed(1)} ms`,
  );
  const portico = await databaseMs(superuserUrl, 200, () => inOne(page));
  beside(
    "a page of 50 contacts with all permissions and reasons, in the database",
    portico,
    bare,
    "at most 8 ms",
    portico <= 8,
  );
}

async function measureRequest(): Promise<void> {
  const { rows } = await inOne((tx) =>
    listAccessContacts(tx, clerk, { audience, filter: everybody, sort: "name", descending: false }),
  );
  const contactId = rows[0]?.id ?? "";
  const portico = await inOne((tx) => medianMs(200, () => loadAccess(tx, contactId)));
  const bare = await inOne((tx) => medianMs(200, () => tx.execute("SELECT 1")));
  beside("access in a portal request", portico, bare, "at most 2 ms", portico <= 2);
}

const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asActor(clerk, work);

/** What `work` answers, and the milliseconds of its transaction. */
async function timed<T>(work: (tx: Tx) => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const answer = await asActor(clerk, work);
  return [answer, performance.now() - began];
}

function beside(name: string, portico: number, bare: number, limit: string, holds: boolean): void {
  figure({
    name,
    portico: `${portico.toFixed(1)} ms`,
    bare: `${bare.toFixed(1)} ms`,
    ratio: portico / bare,
    limit,
    holds,
  });
}
