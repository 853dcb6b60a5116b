import { newId } from "@/lib/platform/ids";

/** A row to arrange, with the name by which expectations speak of it. */
export type NamedRow = { table: string; name: string; values: Record<string, unknown> };

/** An organisation with a parent company, its two sites, staff of every reach, and every kind of row that hangs on them. */
export type Tenant = {
  organisationId: string;
  rows: NamedRow[];
  id: (table: string, name: string) => string;
};

const companies = ["parent", "site", "sibling"] as const;

/** Makes, but does not write, the rows of one tenant; `changeId` is the number of its access change. */
export function tenant(slug: string, changeId: number): Tenant {
  const organisationId = newId();
  const ids = new Map<string, string>();
  const rows: NamedRow[] = [];
  const id = (table: string, name: string): string => {
    const key = `${table} ${name}`;
    return ids.get(key) ?? ids.set(key, newId()).get(key) ?? "";
  };
  const add = (table: string, name: string, values: Record<string, unknown>) =>
    rows.push({ table, name, values: { organisation_id: organisationId, ...values } });
  const identified = (table: string, name: string, values: Record<string, unknown>) =>
    add(table, name, { id: id(table, name), ...values });

  rows.push({ table: "organisations", name: "own", values: { id: organisationId, slug, name: slug } });
  identified("organisation_logos", "own", { image: "\\x89504e47" });
  add("terms_versions", "first", { version: 1, text: "Terms", made_by_name: "boss" });
  addStaff();
  for (const name of companies) addCompany(name);
  addSeals();
  add("code_counters", "customer", { kind: "customer", last: 7 });
  addAssignments();
  addActivations("boss", "parent");
  addActivations("clerk", "site");
  addAccess();
  return { organisationId, rows, id };

  function addStaff() {
    for (const name of ["boss", "clerk"]) {
      const staffId = id("staff_users", name);
      identified("staff_users", name, { email: `${name}@${slug}.example`, name });
      identified("access_requests", name, { staff_id: staffId });
      add("staff_roles", name, { staff_id: staffId, role: "companyView" });
      identified("sessions", name, { kind: "staff", staff_id: staffId, expires_at: "2100-01-01" });
      identified("audit_events", name, {
        actor_kind: "staff",
        actor_id: staffId,
        actor_name: name,
        act: "signed-in",
      });
      identified("import_runs", name, {
        ...{ kind: "customer", file_name: "a.csv", file: "", mapping: {} },
        ...{ created_by: staffId, created_by_name: name },
      });
      add("staff_totp", name, { staff_id: staffId, sealed_secret: "\\x00" });
      add("staff_recovery_codes", name, { staff_id: staffId, hash: "h" });
      add("template_versions", name, {
        ...{
          template: name === "boss" ? "account-activation" : "password-reset",
          version: 1,
          act: "saved",
          subject: "s",
          html: "h",
          text: "t",
        },
        ...{ saved_by: staffId, saved_by_name: name, saved_at: "2026-11-03" },
      });
      add("import_rows", name, { run_id: id("import_runs", name), line: 2, outcome: "create" });
    }
    addLink("clerk", { purpose: "staff-reset", staff_id: id("staff_users", "clerk") });
    identified("group_roles", "staff", { audience: "staff", code: "s", name: "S", roles: [] });
    identified("group_roles", "buyer", { audience: "contact", code: "b", name: "Buyer", roles: [] });
    add("past_group_roles", "buyer", {
      group_role_id: id("group_roles", "buyer"),
      ...{ since: "2026-01-01", until: "2026-02-01", name: "Buyer", is_active: true, roles: [] },
    });
    add("staff_group_roles", "boss", {
      staff_id: id("staff_users", "boss"),
      group_role_id: id("group_roles", "staff"),
    });
  }

  function addSeals() {
    const hash = "\\x00";
    add("audit_unsealed", "first", { event_id: newId(), recorded_at: "2026-11-03" });
    add("audit_chain", "first", {
      ...{ position: 1, event_id: newId(), key_id: "k", hash },
      ...{ recorded_at: "2026-11-03", sealed_at: "2026-11-03" },
    });
    add("audit_heads", "own", { position: 1, hash, seal: hash, key_id: "k", sealed_at: "2026-11-03" });
    identified("audit_verifications", "first", {
      ...{
        asked_by_name: "boss",
        asked_at: "2026-11-03",
        checked: 0,
        total: 0,
        findings: [],
        finding_count: 0,
      },
    });
  }

  function addLink(name: string, owner: Record<string, unknown>) {
    const token_id = id("tokens", name);
    const email = `${name}@${slug}.example`;
    identified("tokens", name, { ...owner, email, expires_at: "2100-01-01" });
    add("token_secrets", name, { hash: id("token_secrets", name), token_id });
    const { purpose: template, ...whose } = owner;
    identified("mail", name, { ...whose, template, to_address: email, data: {}, token_id });
  }

  function addCompany(name: (typeof companies)[number]) {
    const company_id = id("companies", name);
    const login_id = id("logins", name);
    const contact_id = id("contacts", name);
    const parent_id = name === "parent" ? null : id("companies", "parent");
    identified("companies", name, { kind: "customer", code: name, name, parent_id });
    identified("logins", name, { email: `${name}@${slug}.example` });
    identified("contacts", name, { company_id, kind: "customer", login_id, name, access_since: 1 });
    identified("sessions", name, { kind: "contact", login_id, contact_id, expires_at: "2100-01-01" });
    addLink(name, { purpose: "activation", login_id, contact_id, company_id });
    identified("company_events", name, {
      ...{ company_id, at: "2026-11-03", level: "error", source: "mail", message: name },
    });
    identified("projects", name, { company_id, name });
    add("project_members", name, {
      ...{ company_id, project_id: id("projects", name) },
      ...{ staff_id: id("staff_users", "boss"), level: "administrator" },
    });
    identified("audit_events", name, {
      actor_kind: "system",
      actor_name: "Portico",
      act: "created",
      company_id,
    });
    const held = { contact_id, group_role_id: id("group_roles", "buyer") };
    add("contact_group_roles", name, held);
    add("past_contact_group_roles", name, { ...held, since: "2026-01-01", until: "2026-02-01" });
  }

  function addAssignments() {
    const assign = (staff: string, company: (typeof companies)[number], level: string) =>
      add("assignments", `${staff} ${company}`, {
        ...{ staff_id: id("staff_users", staff), company_id: id("companies", company), level },
      });
    assign("boss", "parent", "administrator");
    assign("clerk", "site", "member");
    assign("clerk", "sibling", "administrator");
    identified("audit_events", "clerk at parent", {
      ...{ actor_kind: "staff", actor_id: id("staff_users", "clerk"), actor_name: "clerk" },
      ...{ act: "company.updated", company_id: id("companies", "parent") },
    });
  }

  function addActivations(staff: string, contact: (typeof companies)[number]) {
    identified("activation_runs", staff, {
      ...{ selection: { chosen: 1 }, template: "account-activation", recipients: 1 },
      ...{ created_by: id("staff_users", staff), created_by_name: staff },
    });
    add("activation_recipients", staff, {
      ...{ run_id: id("activation_runs", staff), contact_id: id("contacts", contact) },
      ...{ outcome: "queued", token_id: id("tokens", contact) },
    });
  }

  function addAccess() {
    add("access_changes", "first", { id: changeId, summary: "Opened the portal", made_by_name: "boss" });
    identified("access_undos", "first", {
      change_id: changeId,
      undone_at: "2026-11-03",
      redone_at: "2026-11-04",
    });
    const targets = [
      { name: "everyone", scope: "everyone" },
      ...companies.map((name) => ({
        name: `company ${name}`,
        scope: "company",
        company_id: id("companies", name),
      })),
      ...companies.map((name) => ({
        name: `contact ${name}`,
        scope: "contact",
        contact_id: id("contacts", name),
      })),
    ];
    targets.forEach(({ name, ...target }, position) =>
      add("access_entries", name, {
        ...{ change_id: changeId, position, audience: "customer", permission: "invoices", effect: "allow" },
        ...target,
      }),
    );
    add("access_endings", "first", { change_id: changeId, position: 0, told_at: "2026-11-03" });
  }
}
