import { and, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import type { Page } from "@/lib/paging/keyset";
import type { Total } from "@/lib/search/find-ids";
import { matchingIdArray } from "@/lib/search/matching-ids";
import { accessFilterInput } from "./access-filter";
import { explainAccess, type Reader } from "./explain";
import { listAccessContacts, PAGE_SIZE } from "./list-access-contacts";
import { resolveAccess } from "./resolve-access";
import type { WhoQuery } from "./who-input";

/** A contact who is allowed the permission, whether they can use it now, and why. */
export type WhoRow = {
  id: string;
  name: string;
  email: string;
  companyId: string;
  companyCode: string;
  companyName: string;
  isUsable: boolean;
  reason: string;
};

/** A page of them; `tooManyCompanies` when more match than can be looked through, and nobody is shown. */
export type WhoPage = Page<WhoRow> & { total: Total; tooManyCompanies: boolean };

const MOST_COMPANIES = 500;
const nobody: WhoPage = { rows: [], total: { count: 0, isMore: false }, tooManyCompanies: false };

/** Who may use a permission now, or is allowed it without effect, a page at a time. */
export async function listWho(
  tx: Tx,
  actor: StaffActor,
  query: WhoQuery,
  reader: Reader,
  size = PAGE_SIZE,
): Promise<WhoPage> {
  const companyIds = await companiesOf(tx, query);
  if (companyIds && companyIds.length > MOST_COMPANIES) return { ...nobody, tooManyCompanies: true };
  if (companyIds?.length === 0) return nobody;
  const { audience, permission, standing, q, page: cursor } = query;
  const deactivated = true; // They are among those for whom it has no effect.
  const filter = accessFilterInput.parse({
    permission,
    standing,
    q,
    companyIds: companyIds ?? [],
    deactivated,
  });
  const asked = { audience, filter, sort: "name", descending: false, page: cursor } as const;
  const { rows, entries, today, ...page } = await listAccessContacts(tx, actor, asked, size);
  return {
    ...page,
    tooManyCompanies: false,
    rows: rows.map(({ subject, hasLogin: _, email, ...row }) => {
      const mine = entries.filter(
        ({ scope, companyId, contactId }) =>
          scope === "everyone" || companyId === row.companyId || contactId === row.id,
      );
      const answer = resolveAccess(subject, mine, today).permissions.get(permission);
      const reason = answer ? explainAccess(answer, reader) : "";
      return { ...row, email: email ?? "", isUsable: answer?.usable ?? false, reason };
    }),
  };
}

/** The companies that are asked for, one more than can be looked through when there are too many, or null for all. */
async function companiesOf(tx: Tx, { audience, company, of }: WhoQuery): Promise<string[] | null> {
  if (!company && !of) return null;
  const rows = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(
      and(
        eq(companies.kind, audience),
        company ? eq(companies.id, company) : undefined,
        of ? sql`${companies.id} = ANY (${matchingIdArray(audience, of)})` : undefined,
      ),
    )
    .limit(MOST_COMPANIES + 1);
  return rows.map(({ id }) => id);
}
