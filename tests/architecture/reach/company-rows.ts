import type { NamedRow } from "../isolation/rows";

/** Gives each thing an id by its name, the same each time. */
export type IdOf = (name: string) => string;

/** A company to be filled with what can hang on one; every text of it holds `mark`. */
export type Marked = {
  organisationId: string;
  mark: string;
  kind: "customer" | "supplier";
  id: IdOf;
  /** Who acts there, and by whom something was drawn up for its contacts. */
  staff: { boss: string; clerk: string };
};

/** How people at a company stand: each is at another stage of getting into the portal. */
export const stages = ["active", "invited", "failed", "none"] as const;
export type Stage = (typeof stages)[number];

/** What a company and all that hangs on it are written as. */
export function companyRows(company: Marked): NamedRow[] {
  const { mark, kind, id, staff } = company;
  const title = mark.charAt(0).toUpperCase() + mark.slice(1);
  const add = adder(company);
  return [
    add("companies", {
      ...{ id: id("company"), kind, code: `${mark}-1`, name: `${title} Ltd`, short_name: title },
      ...{ description: `${title} makes cinemas`, default_department: `${title} sales` },
      ...{
        email: `office@${mark}.example`,
        phone: `1-${mark}`,
        address: `${title} Road`,
        city: `${title}ville`,
      },
      ...{
        billing_name: `${title} bills`,
        vat_number: `V${mark}`,
        group_chat_url: `https://chat.example/${mark}`,
      },
      ...{ status: "inactive", status_reason: `${title} is being renovated`, status_changed_by: staff.boss },
    }),
    ...stages.flatMap((stage) => personRows(company, stage)),
    add("companies", { id: id("holding"), kind, code: `${mark}-0`, name: `${title} Holding` }),
    add("company_events", {
      ...{
        id: id("event"),
        company_id: id("company"),
        at: "2026-11-03T10:00:00Z",
        level: "warning",
        source: "mail",
      },
      ...{ message: `${title} sent back a letter`, details: { words: `no such user at ${mark}` } },
    }),
    add("projects", {
      ...{
        id: id("project"),
        company_id: id("company"),
        name: `${title} lobby`,
        description: `${title} carpets`,
      },
    }),
    add("project_members", {
      ...{
        project_id: id("project"),
        company_id: id("company"),
        staff_id: staff.boss,
        level: "administrator",
      },
    }),
    ...["boss", "clerk"].map((actor) =>
      eventRow(company, actor === "boss" ? staff.boss : staff.clerk, actor),
    ),
  ];
}

const adder =
  ({ organisationId, mark }: Marked) =>
  (table: string, values: Record<string, unknown>): NamedRow => ({
    table,
    name: mark,
    values: { organisation_id: organisationId, ...values },
  });

// Also by the clerk: what they did there before the company was taken from them is no longer theirs to read.
function eventRow(company: Marked, actorId: string, actorName: string): NamedRow {
  const { mark, id } = company;
  return adder(company)("audit_events", {
    ...{ id: id(`audit ${actorName}`), actor_kind: "staff", actor_id: actorId, actor_name: actorName },
    ...{ act: "contact.updated", company_id: id("company"), contact_id: id("contact active") },
    ...{ subject: `${mark} Ana`, before: { phone: `0-${mark}` }, after: { phone: `1-${mark}` } },
  });
}

/** A person at the company, with their login, links, e-mails, sessions and group role, as far as their stage has them. */
export function personRows(company: Marked, stage: Stage, suffix = ""): NamedRow[] {
  const { mark, kind, id, staff } = company;
  const add = adder(company);
  const [contact, login] = [id(`contact ${stage}${suffix}`), id(`login ${stage}${suffix}`)];
  const whose = { login_id: login, contact_id: contact, company_id: id("company") };
  const email = `${stage}${suffix}@${kind}.${mark}.example`;
  const hasLogin = stage !== "none";
  const rows = [
    add("contacts", {
      ...{ id: contact, company_id: id("company"), kind, name: `${mark} ${stage}${suffix}`, access_since: 1 },
      ...{
        login_id: hasLogin ? login : null,
        job_title: `${mark} buyer`,
        notes: `knows ${mark}`,
        phone: `2-${mark}`,
      },
    }),
    add("contact_group_roles", { contact_id: contact, group_role_id: id("buyer") }),
  ];
  if (!hasLogin) return rows;
  const isActive = stage === "active";
  const used = isActive ? { used_at: "2026-11-03T11:00:00Z", first_opened_at: "2026-11-03T10:30:00Z" } : {};
  const token = id(`token ${stage}${suffix}`);
  return [
    add("logins", {
      ...{ id: login, email, password_hash: isActive ? "x" : null },
      ...{
        last_sign_in_at: isActive ? "2026-11-04T10:00:00Z" : null,
        email_proven_at: isActive ? "2026-11-04" : null,
      },
    }),
    ...rows,
    add("tokens", {
      ...{ id: token, purpose: "activation", ...whose, email, created_by: staff.boss },
      ...{ created_at: "2026-11-03T10:00:00Z", expires_at: "2026-11-06T10:00:00Z", ...used },
    }),
    add("mail", {
      ...{ id: id(`mail ${stage}${suffix}`), ...whose, token_id: token, template: "account-activation" },
      ...{
        to_address: email,
        to_name: `${mark} ${stage}`,
        data: { person: mark },
        subject: `Welcome, ${mark}`,
      },
      ...{
        state: stage === "failed" ? "failed" : "sent",
        server_words: `550 no ${mark} here`,
        sent_at: "2026-11-03",
      },
    }),
    add("sessions", {
      ...{ id: id(`session ${stage}${suffix}`), kind: "contact", login_id: login, contact_id: contact },
      ...{ address: "10.0.0.1", user_agent: `${mark} browser`, expires_at: "2100-01-01" },
    }),
  ];
}
