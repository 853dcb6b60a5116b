import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import type { Target } from "./find-targets";
import { listGroupRoleNews } from "./group-role-news";
import type { Basis, Operation } from "./operations";
import type { Audience } from "./permissions";
import { isNews } from "./since-basis";

/** Something besides the ledger that changed since a screen was drawn, and the place of the operation that it concerns. */
export type OtherNews = {
  operation: number;
  what: "group-role" | "company-closed" | "contact-deactivated";
  /** The name of the group role, company or contact. */
  summary: string;
  by: string;
  at: Date;
};

type Asked = {
  audience: Audience;
  operations: readonly Operation[];
  basis: Basis;
  targets: readonly Target[];
};

type Found = { id: string; summary: string; by: string; at: string };

/** Group roles edited after `basis` as far as access is left to them, and companies closed and contacts deactivated as far as they are named. */
export async function listOtherNews(tx: Tx, asked: Asked): Promise<OtherNews[]> {
  const { basis, targets } = asked;
  const closed = await listClosed(tx, basis, targets.flatMap(companiesOf));
  const deactivated = await listDeactivated(tx, basis, targets.flatMap(contactsOf));
  const roles = await listGroupRoleNews(tx, asked);
  return targets.flatMap((target, operation) => [
    ...roles
      .filter((each) => each.operation === operation)
      .map((each) => ({ ...each, what: "group-role" as const })),
    ...pick(closed, companiesOf(target)).map((found) => news("company-closed", operation, found)),
    ...pick(deactivated, contactsOf(target)).map((found) => news("contact-deactivated", operation, found)),
  ]);
}

const news = (what: OtherNews["what"], operation: number, { summary, by, at }: Found): OtherNews => ({
  ...{ operation, what, summary, by },
  at: new Date(at),
});

const pick = (found: ReadonlyMap<string, Found>, ids: readonly string[]) =>
  ids.flatMap((id) => found.get(id) ?? []);

function companiesOf(target: Target): string[] {
  if (target.kind === "companies") return target.companies.map(({ id }) => id);
  return target.kind === "contact" ? [target.contact.companyId] : [];
}

const contactsOf = (target: Target) => (target.kind === "contact" ? [target.contact.id] : []);

async function listClosed(tx: Tx, basis: Basis, ids: readonly string[]): Promise<Map<string, Found>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<Found>(sql`
    SELECT k.id, k.name AS summary, coalesce(s.name, 'Somebody') AS by, k.status_changed_at AS at FROM companies k
      LEFT JOIN staff_users s ON s.organisation_id = k.organisation_id AND s.id = k.status_changed_by
      WHERE k.id = ANY (${sql.param([...new Set(ids)])}::uuid[]) AND k.status = 'closed' AND ${isNews(sql`k.status_changed_at`, sql`k.status_changed_in`, basis)}`);
  return new Map(rows.map((row) => [row.id, row]));
}

async function listDeactivated(tx: Tx, basis: Basis, ids: readonly string[]): Promise<Map<string, Found>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<Found>(sql`
    SELECT c.id, c.name AS summary, coalesce(s.name, 'Somebody') AS by, c.deactivated_at AS at FROM contacts c
      LEFT JOIN staff_users s ON s.organisation_id = c.organisation_id AND s.id = c.deactivated_by
      WHERE c.id = ANY (${sql.param([...new Set(ids)])}::uuid[]) AND ${isNews(sql`c.deactivated_at`, sql`c.deactivated_in`, basis)}`);
  return new Map(rows.map((row) => [row.id, row]));
}
