import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { portalButtons } from "@/lib/access/buttons";
import { idsIfOffered } from "@/lib/access/ids-in-standing";
import { modulesFor } from "@/lib/access/offered";
import {
  audiences,
  hiddenName,
  permissions,
  portalModule,
  type Audience,
  type Permission,
} from "@/lib/access/permissions";

/** What an organisation offers, and what of that it hides. */
export type Offer = { modules: readonly string[]; hidden: readonly string[] };

/** What a change of the offer does to the contacts of an audience: to how many, and whether they gain or lose it. */
export type OfferEffect = {
  audience: Audience;
  what: "portal" | "tab" | "right" | "button";
  label: string;
  isGained: boolean;
  contacts: number;
};

const shows = ({ modules, hidden }: Offer, audience: Audience, { id }: Permission) =>
  modulesFor(audience, id).every((module) => modules.includes(module)) &&
  !hidden.includes(hiddenName(audience, id));

/** What changes for whom when the offer does, in exact numbers of contacts; a portal that opens or closes takes its tabs along. */
export function measureOffer(tx: Tx, before: Offer, after: Offer): Promise<OfferEffect[]> {
  return withHashing(tx, async () => {
    const effects: OfferEffect[] = [];
    for (const audience of audiences) {
      const [was, is] = [before, after].map(({ modules }) => modules.includes(portalModule[audience]));
      if (was !== is) effects.push(await ofPortal(tx, audience, is === true));
      else if (is) effects.push(...(await ofAreas(tx, audience, before, after)));
    }
    return effects;
  });
}

const ofPortal = async (tx: Tx, audience: Audience, isGained: boolean): Promise<OfferEffect> => ({
  ...{ audience, what: "portal", label: `${audience === "customer" ? "Customer" : "Supplier"} portal` },
  ...{ isGained, contacts: await count(tx, idsIfOffered(audience)) },
});

async function ofAreas(tx: Tx, audience: Audience, before: Offer, after: Offer): Promise<OfferEffect[]> {
  const effects: OfferEffect[] = [];
  for (const permission of permissions[audience]) {
    const isGained = shows(after, audience, permission);
    if (isGained === shows(before, audience, permission)) continue;
    const contacts = await count(tx, idsIfOffered(audience, permission.id));
    const what = permission.tab ? "tab" : "right";
    effects.push({ audience, what, label: permission.tab?.label ?? permission.label, isGained, contacts });
  }
  const shown = (offer: Offer, id: string) => !offer.hidden.includes(hiddenName(audience, id));
  for (const { id, label, permission, ...button } of portalButtons) {
    const isGained = shown(after, id);
    if (button.audience !== audience || isGained === shown(before, id)) continue;
    const contacts = await count(tx, idsIfOffered(audience, permission));
    effects.push({ audience, what: "button", label, isGained, contacts });
  }
  return effects;
}

async function count(tx: Tx, ids: SQL): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (${ids}) AS found`,
  );
  return rows[0]?.count ?? 0;
}
