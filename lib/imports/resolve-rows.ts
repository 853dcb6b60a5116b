import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { companies, contacts } from "@/db/schema";
import { matchCompanies } from "./match-companies";
import { matchContacts } from "./match-contacts";
import { placeSites } from "./place-sites";
import { problemsOf } from "./problems";
import { stageFile } from "./stage-file";
import { changesOf, companyTargets, contactTargets } from "./values";
import type { Plan, Work } from "./work";

const company = getTableColumns(alias(companies, "c"));
const contact = getTableColumns(alias(contacts, "k"));

/**
 * Reads a run's file and finds out what becomes of each row, into the temporary table `resolved` beside `staged`: which company
 * and contact it is, what would change, and why not. Nothing else is written.
 */
export async function resolveRows(work: Work): Promise<void> {
  const { tx, plan } = work;
  await stageFile(work);
  await work.report("comparing", 0);
  await matchCompanies(work);
  await placeSites(work);
  await matchContacts(work);
  await tx.execute(sql`CREATE TEMP TABLE resolved ON COMMIT DROP AS
    SELECT *, CASE WHEN problems IS NOT NULL THEN 'error' WHEN is_new THEN 'create'
      WHEN company_changes IS NOT NULL OR contact_changes IS NOT NULL THEN 'update' ELSE 'unchanged' END AS outcome
    FROM (${resolving(plan)}) AS rows`);
  await tx.execute(sql`CREATE INDEX ON resolved (line)`);
  await tx.execute(sql`ANALYZE resolved`);
}

function resolving(plan: Plan): SQL {
  const targets = companyTargets(plan, company);
  return sql`
    SELECT s.line, m.is_new, m.company_id, m.version, m.depth, ${problemsOf(plan, targets)} AS problems,
      ${parentOf(plan)} AS parent_id,
      CASE WHEN NOT m.is_new THEN nullif(coalesce(${changesOf(targets, company)}, '{}') || ${parentChange(plan)}, '{}') END AS company_changes,
      q.line IS NOT NULL AND q.contact_id IS NULL AS adds_contact, k.version AS contact_version,
      CASE WHEN q.line IS NOT NULL THEN coalesce(q.contact_id, s.contact_id) END AS contact_id,
      CASE WHEN s."contactEmail" <> '' AND NOT q.has_login THEN coalesce(q.login_id, first.login_id) END AS login_id,
      s."contactEmail" <> '' AND NOT q.has_login AND q.login_id IS NULL AND q.first_line = s.line AS adds_login,
      ${contactChanges(plan)} AS contact_changes
    FROM staged s
    JOIN matched m ON m.line = s.line
    LEFT JOIN companies c ON c.id = m.company_id AND NOT m.is_new
    LEFT JOIN companies pc ON pc.id = c.parent_id
    LEFT JOIN matched above ON above.line = m.parent_line
    LEFT JOIN people q ON q.line = s.line
    LEFT JOIN contacts k ON k.id = q.contact_id
    LEFT JOIN staged first ON first.line = q.first_line`;
}

/** Whose site the company will be. */
function parentOf(plan: Plan): SQL {
  const named = sql`coalesce(m.parent_id, above.company_id)`;
  return plan.emptyCells === "clear" && isMapped(plan, "parentCode")
    ? named
    : sql`coalesce(${named}, c.parent_id)`;
}

function parentChange(plan: Plan): SQL {
  if (!isMapped(plan, "parentCode")) return sql`'{}'::jsonb`;
  return sql`CASE WHEN ${parentOf(plan)} IS DISTINCT FROM c.parent_id
    THEN jsonb_build_object('parentCode', jsonb_build_array(coalesce(pc.code, ''), s."parentCode")) ELSE '{}' END`;
}

/** What changes at the row's contact; one who is added to a company that exists changes from nothing. */
function contactChanges(plan: Plan): SQL {
  const changes = changesOf(contactTargets(plan, contact), contact);
  const email = sql`CASE WHEN s."contactEmail" <> '' AND NOT q.has_login
    THEN jsonb_build_object('contactEmail', jsonb_build_array('', s."contactEmail")) ELSE '{}' END`;
  return sql`CASE WHEN q.line IS NULL OR m.is_new THEN NULL
    WHEN q.contact_id IS NULL THEN jsonb_build_object('contactName', jsonb_build_array('', s."contactName")) || ${email}
    ELSE nullif(coalesce(${changes}, '{}') || ${email}, '{}') END`;
}

const isMapped = (plan: Plan, key: string) => plan.fields.some((field) => field.key === key);
