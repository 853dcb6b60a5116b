import { z } from "zod";
import { chosenPasswordInput, typedPasswordInput } from "@/lib/passwords/input";
import { emailInput, idInput, lineInput, listInput } from "@/lib/platform/inputs";
import { staffRoleIds } from "./roles";

export const signInStaffInput = z.object({
  email: emailInput,
  password: typedPasswordInput,
  next: z.string().max(500).optional(),
});

export const requestStaffResetInput = z.object({ email: emailInput });

export const resetStaffPasswordInput = z.object({
  secret: z.string().min(20).max(100),
  password: chosenPasswordInput,
});

export const changeOwnPasswordInput = z.object({
  current: typedPasswordInput,
  password: chosenPasswordInput,
});

export const endOwnSessionInput = z.object({
  sessionId: z.uuid({ error: "That session is not yours or has ended." }),
});

const nameInput = lineInput(120).pipe(z.string().min(1, { error: "Enter a name." }));

/** Kept in the order in which screens show them, so that the same choice is the same list. */
const rolesInput = listInput(z.enum(staffRoleIds, { error: "Choose from the roles shown." })).transform(
  (chosen) => staffRoleIds.filter((role) => chosen.includes(role)),
);

export const staffInput = z.object({ staffId: idInput });

export const inviteStaffInput = z.object({
  name: nameInput,
  email: emailInput,
  roles: rolesInput,
  groupRoleIds: listInput(idInput),
});

/** Whom an operator makes an administrator, and where. */
export const administratorInput = z.object({
  organisation: z.string().trim().toLowerCase(),
  name: nameInput,
  email: emailInput,
});

export const renameStaffInput = staffInput.extend({ name: nameInput });

export const changeStaffEmailInput = staffInput.extend({
  email: emailInput,
  /** The address when the form was opened. */
  seen: z.string({ error: "Reload the page and try again." }).max(254),
});

export const setStaffRolesInput = staffInput.extend({
  roles: rolesInput,
  groupRoleIds: listInput(idInput),
  /** What was held when the form was opened: should it be different by now, the choice was made on something else. */
  seen: z.string({ error: "Reload the page and try again." }).max(10_000),
});

const secretInput = z
  .string({ error: "Open the link from your e-mail again." })
  .regex(/^[\w-]{20,100}$/, { error: "Open the link from your e-mail again." });

export const staffLinkInput = z.object({ secret: secretInput });

export const activateStaffInput = staffLinkInput.extend({ password: chosenPasswordInput });

export type InviteStaffInput = z.output<typeof inviteStaffInput>;
export type ChangeStaffEmailInput = z.output<typeof changeStaffEmailInput>;
export type SetStaffRolesInput = z.output<typeof setStaffRolesInput>;

/** A code of an app, spaces aside, or a recovery code. */
const typedCodeInput = z
  .string({ error: "Enter a code." })
  .transform((typed) => typed.replace(/\s/g, ""))
  .pipe(z.string().min(6, { error: "Enter the 6 digits, or a recovery code." }).max(40));

export const codeInput = z.object({ code: typedCodeInput });

export const passCodeInput = codeInput.extend({ next: z.string().max(500).optional() });

export const currentPasswordInput = z.object({ current: typedPasswordInput });

export const removeSecondFactorInput = currentPasswordInput.extend(codeInput.shape);

/** Said outright: a form that says nothing must not take the demand off. */
export const requireSecondFactorInput = z.object({
  demand: z.enum(["required", "optional"], { error: "Say whether it is required or optional." }),
});
