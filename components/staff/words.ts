import type { MayDo, RoleSource } from "@/lib/auth/explain-roles";
import type { StaffNeed } from "@/lib/auth/needs";
import type { StaffAct } from "@/lib/staff/staff-state";

/** What each need lets somebody do, as it is said on a staff user's page. */
export const needNames: Record<StaffNeed, string> = {
  ownAccount: "Their own account",
  secureAccount: "The second factor of their own account",
  viewCompanies: "See companies",
  createCompanies: "Create companies",
  editCompanies: "Edit companies",
  assignStaff: "Assign colleagues to companies",
  answerRequests: "Answer colleagues who ask for access",
  importCompanies: "Import companies",
  viewContacts: "See the Contacts area",
  viewContact: "See a contact",
  editContacts: "Edit contacts and their credentials",
  viewAccess: "See portal access",
  administerAccess: "Change portal access",
  viewMail: "See e-mails",
  sendMail: "Send e-mails again",
  viewAudit: "See the audit trail",
  verifyAudit: "Verify the audit trail",
  viewTemplates: "See e-mail templates",
  editTemplates: "Edit e-mail templates",
  viewStaff: "See staff",
  administerStaff: "Invite staff and give roles",
  demandSecondFactor: "Require a second factor of staff",
  administerSettings: "Change the organisation’s settings",
};

const reachNames: Record<NonNullable<MayDo["reach"]>, string> = {
  all: "everywhere",
  assigned: "for the companies assigned to them",
  administered: "for the companies they administer",
};

/** Whether, how far and by what somebody may do something: "Yes, everywhere, by companyView + companyEdit of group role Sales". */
export function mayText(reach: MayDo["reach"], by: readonly RoleSource[]): string {
  if (!reach) return "No";
  if (by.length === 0) return `Yes, ${reachNames[reach]}, without any role`;
  const givers = new Map<string, string[]>();
  for (const { role, from } of by) {
    const giver = from === "directly" ? "given directly" : `of group role ${from.groupRole}`;
    givers.set(giver, [...(givers.get(giver) ?? []), role]);
  }
  const parts = [...givers].map(([giver, roles]) => `${roles.join(" + ")} ${giver}`);
  return `Yes, ${reachNames[reach]}, by ${parts.join(" and ")}`;
}

/** What an act is called; who was invited already is invited again. */
export function staffActName(act: StaffAct, wasInvited: boolean): string {
  const names: Record<StaffAct, string> = {
    "send-activation": wasInvited ? "Send invitation again" : "Send invitation",
    "cancel-activation": "Cancel invitation",
    "send-reset-link": "Send reset link",
    unlock: "Unlock",
    "end-sessions": "End sessions",
    "remove-second-factor": "Remove second factor",
    deactivate: "Deactivate",
    reactivate: "Reactivate",
  };
  return names[act];
}

const done: Record<StaffAct | "roles" | "name" | "email", string> = {
  "send-activation": "The invitation is on its way",
  "cancel-activation": "The invitation is cancelled",
  "send-reset-link": "The reset link is on its way",
  unlock: "They can sign in again",
  "end-sessions": "Every session of theirs is ended",
  "remove-second-factor": "The second factor is removed; an e-mail tells them",
  deactivate: "They are deactivated and signed out",
  reactivate: "They are active again",
  roles: "The roles are saved; they bind at the next request",
  name: "The name is saved",
  email: "The address is changed; what was open or on its way under the old one has ended",
};

/** What is said once an act is done, by the word that its form left in the address. */
export const doneText = (word: unknown): string | undefined =>
  typeof word === "string" && Object.hasOwn(done, word) ? done[word as keyof typeof done] : undefined;
