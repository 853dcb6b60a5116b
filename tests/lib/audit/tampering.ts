import { asSystem } from "@/db/as-actor";
import { recordAll } from "@/lib/audit/record";
import { verifyChain, type Mark } from "@/lib/audit/verify-chain";
import { asSuperuser } from "../../support/database";
import type { People } from "../../support/people";

/** Somebody with the whole database in their hands, but without AUTH_SECRET: no trigger and no policy stops them. */
export const tamper = (statements: string, params?: unknown[]) =>
  params
    ? asSuperuser(statements, params)
    : asSuperuser(`SET session_replication_role = replica; ${statements}`);

/** Writes `count` events in one transaction, named "event 1" and so on. */
export const someEvents = (people: People, count: number, first = 1) =>
  asSystem("a test", people.organisationId, (tx) =>
    recordAll(
      tx,
      people.staff,
      Array.from({ length: count }, (_, at) => ({
        act: "company.updated",
        subject: `event ${first + at}`,
        companyId: people.companyId,
        before: { name: "Alt", z: 1, a: [1, "ü"] },
        after: { name: `Ñew ${at}`, z: 2 },
      })),
    ),
  );

/** What going through the chain of `people` finds, as kinds and places. */
export async function found(people: People, mark?: Mark): Promise<string[]> {
  const { findings } = await verifyChain(people.organisationId, { mark });
  return findings.map(({ kind, position, upTo }) =>
    [kind, position && (upTo ? `${position}-${upTo}` : position)].filter(Boolean).join(" "),
  );
}

/** The event with this subject, as a condition. */
export const named = (subject: string) => `subject = '${subject}'`;
/** The place of the event with this subject, as a condition. */
export const placeOf = (subject: string) =>
  `event_id = (SELECT id FROM audit_events WHERE ${named(subject)})`;
