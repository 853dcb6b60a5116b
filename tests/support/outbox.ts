import { asActor } from "@/db/as-actor";
import { enqueueMail, type NewMail } from "@/lib/mail/enqueue";
import { createToken } from "@/lib/tokens/create-token";
import { asSuperuser } from "./database";
import type { People } from "./people";
import { pause } from "./smtp-sink";

/** Queues an activation e-mail as staff do, and returns its id and its token's. */
export function queueActivation(
  people: People,
  to: Partial<NewMail["to"]> = {},
): Promise<{ mailId: string; tokenId: string }> {
  const { organisationId, staff, loginId, contactId, companyId, email } = people;
  const address = to.address ?? email;
  return asActor(staff, async (tx) => {
    const owner = { loginId, contactId, companyId };
    const tokenId = await createToken(tx, staff, { ...owner, purpose: "activation", email: address });
    const mail = { ...owner, organisationId, tokenId, template: "account-activation" as const };
    return {
      tokenId,
      mailId: await enqueueMail(tx, { ...mail, to: { name: "Ana Trujillo", ...to, address } }),
    };
  });
}

/** Queues a notice that carries no link. */
export function queueNotice(people: People, address = people.email): Promise<string> {
  const { organisationId, staff, loginId, contactId, companyId } = people;
  const to = { address, name: "Ana Trujillo" };
  const mail = { organisationId, loginId, contactId, companyId, template: "password-changed" as const, to };
  return asActor(staff, (tx) => enqueueMail(tx, mail));
}

/** A row of the outbox as the database holds it. */
export type OutboxRow = {
  state: string;
  tries: number;
  server_words: string;
  message_id: string;
  subject: string;
  sent_at: Date | null;
  next_try_at: Date | null;
  history: { outcome: string; words: string }[];
};

/** Reads one e-mail from the outbox. */
export async function outboxRow(mailId: string): Promise<OutboxRow> {
  const [row] = await asSuperuser<OutboxRow>("SELECT * FROM mail WHERE id = $1", [mailId]);
  if (!row) throw new Error(`There is no e-mail ${mailId}`);
  return row;
}

/** Waits until an e-mail is in `state`. */
export async function waitForState(mailId: string, state: string, milliseconds = 10_000): Promise<OutboxRow> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(25)) {
    const row = await outboxRow(mailId);
    if (row.state === state) return row;
  }
  throw new Error(
    `The e-mail is not ${state} after ${milliseconds} ms but ${(await outboxRow(mailId)).state}`,
  );
}
