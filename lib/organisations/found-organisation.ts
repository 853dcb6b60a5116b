import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { foundOrganisationInput } from "./input";

/** Founds an organisation, without anybody in it yet; for operators, who have no session. */
export function foundOrganisation({
  name,
  slug,
  timeZone,
}: z.output<typeof foundOrganisationInput>): Promise<{ id: string }> {
  return asSystem("founded by an operator", newId(), async (tx, actor) => {
    const id = actor.organisationId;
    await tx
      .insert(organisations)
      .values({ id, slug, name, timeZone })
      .catch((error: unknown) => {
        if (violatedConstraint(error) !== "organisations_slug_unique") throw error;
        throw new Refusal(
          "conflict",
          `There is an organisation at /portal/${slug} already. Choose another slug.`,
        );
      });
    await record(tx, actor, { act: "organisation.created", subject: name });
    return { id };
  });
}
