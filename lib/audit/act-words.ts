const words: Record<string, string> = {
  "company.created": "created the company",
  "company.updated": "changed the company",
  "company.settings-changed": "changed the settings of the company",
  "company.services-on": "switched Services on",
  "company.services-off": "switched Services off",
  "company.assigned": "granted a colleague access",
  "company.assignment-changed": "changed a colleague's access",
  "company.unassigned": "took a colleague's access away",
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
  "contact.activation-sent": "sent an activation e-mail",
  "contact.activation-cancelled": "cancelled an activation",
  "contact.activated": "activated a login",
  "contact.temporary-password-set": "set a temporary password",
  "contact.temporary-password-ended": "ended a temporary password by linking the login",
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
  "staff.password-changed": "changed a password",
  "staff.signed-in": "signed in",
  "group-role.created": "created a group role",
  "group-role.changed": "changed a group role",
  "group-role.deactivated": "deactivated a group role",
  "group-role.reactivated": "reactivated a group role",
  "group-role.deleted": "deleted a group role",
  "group-role.given": "gave a group role",
  "group-role.taken": "took a group role away",
  "access.changed": "changed access",
  "access.undone": "undid a change of access",
  "access.redone": "redid a change of access",
  "access.ending-told": "told a contact that access ends",
};

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
  const done = words[act] ?? act.replace(/^[^.]*\./, "").replaceAll("-", " ");
  const whose = subject && subject !== actorName ? `: ${subject}` : "";
  return `${actorName} ${done}${whose}`;
}
