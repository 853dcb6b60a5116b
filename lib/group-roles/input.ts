import { z } from "zod";
import { permissionIds } from "@/lib/access/permissions";
import { idInput, lineInput, listInput, staleInput, textInput, versionInput } from "@/lib/platform/inputs";

/** The inputs that create and update a group role whose roles are among `ids`, which `words` names to whoever sends another. */
export function groupRoleInputs<Id extends string>(ids: readonly Id[], words: string) {
  const fields = {
    name: lineInput(80).pipe(z.string().min(1, { error: "Enter a name." })),
    code: lineInput(40).pipe(z.string().min(1, { error: "Enter a code." })),
    description: textInput(500).transform((typed) => typed.replace(/\r\n?/g, "\n")),
    /** Kept in the order in which screens show them, so that the same choice is the same list. */
    roles: listInput(z.enum(ids, { error: `Choose from the ${words} shown.` })).transform((chosen) =>
      ids.filter((id) => chosen.includes(id)),
    ),
  };
  return {
    create: z.object(fields),
    update: z.object({ ...fields, groupRoleId: idInput, version: versionInput }),
  };
}

const forContacts = groupRoleInputs(permissionIds, "permissions");

export const createGroupRoleInput = forContacts.create;
export const updateGroupRoleInput = forContacts.update;
export const groupRoleInput = z.object({ groupRoleId: idInput });

const seenCount = z.coerce.number({ error: "Reload the page and try again." }).int().min(0);

/** What was shown when the question was asked travels along: should it be different by now, the question was another one. */
export const deleteGroupRoleInput = z.object({ groupRoleId: idInput, members: seenCount, losing: seenCount });
export const memberInput = z.object({ groupRoleId: idInput, contactId: idInput });

export type CreateGroupRoleInput = GroupRoleFormValues;
export type UpdateGroupRoleInput = GroupRoleFormValues & { groupRoleId: string; version: number };
export type DeleteGroupRoleInput = z.output<typeof deleteGroupRoleInput>;
export type MemberInput = z.output<typeof memberInput>;

/** A group role as its form holds it. */
export type GroupRoleFormValues = { name: string; code: string; description: string; roles: string[] };

/** What a refused stale save tells the form: also the group role as it is now. */
export const staleGroupRole = staleInput.extend({
  theirs: z.object({
    name: z.string(),
    code: z.string(),
    description: z.string(),
    roles: z.array(z.string()),
  }),
});

export type StaleGroupRole = z.output<typeof staleGroupRole>;

/** Somebody to give a group role to; `detail` tells them from others of the same name. */
export const memberSuggestion = z.object({
  id: z.string(),
  name: z.string(),
  detail: z.string(),
  isMember: z.boolean(),
});

export type MemberSuggestion = z.output<typeof memberSuggestion>;
