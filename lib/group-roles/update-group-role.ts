import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { contactKind } from "./contact-kind";
import type { Effects } from "./kind";
import { groupRoleRefusal } from "./group-role-refusal";
import type { StaleGroupRole, UpdateGroupRoleInput } from "./input";
import type { GroupRoleKind } from "./kind";
import { lockGroupRole, type LockedGroupRole } from "./lock-group-role";

type Context = { tx: Tx; actor: StaffActor };
type Updated = { groupRoleId: string; name: string; version: number } & Effects;

const columns = ["name", "code", "description", "roles"] as const;

/**
 * Saves a group role as edited, which binds its members at once, and says how many of them gain or lose something; refused as stale,
 * with what differs, when somebody else saved it since the form was opened.
 */
export async function updateGroupRole(
  { tx, actor }: Context,
  { groupRoleId, version, ...input }: UpdateGroupRoleInput,
  kind: GroupRoleKind = contactKind,
): Promise<Updated> {
  const stored = await lockGroupRole(tx, groupRoleId, kind.audience);
  if (stored.version !== version) throw stale(stored, input, kind);
  const changed = columns.filter((column) => String(stored[column]) !== String(input[column]));
  const saved = { groupRoleId, name: input.name };
  if (changed.length === 0) return { ...saved, version, gaining: 0, losing: 0 };
  const effects = await kind.countEffects(tx, stored, { ...stored, roles: input.roles });
  await tx
    .update(groupRoles)
    .set({ ...input, version: version + 1, changedByName: actor.name })
    .where(eq(groupRoles.id, groupRoleId))
    .catch(groupRoleRefusal(input.code));
  const of = (side: typeof input | LockedGroupRole) =>
    Object.fromEntries(changed.map((each) => [each, side[each]]));
  await record(tx, actor, {
    act: "group-role.changed",
    subject: input.name,
    before: { groupRoleId, ...of(stored) },
    after: { ...of(input), members: await kind.countMembers(tx, groupRoleId), ...effects },
  });
  return { ...saved, version: version + 1, ...effects };
}

type Edited = Pick<UpdateGroupRoleInput, (typeof columns)[number]>;

function stale(stored: LockedGroupRole, typed: Edited, kind: GroupRoleKind): Refusal {
  const { version, name, code, description, roles } = stored;
  const text = (side: Pick<LockedGroupRole, (typeof columns)[number]>, column: (typeof columns)[number]) =>
    column === "roles" ? kind.roleNames(side.roles) : side[column];
  const details: StaleGroupRole = {
    version,
    theirs: { name, code, description, roles },
    differences: columns
      .map((field) => ({ field, theirs: text(stored, field), yours: text(typed, field) }))
      .filter(({ theirs, yours }) => theirs !== yours),
  };
  const who = stored.changedByName || "Somebody";
  const message = `${who} saved this group role after you opened it. Nothing of yours was saved yet, and what you typed is still here.`;
  return new Refusal("stale", message, undefined, details);
}
