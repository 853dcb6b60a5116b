import { eq, sql } from "drizzle-orm";
import { asSystem, type Tx } from "@/db/as-actor";
import { organisationLogos, organisations } from "@/db/schema";

/** The address of the organisation's logo, or null. */
export const logoUrl = sql<
  string | null
>`'/portal/' || ${organisations.slug} || '/logo/' || ${organisations.logoId}`;

const organisationView = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  colour: organisations.colour,
  logoUrl,
  timeZone: organisations.timeZone,
  locale: organisations.locale,
  modules: organisations.modules,
  hidden: organisations.hidden,
  announcements: organisations.announcements,
  passwordMin: organisations.passwordMin,
  temporaryPasswordHours: organisations.temporaryPasswordHours,
  terms: organisations.terms,
  termsVersion: organisations.termsVersion,
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

// PostgreSQL refuses a NUL, which anybody can put into an address.
const isSlug = (slug: string) => /^[a-z0-9-]{1,60}$/.test(slug);

/** The organisation whose portal is at this address, or null; for pages before anybody is known. */
export async function findPortal(slug: string): Promise<OrganisationView | null> {
  if (!isSlug(slug)) return null;
  return asSystem("portal address", "any", (tx) => findOrganisationBySlug(tx, slug));
}

/** The logo that goes by this id in the portal at this address, as a PNG, or null. */
export async function findLogo(slug: string, logoId: string): Promise<Buffer | null> {
  if (!isSlug(slug)) return null;
  const [portal] = await asSystem("portal logo", "any", (tx) =>
    tx
      .select({ id: organisations.id, logoId: organisations.logoId })
      .from(organisations)
      .where(eq(organisations.slug, slug)),
  );
  if (!portal?.logoId || portal.logoId !== logoId) return null;
  return asSystem("portal logo", portal.id, async (tx) => {
    const [found] = await tx
      .select({ image: organisationLogos.image })
      .from(organisationLogos)
      .where(eq(organisationLogos.id, logoId));
    return found?.image ?? null;
  });
}

/** Whether any organisation exists: without one, the first visit goes to set-up. */
export function hasOrganisation(): Promise<boolean> {
  return asSystem("set-up", "any", async (tx) => {
    const { rows } = await tx.execute<{ exists: boolean }>(sql`SELECT EXISTS (SELECT FROM ${organisations})`);
    return rows[0]?.exists ?? false;
  });
}

/** Every organisation of the deployment, for operators. */
export function listOrganisations(): Promise<{ id: string; slug: string; name: string }[]> {
  const { id, slug, name } = organisations;
  return asSystem("operator", "any", (tx) => tx.select({ id, slug, name }).from(organisations).orderBy(slug));
}
