import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { ContactActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import type { switchCompanyInput } from "./input";

type Session = {
  sessionId: string;
  organisation: { slug: string };
  choices: { contactId: string; companyId: string; companyName: string; name: string }[];
};
type Context = { tx: Tx; actor: ContactActor; session: Session };

/** Lets a session act for another company of the same person; `choices` are those that the login may act for right now. */
export async function switchCompany(
  { tx, actor, session }: Context,
  { company }: z.output<typeof switchCompanyInput>,
) {
  const chosen = session.choices.find((choice) => choice.companyId === company);
  if (!chosen)
    throw new Refusal("not-found", "That company is not open to you. Reload the page and choose again.");
  const { contactId, companyId } = chosen;
  await tx.update(sessions).set({ contactId }).where(eq(sessions.id, session.sessionId));
  const subject = `${chosen.name} for ${chosen.companyName}`;
  await record(tx, actor, { act: "contact.switched-company", contactId, companyId, subject });
  return { slug: session.organisation.slug };
}
