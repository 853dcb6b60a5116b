import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { organisationLogos } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { encodeLogo } from "./encode-logo";
import { lockSettings, writeSettings, type Context } from "./save-part";
import type { logoInput, removeLogoInput } from "./settings-input";

const forget = (tx: Tx, id: string) => tx.delete(organisationLogos).where(eq(organisationLogos.id, id));

/** Makes an uploaded picture the organisation's logo, in place of the one before. */
export async function setLogo({ actor }: { actor: StaffActor }, { logo }: z.output<typeof logoInput>) {
  const image = await encodeLogo(Buffer.from(await logo.arrayBuffer()));
  const id = newId();
  await asActor(actor, async (tx) => {
    const context = { tx, actor };
    const row = await lockSettings(context);
    if (row.logoId) await forget(tx, row.logoId);
    await tx.insert(organisationLogos).values({ organisationId: row.id, id, image });
    await writeSettings(context, row, { logoId: id });
    const after = { logo: id, file: logo.name.slice(0, 200), bytes: image.length };
    await record(tx, actor, { act: "organisation.logo-changed", before: { logo: row.logoId }, after });
  });
  return { id };
}

/** Takes the logo away: the organisation's name stands in its place again. */
export async function removeLogo({ tx, actor }: Context, { logoId }: z.output<typeof removeLogoInput>) {
  const row = await lockSettings({ tx, actor });
  if (row.logoId !== logoId)
    throw new Refusal("not-found", "That logo is not shown any more. Reload the page to see which one is.");
  await forget(tx, logoId);
  await writeSettings({ tx, actor }, row, { logoId: null });
  await record(tx, actor, { act: "organisation.logo-removed", before: { logo: row.logoId } });
  return null;
}
