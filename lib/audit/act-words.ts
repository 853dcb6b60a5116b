/** What somebody did, by act, as it follows their name. */
export const knownActs: Record<string, string> = {
  "company.created": "created the company",
  "company.updated": "changed the company",
  "company.settings-changed": "changed the settings of the company",
  "company.services-on": "switched Services on",
  "company.services-off": "switched Services off",
  "company.assigned": "granted a colleague access",
  "company.assignment-changed": "changed a colleague's access",
  "company.unassigned": "took a colleague's access away",
  "access-request.made": "asked for access to companies",
  "access-request.granted": "granted a request for access",
  "access-request.declined": "declined a request for access",
  "project.created": "began a project",
  "project.changed": "changed a project",
  "project.archived": "archived a project",
  "project.restored": "restored a project",
  "project.member-added": "put a colleague on a project",
  "project.member-changed": "changed what a colleague is to a project",
  "project.member-removed": "took a colleague off a project",
  "contact.added": "added a contact",
  "contact.linked": "added a contact with an existing login",
  "contact.changed": "changed a contact",
  "contact.updated": "changed a contact by an import",
  "contact.activation-sent": "sent an activation e-mail",
  "activations.started": "sent activation e-mails to many",
  "activations.stopped": "stopped the sending of activation e-mails",
  "contact.activation-cancelled": "cancelled an activation",
  "contact.activated": "activated a login",
  "contact.temporary-password-set": "set a temporary password",
  "contact.temporary-password-ended": "ended a password that staff had given out by linking the login",
  "contact.reset-sent": "sent a reset link",
  "contact.password-reset": "chose a new password",
  "contact.password-changed": "changed a password",
  "contact.signed-in": "signed in",
  "contact.session-ended": "ended a session",
  "contact.switched-company": "switched company",
  "contact.unlocked": "unlocked a login",
  "contact.deactivated": "deactivated a contact",
  "contact.reactivated": "reactivated a contact",
  "staff.invited": "invited a colleague",
  "staff.activation-sent": "sent an invitation again",
  "staff.activation-cancelled": "cancelled an invitation",
  "staff.activated": "activated their account",
  "staff.changed": "changed a colleague's name",
  "staff.roles-changed": "changed a colleague's roles",
  "staff.deactivated": "deactivated a colleague",
  "staff.reactivated": "reactivated a colleague",
  "staff.reset-sent": "sent a colleague a reset link",
  "staff.reset-requested": "asked for a reset link",
  "staff.unlocked": "unlocked a colleague",
  "staff.sessions-ended": "ended a colleague's sessions",
  "staff.second-factor-set-up": "set up a second factor",
  "staff.second-factor-removed": "removed a second factor",
  "staff.recovery-codes-made": "made new recovery codes",
  "staff.recovery-code-used": "signed in with a recovery code",
  "organisation.second-factor-required": "made a second factor required for staff",
  "organisation.second-factor-optional": "made a second factor optional for staff",
  "staff.password-changed": "changed a password",
  "staff.signed-in": "signed in",
  "group-role.created": "created a group role",
  "group-role.changed": "changed a group role",
  "group-role.deactivated": "deactivated a group role",
  "group-role.reactivated": "reactivated a group role",
  "group-role.deleted": "deleted a group role",
  "group-role.given": "gave a group role",
  "group-role.taken": "took a group role away",
  "organisation.changed": "changed the organisation",
  "organisation.logo-changed": "changed the logo",
  "organisation.logo-removed": "took the logo away",
  "organisation.modules-changed": "switched modules",
  "organisation.customer-portal-changed": "hid or showed parts of the customer portal",
  "organisation.supplier-portal-changed": "hid or showed parts of the supplier portal",
  "organisation.customer-announcement-changed": "changed the announcement of the customer portal",
  "organisation.supplier-announcement-changed": "changed the announcement of the supplier portal",
  "organisation.company-creators-changed": "changed who may create companies",
  "organisation.mail-changed": "changed whom e-mails come from",
  "organisation.mail-tested": "sent a test e-mail",
  "organisation.sign-in-changed": "changed the rules of sign-in",
  "organisation.terms-changed": "put new terms in force",
  "access.changed": "changed access",
  "access.undone": "undid a change of access",
  "access.redone": "redid a change of access",
  "access.ending-told": "told a contact that access ends",
  "mail.resent": "sent an e-mail again",
  "import.done": "imported a file",
  "organisation.created": "created the organisation",
};

/** What was done, without who did it, such as "Sent an activation e-mail". */
export function doneWords(act: string): string {
  const done = knownActs[act] ?? act.replace(/^[^.]*\./, "").replaceAll("-", " ");
  return done.charAt(0).toUpperCase() + done.slice(1);
}

/** An audit event as a line for people, such as "Ada sent an activation e-mail: Ana Trujillo". */
export function actWords({
  act,
  actorName,
  subject,
}: {
  act: string;
  actorName: string;
  subject: string;
}): string {
  const done = knownActs[act] ?? act.replace(/^[^.]*\./, "").replaceAll("-", " ");
  const whose = subject && subject !== actorName ? `: ${subject}` : "";
  return `${actorName} ${done}${whose}`;
}
