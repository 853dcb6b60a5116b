import type { AsOf } from "@/components/contacts/as-of";
import type { WhyRow } from "@/components/contacts/why-table";
import type { Tx } from "@/db/as-actor";
import { explainInShort, explainServices, type Reader } from "@/lib/access/explain";
import { localText, momentOf } from "@/lib/platform/local-moments";
import { permissions, type PermissionId } from "@/lib/access/permissions";
import { loadAccess } from "@/lib/access/queries";
import type { AccessAnswer } from "@/lib/access/resolve-access";
import { listGiven, type Given } from "@/lib/group-roles/held-since";
import { clock } from "@/lib/platform/clock";

type Contact = { id: string; createdAt: Date };

/** What a contact may do and why, now or as of the moment that the address asks for, written in the organisation's time zone. */
export async function loadWhy(tx: Tx, contact: Contact, reader: Reader, asked: unknown) {
  const asOf = readAsOf(contact, reader.timeZone, asked);
  const at = asOf.kind === "then" ? asOf.at : undefined;
  const access = await loadAccess(tx, contact.id, at);
  const given = await listGiven(tx, contact.id, at ?? clock.now());
  return {
    asOf,
    latest: localText(clock.now(), reader.timeZone),
    services: explainServices(access.services, reader),
    rows: permissions[access.audience].flatMap(({ id, label, opens }): WhyRow[] => {
      const answer = access.permissions.get(id);
      return answer ? [{ id, label, opens, ...why(id, answer, given) }] : [];
    }),
  };
}

function readAsOf({ createdAt }: Contact, timeZone: string, asked: unknown): AsOf {
  if (asked === undefined || asked === "") return { kind: "now" };
  const text = typeof asked === "string" ? asked : "";
  const at = momentOf(text, timeZone);
  if (!at) return { kind: "unreadable" };
  if (at > clock.now()) return { kind: "future", text };
  return at < createdAt ? { kind: "before", since: createdAt, text } : { kind: "then", at, text };
}

function why(id: PermissionId, answer: AccessAnswer, given: ReadonlyMap<PermissionId, Given>) {
  const { allowed, usable, because } = answer;
  const entry = because.kind === "entry" || because.kind === "no-group-role" ? because.entry : null;
  const byRole = because.kind === "group-roles" ? given.get(id) : undefined;
  return {
    ...{ allowed, usable, because: explainInShort(answer) },
    isOwn: because.kind === "entry" && because.entry.scope === "contact",
    since: byRole?.since ?? entry?.madeAt ?? null,
    by: (byRole?.by || entry?.madeBy) ?? null,
    lastDay: entry?.lastDay ?? null,
  };
}
