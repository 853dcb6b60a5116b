import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";
import type { ReachNames } from "./describe-operation";
import type { Operation } from "./operations";
import type { Audience } from "./permissions";

type Company = { id: string; name: string };
type Contact = { id: string; name: string; companyId: string };

/** Whom an operation is for, as the database knows them at this moment. */
export type Target =
  | { kind: "everyone" }
  | { kind: "companies"; companies: readonly Company[] }
  | { kind: "contact"; contact: Contact }
  | { kind: "filter" };

/** A staged operation whose company or contact is not there, or not of this kind: the screen names it and offers to drop it. */
export type Gone = { operation: number; what: "company" | "contact" | "filter"; ids: string[] };

/**
 * Whom each operation is for, in their order; refuses, naming the operations, when companies or contacts cannot be seen or are of the
 * other audience. Whoever is found stays until the transaction ends.
 */
export async function findTargets(
  tx: Tx,
  audience: Audience,
  operations: readonly Operation[],
): Promise<Target[]> {
  const reaches = operations.map(({ reach }) => reach);
  const companies = await findCompanies(
    tx,
    audience,
    reaches.flatMap((reach) => (reach.kind === "companies" ? reach.companyIds : [])),
  );
  const trees = await findTrees(
    tx,
    audience,
    reaches.flatMap((reach) => (reach.kind === "tree" ? [reach.companyId] : [])),
  );
  const contacts = await findContacts(
    tx,
    audience,
    reaches.flatMap((reach) => (reach.kind === "contact" ? [reach.contactId] : [])),
  );
  const gone: Gone[] = [];
  const targets = reaches.map((reach, operation): Target => {
    if (reach.kind === "everyone" || reach.kind === "filter") return { kind: reach.kind };
    if (reach.kind === "contact") {
      const contact = contacts.get(reach.contactId);
      if (contact) return { kind: "contact", contact };
      gone.push({ operation, what: "contact", ids: [reach.contactId] });
      return { kind: "everyone" };
    }
    if (reach.kind === "tree") {
      const tree = trees.get(reach.companyId) ?? [];
      if (tree.length === 0) gone.push({ operation, what: "company", ids: [reach.companyId] });
      return { kind: "companies", companies: tree };
    }
    const ids = [...new Set(reach.companyIds)];
    const missing = ids.filter((id) => !companies.has(id));
    if (missing.length > 0) gone.push({ operation, what: "company", ids: missing });
    return { kind: "companies", companies: ids.flatMap((id) => companies.get(id) ?? []) };
  });
  if (gone.length > 0) throw goneRefusal(gone);
  return targets;
}

/** The companies and the contacts that targets name, each once. */
export function named(targets: readonly Target[]) {
  const companies = targets.flatMap((target) => (target.kind === "companies" ? target.companies : []));
  const contacts = targets.flatMap((target) => (target.kind === "contact" ? [target.contact] : []));
  return {
    companyIds: [...new Set(companies.map(({ id }) => id))],
    contactIds: [...new Set(contacts.map(({ id }) => id))],
    companyIdsOfContacts: [...new Set(contacts.map(({ companyId }) => companyId))],
  };
}

/** The names by which a target's operation is described. */
export function namesOf(target: Target): ReachNames {
  if (target.kind === "contact") return { contact: target.contact.name };
  if (target.kind === "companies") return { companies: target.companies.map(({ name }) => name) };
  return {};
}

function goneRefusal(gone: Gone[]): Refusal {
  const what = [...new Set(gone.map((each) => each.what))].join(" or ");
  const message =
    gone.length === 1
      ? `A ${what} of one staged change is not there any more. Nothing was saved: drop that change and update again.`
      : `A ${what} of ${gone.length} staged changes is not there any more. Nothing was saved: drop those changes and update again.`;
  return new Refusal("not-found", message, undefined, {
    kind: "access-gone",
    operations: gone.map(({ operation }) => operation),
    gone,
  });
}

// Shared locks on what is named: whoever deletes it meanwhile waits, instead of making the entries fail.
async function findCompanies(
  tx: Tx,
  audience: Audience,
  ids: readonly string[],
): Promise<Map<string, Company>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<Company>(sql`SELECT id, name FROM companies
    WHERE id = ANY (${sql.param([...new Set(ids)])}::uuid[]) AND kind = ${audience} FOR KEY SHARE`);
  return new Map(rows.map((row) => [row.id, row]));
}

async function findContacts(
  tx: Tx,
  audience: Audience,
  ids: readonly string[],
): Promise<Map<string, Contact>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<Contact>(sql`SELECT id, name, company_id AS "companyId" FROM contacts
    WHERE id = ANY (${sql.param([...new Set(ids)])}::uuid[]) AND kind = ${audience} FOR KEY SHARE`);
  return new Map(rows.map((row) => [row.id, row]));
}

async function findTrees(
  tx: Tx,
  audience: Audience,
  roots: readonly string[],
): Promise<Map<string, Company[]>> {
  if (roots.length === 0) return new Map();
  const { rows } = await tx.execute<Company & { root: string }>(sql`
    WITH RECURSIVE tree AS (
      SELECT id AS root, id, name, 0 AS depth FROM companies
        WHERE id = ANY (${sql.param([...new Set(roots)])}::uuid[]) AND kind = ${audience}
      UNION ALL
      SELECT tree.root, site.id, site.name, tree.depth + 1 FROM companies site JOIN tree ON site.parent_id = tree.id)
    SELECT root, id, name FROM tree ORDER BY depth, name, id`);
  const trees = new Map<string, Company[]>();
  for (const { root, id, name } of rows) trees.set(root, [...(trees.get(root) ?? []), { id, name }]);
  return trees;
}
