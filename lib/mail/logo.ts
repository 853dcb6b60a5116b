import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { organisationLogos, organisations } from "@/db/schema";

/** Where an e-mail finds the logo of its organisation, and how large it is to be drawn where that is known. */
export type LogoPlace = { logoUrl?: string | null; logoSize?: { width: number; height: number } };

/** The address by which an e-mail shows the picture that travels with it: mail programs load nothing from elsewhere for that. */
export const ATTACHED_LOGO = "cid:logo@portico";

/** A logo to travel with e-mails. */
export type MailLogo = LogoPlace & { image: Buffer };

// As in the frames of the pages; the picture itself is twice as large, for screens with two pixels to a point.
const MOST = { width: 240, height: 60 };

/** The logo of the transaction's organisation, ready to travel with e-mails, or null when it has none. */
export async function findMailLogo(tx: Tx): Promise<MailLogo | null> {
  const [found] = await tx
    .select({ image: organisationLogos.image })
    .from(organisations)
    .innerJoin(
      organisationLogos,
      and(
        eq(organisationLogos.organisationId, organisations.id),
        eq(organisationLogos.id, organisations.logoId),
      ),
    )
    .where(sql`${organisations.id} = app_organisation()`);
  if (!found) return null;
  return { ...found, logoUrl: ATTACHED_LOGO, logoSize: sizeOf(found.image) };
}

// Outlook heeds no style that limits a picture, so its size has to be said. A PNG begins with it (ISO/IEC 15948, 11.2.2).
function sizeOf(image: Buffer) {
  const [width, height] = [image.readUInt32BE(16), image.readUInt32BE(20)];
  const scale = Math.min(0.5, MOST.width / width, MOST.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The logo as the layout of e-mails knows it; undefined when there is none. */
export const laidOut = ({ logoUrl, logoSize }: LogoPlace) =>
  logoUrl ? { url: logoUrl, ...logoSize } : undefined;

/** Where pages find the logo of an organisation, or null when it has none. */
export const servedLogo = ({ slug, logoId }: { slug: string; logoId: string | null }): string | null =>
  logoId && `/portal/${slug}/logo/${logoId}`;

/** An e-mail's HTML for a page to show: what travelled with it is taken from `logoUrl`. */
export const withLogoFrom = (html: string, logoUrl: string | null): string =>
  logoUrl ? html.replaceAll(`"${ATTACHED_LOGO}"`, `"${logoUrl}"`) : html;
