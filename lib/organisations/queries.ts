import { eq, sql } from "drizzle-orm";
import { asSystem, type Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";

const organisationView = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  colour: organisations.colour,
  timeZone: organisations.timeZone,
  locale: organisations.locale,
  modules: organisations.modules,
  terms: organisations.terms,
};

/** An organisation as its portal and its staff see it. */
export type OrganisationView = NonNullable<Awaited<ReturnType<typeof findOwnOrganisation>>>;

/** The organisation as the portal shows it, by the name in its address, or null. */
export async function findOrganisationBySlug(tx: Tx, slug: string) {
  const [found] = await tx.select(organisationView).from(organisations).where(eq(organisations.slug, slug));
  return found ?? null;
}

/** The organisation of the transaction as the portal shows it, or null. */
export async function findOwnOrganisation(tx: Tx, id: string) {
  const [found] = await tx.select(organisationView).from(organisations).where(eq(organisations.id, id));
  return found ?? null;
}

/** The organisation whose portal is at this address, or null; for pages before anybody is known. */
export function findPortal(slug: string): Promise<OrganisationView | null> {
  return asSystem("portal address", "any", (tx) => findOrganisationBySlug(tx, slug));
}

/** Whether any organisation exists: without one, the first visit goes to set-up. */
export function hasOrganisation(): Promise<boolean> {
  return asSystem("set-up", "any", async (tx) => {
    const { rows } = await tx.execute<{ exists: boolean }>(sql`SELECT EXISTS (SELECT FROM ${organisations})`);
    return rows[0]?.exists ?? false;
  });
}
