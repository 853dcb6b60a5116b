import type { Actor, ContactActor, StaffActor, StaffReach } from "@/db/actor";
import type { Tenant } from "./rows";

const staff = ({ organisationId, id }: Tenant, name: string, reach: StaffReach): StaffActor => ({
  ...{ kind: "staff", organisationId, name, reach, roles: [] },
  staffId: id("staff_users", name),
});

const contact = ({ organisationId, id }: Tenant, name: string, companies: string[]): ContactActor => ({
  ...{ kind: "contact", organisationId, name },
  loginId: id("logins", name),
  contactId: id("contacts", name),
  companyId: id("companies", name),
  companyIds: companies.map((company) => id("companies", company)),
});

/** Everybody who acts within an organisation, by what expectations call them. */
export const insiders = (ours: Tenant) =>
  ({
    all: staff(ours, "boss", "all"),
    assigned: staff(ours, "clerk", "assigned"),
    administered: staff(ours, "clerk", "administered"),
    parent: contact(ours, "parent", ["parent", "site", "sibling"]),
    site: contact(ours, "site", ["site"]),
    system: { kind: "system", organisationId: ours.organisationId, reason: "a test" },
  }) satisfies Record<string, Actor>;

/** The kinds of insiders. */
export type Insider = keyof ReturnType<typeof insiders>;

/** Everybody else: another organisation's people, and those who do not say who they are. */
export const outsiders = (theirs: Tenant) =>
  ({
    "another organisation's staff": staff(theirs, "boss", "all"),
    "another organisation's assigned staff": staff(theirs, "clerk", "assigned"),
    "another organisation's contact": contact(theirs, "parent", ["parent", "site", "sibling"]),
    "another organisation's system": {
      kind: "system",
      organisationId: theirs.organisationId,
      reason: "a test",
    },
  }) satisfies Record<string, Actor>;
