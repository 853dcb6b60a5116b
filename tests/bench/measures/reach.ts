import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { listCompanies } from "@/lib/companies/list-companies";
import { readCompanyList } from "@/lib/companies/list-input";
import { ORGANISATION } from "../load-data";
import { figure, medianMs } from "../report";

const ASSIGNED = 5_000;
const MOST_TIMES = 2;
const RUNS = 15;

const everybody: StaffActor = {
  kind: "staff",
  organisationId: ORGANISATION,
  staffId: ORGANISATION,
  name: "Bench Clerk",
  roles: ["administrator"],
  reach: "all",
};
// The first of the clerks that loadData makes.
const limited: StaffActor = {
  ...everybody,
  staffId: "01990000-0004-7000-8000-000000000001",
  roles: ["crmCompanyView"],
  reach: "assigned",
};

const looks: [string, Record<string, string>][] = [
  ["first page", {}],
  ["a search that finds some", { q: "amber hollow" }],
  ["a search that finds one", { q: "C000401" }],
];

/** The grid of customers for somebody who serves 5,000 companies, beside the same for somebody who sees all. */
export async function measureReach(superuserUrl: string): Promise<void> {
  await withSuperuser(superuserUrl, async (client) => {
    await client.query(
      `INSERT INTO assignments (organisation_id, staff_id, company_id, level)
       SELECT organisation_id, $2, id, 'member' FROM (SELECT *, row_number() OVER (ORDER BY code) AS number FROM companies WHERE organisation_id = $1) AS numbered
       WHERE number % 20 = 1 LIMIT ${ASSIGNED}`,
      [ORGANISATION, limited.staffId],
    );
    await client.query("ANALYZE assignments");
  });
  for (const [what, params] of looks) {
    const seen = await timeOf(everybody, params);
    const assigned = await timeOf(limited, params);
    const ratio = assigned / seen;
    figure({
      name: `grid of customers for staff with ${ASSIGNED} companies: ${what}`,
      portico: `${assigned.toFixed(1)} ms`,
      bare: `${seen.toFixed(1)} ms for staff who see all`,
      ratio,
      limit: `at most ${MOST_TIMES}`,
      holds: ratio <= MOST_TIMES,
    });
  }
}

async function timeOf(actor: StaffActor, params: Record<string, string>): Promise<number> {
  const query = readCompanyList(params);
  const page = () => asActor(actor, (tx) => listCompanies(tx, actor, "customer", query));
  if ((await page()).rows.length === 0) throw new Error(`Nothing was found for ${JSON.stringify(params)}.`);
  return medianMs(RUNS, page);
}
