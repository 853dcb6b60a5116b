import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { sessions } from "@/db/schema";
import { builder, runStatement, statementOf, type Statement } from "@/db/statement";
import { clock, minutesFromNow } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

/** Where a request came from, as far as it says. */
export type Origin = { address: string; userAgent: string };

type Owner =
  | { kind: "staff"; organisationId: string; staffId: string }
  | { kind: "contact"; organisationId: string; loginId: string; contactId: string };

const { placeholder } = sql;

const addSession = statementOf<typeof sessions.$inferInsert>(
  "session",
  builder.insert(sessions).values({
    organisationId: placeholder("organisationId"),
    id: placeholder("id"),
    kind: placeholder("kind"),
    staffId: placeholder("staffId"),
    loginId: placeholder("loginId"),
    contactId: placeholder("contactId"),
    address: placeholder("address"),
    userAgent: placeholder("userAgent"),
    createdAt: placeholder("createdAt"),
    lastSeenAt: placeholder("lastSeenAt"),
    expiresAt: placeholder("expiresAt"),
  }),
);

/** The id of a new session and the statement that opens it; absolute limit 12 h for staff and 24 h for contacts unless configured. */
export function openingSession(owner: Owner, origin: Origin): { id: string; statement: Statement } {
  const id = newId();
  const limit = owner.kind === "staff" ? env().STAFF_SESSION_MINUTES : env().CONTACT_SESSION_MINUTES;
  const statement = addSession({
    ...owner,
    id,
    address: origin.address.slice(0, 60),
    userAgent: origin.userAgent.slice(0, 300),
    createdAt: clock.now(),
    lastSeenAt: clock.now(),
    expiresAt: minutesFromNow(limit),
  });
  return { id, statement };
}

/** Opens a session in the caller's transaction and returns its id. */
export async function openSession(tx: Tx, owner: Owner, origin: Origin): Promise<string> {
  const { id, statement } = openingSession(owner, origin);
  await runStatement(tx, statement);
  return id;
}
