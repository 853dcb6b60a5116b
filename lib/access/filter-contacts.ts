import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { contacts } from "@/db/schema";
import { matchingIdArray } from "@/lib/search/matching-ids";
import type { AccessFilter } from "./access-filter";
import type { Audience } from "./permissions";
import { idsInStanding } from "./ids-in-standing";

/** The ids of the visible contacts that the whole filter fits, as a query to be run by `withHashing`: for counts, and for entries made by one statement. */
export function filteredContactIds(audience: Audience, filter: AccessFilter): SQL {
  const { q, permission, standing } = filter;
  const conditions = and(
    contactConditions(audience, filter),
    q ? sql`${contacts.id} = ANY (${matchingIdArray("contact", q)})` : undefined,
    // A subquery, because PostgreSQL hashes it once, where it would join it row by row.
    permission ? inArray(contacts.id, sql`(${idsInStanding(audience, permission, standing)})`) : undefined,
  );
  return sql`SELECT ${contacts.id} FROM ${contacts} WHERE ${conditions}`;
}

/** What of a filter the contact itself tells. */
export function contactConditions(
  audience: Audience,
  { companyIds, login, deactivated }: AccessFilter,
): SQL | undefined {
  return and(
    eq(contacts.kind, audience),
    companyIds.length > 0 ? sql`${contacts.companyId} = ANY (${sql.param(companyIds)}::uuid[])` : undefined,
    login === "some" ? isNotNull(contacts.loginId) : undefined,
    login === "none" ? isNull(contacts.loginId) : undefined,
    deactivated ? undefined : isNull(contacts.deactivatedAt),
  );
}
