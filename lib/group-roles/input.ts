import { z } from "zod";
import { permissionIds } from "@/lib/access/permissions";
import { idInput, lineInput, listInput, textInput, versionInput } from "@/lib/platform/inputs";

const fields = {
  name: lineInput(80).pipe(z.string().min(1, { error: "Enter a name." })),
  code: lineInput(40).pipe(z.string().min(1, { error: "Enter a code." })),
  description: textInput(500).transform((typed) => typed.replace(/\r\n?/g, "\n")),
  /** Kept in the order in which screens show them, so that the same choice is the same list. */
  roles: listInput(z.enum(permissionIds, { error: "Choose from the permissions shown." })).transform(
    (chosen) => permissionIds.filter((id) => chosen.includes(id)),
  ),
};

export const createGroupRoleInput = z.object(fields);
export const updateGroupRoleInput = z.object({ ...fields, groupRoleId: idInput, version: versionInput });
export const groupRoleInput = z.object({ groupRoleId: idInput });

const seenCount = z.coerce.number({ error: "Reload the page and try again." }).int().min(0);

/** What was shown when the question was asked travels along: should it be different by now, the question was another one. */
export const deleteGroupRoleInput = z.object({ groupRoleId: idInput, members: seenCount, losing: seenCount });
export const memberInput = z.object({ groupRoleId: idInput, contactId: idInput });

export type CreateGroupRoleInput = z.output<typeof createGroupRoleInput>;
export type UpdateGroupRoleInput = z.output<typeof updateGroupRoleInput>;
export type DeleteGroupRoleInput = z.output<typeof deleteGroupRoleInput>;
export type MemberInput = z.output<typeof memberInput>;

/** A group role as its form holds it. */
export type GroupRoleFormValues = { name: string; code: string; description: string; roles: string[] };

/** What a refused stale save tells the form besides the words: the group role as it is now, and each field that saving would overwrite. */
export const staleGroupRole = z.object({
  version: z.number(),
  theirs: z.object({
    name: z.string(),
    code: z.string(),
    description: z.string(),
    roles: z.array(z.string()),
  }),
  differences: z.array(z.object({ field: z.string(), theirs: z.string(), yours: z.string() })),
});

export type StaleGroupRole = z.output<typeof staleGroupRole>;
