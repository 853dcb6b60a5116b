import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies, contacts } from "@/db/schema";
import { appendChange, nextChangeId } from "@/lib/access/append-change";
import { findPermission, type Audience, type PermissionId } from "@/lib/access/permissions";
import { logActivity } from "@/lib/activity/log-activity";
import { record } from "@/lib/audit/record";
import { setContactGroupRoles } from "@/lib/group-roles/set-contact-group-roles";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { InviteContactInput } from "./input";
import { loginFor, refuseSecondContact } from "./login-for";
import { sendInvitation } from "./send-invitation";

type Context = { tx: Tx; actor: StaffActor };

/** The contact that was added, and whether an activation e-mail is on its way. */
export type InvitedContact = { contactId: string; name: string; invited: boolean };

/** Adds a contact to a company, with the access ticked and, with a template, the activation e-mail: all of it or nothing. */
export async function inviteContact(
  { tx, actor }: Context,
  input: InviteContactInput,
): Promise<InvitedContact> {
  const company = await demandCompany(tx, input.companyId);
  refuseForeignPermissions(company.kind, input.permissions);
  const contact = await addContact({ tx, actor }, company.kind, input);
  const { contactId } = contact;
  const whose = { organisationId: actor.organisationId, contactId };
  const groupRoles = await setContactGroupRoles(tx, whose, input.groupRoleIds);
  await grant({ tx, actor }, contactId, company.kind, input);
  await record(tx, actor, {
    act: contact.login && !contact.login.isNew ? "contact.linked" : "contact.added",
    subject: input.name,
    companyId: input.companyId,
    contactId,
    after: {
      name: input.name,
      email: input.email,
      company: company.name,
      groupRoles: groupRoles.after,
      permissions: input.permissions,
    },
  });
  await logActivity(tx, {
    ...{ companyId: input.companyId, contactId, level: "information", source: "contacts" },
    message: `${actor.name} added the contact ${input.name}`,
  });
  // Whoever signs in for another company already has nothing to activate.
  const invited = input.template !== "" && !contact.login?.isActive;
  if (invited) await sendInvitation({ tx, actor }, contactId, input.template);
  return { contactId, name: input.name, invited };
}

async function demandCompany(tx: Tx, companyId: string) {
  const [company] = await tx
    .select({ kind: companies.kind, name: companies.name })
    .from(companies)
    .where(eq(companies.id, companyId));
  if (!company) throw new Refusal("not-found", "There is no such company.");
  return company;
}

function refuseForeignPermissions(kind: Audience, permissions: readonly PermissionId[]): void {
  if (permissions.every((permission) => findPermission(kind, permission))) return;
  const message = `A ${kind}'s contacts do not have all the roles that you ticked. Tick again from those shown.`;
  throw new Refusal("invalid", "Some entries need your attention.", { permissions: message });
}

async function addContact({ tx, actor }: Context, kind: Audience, input: InviteContactInput) {
  const { companyId, name, email, jobTitle, phone, link } = input;
  const { organisationId } = actor;
  const accessSince = await nextChangeId(tx, organisationId);
  const login = email ? await loginFor({ tx, actor }, { companyId, email, link }) : null;
  const contactId = newId();
  const contact = { organisationId, id: contactId, companyId, kind, loginId: login?.loginId ?? null };
  await tx
    .insert(contacts)
    .values({ ...contact, name, jobTitle, phone, accessSince })
    .catch(refuseSecondContact);
  return { contactId, login };
}

async function grant(
  { tx, actor }: Context,
  contactId: string,
  audience: Audience,
  input: InviteContactInput,
) {
  if (input.permissions.length === 0) return;
  const entries = input.permissions.map((permission) => ({
    ...({ scope: "contact", contactId, audience } as const),
    permission,
    effect: "allow" as const,
  }));
  await appendChange(tx, actor, { summary: `Add contact ${input.name}`, entries });
}
