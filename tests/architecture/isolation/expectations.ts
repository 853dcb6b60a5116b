import type { Insider } from "./actors";

/** What somebody may do to rows of their own organisation: the names of the rows, or all of them. */
export type Grants = Partial<Record<"sees" | "adds" | "changes" | "removes", string[] | "all">>;

const companies = ["parent", "site", "sibling"];
const served = ["site", "sibling"];
const full: Grants = { sees: "all", adds: "all", changes: "all", removes: "all" };
const kept: Grants = { sees: "all", adds: "all", changes: "all" };
const nothing: Grants = {};

/** Nobody has a grant that is not written here; a table that is not written here fails the test. */
export const expectations: Record<string, Record<Insider, Grants>> = {
  organisations: {
    all: { sees: "all", changes: "all" },
    assigned: { sees: "all" },
    administered: { sees: "all" },
    parent: { sees: "all" },
    site: { sees: "all" },
    system: kept,
  },
  organisation_logos: {
    all: { sees: "all", adds: "all", removes: "all" },
    assigned: nothing,
    administered: nothing,
    parent: nothing,
    site: nothing,
    system: { sees: "all", adds: "all", removes: "all" },
  },
  terms_versions: {
    all: { sees: "all", adds: "all" },
    assigned: nothing,
    administered: nothing,
    parent: nothing,
    site: nothing,
    system: { sees: "all", adds: "all" },
  },
  staff_users: {
    all: kept,
    assigned: { sees: "all", changes: ["clerk"] },
    administered: { sees: "all", changes: ["clerk"] },
    parent: nothing,
    site: nothing,
    system: kept,
  },
  staff_roles: staffData(),
  staff_group_roles: staffData(),
  group_roles: staffData(),
  staff_totp: own(),
  staff_recovery_codes: own(),
  assignments: {
    all: full,
    assigned: { sees: ["clerk site", "clerk sibling"] },
    administered: { sees: ["clerk site", "clerk sibling"] },
    parent: nothing,
    site: nothing,
    system: full,
  },
  companies: {
    all: full,
    // A company that a limited staff user creates becomes theirs, by trigger.
    assigned: { sees: served, adds: "all", changes: served, removes: served },
    administered: { sees: ["sibling"], adds: "all", changes: ["sibling"], removes: ["sibling"] },
    parent: { sees: companies },
    site: { sees: ["site"] },
    system: full,
  },
  code_counters: {
    all: kept,
    assigned: kept,
    administered: kept,
    parent: nothing,
    site: nothing,
    system: kept,
  },
  contacts: {
    all: full,
    assigned: same(served, "sees", "adds", "changes", "removes"),
    administered: same(["sibling"], "sees", "adds", "changes", "removes"),
    parent: { sees: ["parent"] },
    site: { sees: ["site"] },
    system: full,
  },
  logins: {
    all: kept,
    // A new login has no contact yet that could show whose it is.
    assigned: { sees: served, adds: "all", changes: served },
    administered: { sees: ["sibling"], adds: "all", changes: ["sibling"] },
    parent: same(["parent"], "sees", "changes"),
    site: same(["site"], "sees", "changes"),
    system: kept,
  },
  sessions: {
    all: { sees: "all", changes: "all" },
    assigned: same(["clerk", ...served], "sees", "changes"),
    administered: same(["clerk", "sibling"], "sees", "changes"),
    parent: same(["parent"], "sees", "changes"),
    site: same(["site"], "sees", "changes"),
    system: kept,
  },
  tokens: links(),
  mail: links(),
  token_secrets: {
    all: nothing,
    assigned: nothing,
    administered: nothing,
    parent: nothing,
    site: nothing,
    system: full,
  },
  audit_events: {
    all: { sees: "all", adds: "all" },
    assigned: { sees: ["clerk", ...served], adds: "all" },
    administered: { sees: ["clerk", "sibling"], adds: "all" },
    parent: { adds: "all" },
    site: { adds: "all" },
    system: { sees: "all", adds: "all" },
  },
  // Added to by a trigger alone, when an event is written.
  audit_unsealed: { ...sealed({}), system: { sees: "all", removes: "all" } },
  audit_chain: { ...sealed({ sees: "all" }), system: { sees: "all", adds: "all" } },
  audit_heads: { ...sealed({ sees: "all" }), system: kept },
  audit_verifications: { ...sealed({ sees: "all", adds: "all" }), system: kept },
  access_changes: {
    all: kept,
    assigned: { sees: "all", adds: "all" },
    administered: { sees: "all", adds: "all" },
    parent: nothing,
    site: nothing,
    system: kept,
  },
  access_endings: {
    all: { sees: "all" },
    assigned: nothing,
    administered: nothing,
    parent: nothing,
    site: nothing,
    system: { sees: "all", adds: "all" },
  },
  access_requests: {
    all: kept,
    assigned: { sees: ["clerk"], adds: ["clerk"] },
    administered: { sees: ["clerk"], adds: ["clerk"] },
    parent: nothing,
    site: nothing,
    system: kept,
  },
  access_undos: {
    all: kept,
    assigned: { sees: "all" },
    administered: { sees: "all" },
    parent: nothing,
    site: nothing,
    system: kept,
  },
  access_entries: {
    all: { sees: "all", adds: "all" },
    assigned: { sees: ["everyone", ...targets(served)], adds: targets(served) },
    administered: { sees: ["everyone", ...targets(["sibling"])], adds: targets(["sibling"]) },
    parent: nothing,
    site: nothing,
    system: { sees: "all", adds: "all" },
  },
  contact_group_roles: {
    all: { sees: "all", adds: "all", removes: "all" },
    assigned: same(served, "sees", "adds", "removes"),
    administered: same(["sibling"], "sees", "adds", "removes"),
    parent: nothing,
    site: nothing,
    system: { sees: "all", adds: "all", removes: "all" },
  },
  // The past is added to by triggers alone.
  past_group_roles: {
    all: { sees: "all" },
    assigned: { sees: "all" },
    administered: { sees: "all" },
    parent: nothing,
    site: nothing,
    system: { sees: "all" },
  },
  past_contact_group_roles: {
    all: { sees: "all" },
    assigned: same(served, "sees"),
    administered: same(["sibling"], "sees"),
    parent: nothing,
    site: nothing,
    system: { sees: "all" },
  },
  company_events: {
    all: { sees: "all", adds: "all" },
    assigned: same(served, "sees", "adds"),
    administered: same(["sibling"], "sees", "adds"),
    // What contacts do is logged as they do it.
    parent: { adds: companies },
    site: { adds: ["site"] },
    system: { sees: "all", adds: "all", removes: "all" },
  },
  projects: {
    all: kept,
    assigned: same(served, "sees", "adds", "changes"),
    administered: same(["sibling"], "sees", "adds", "changes"),
    parent: nothing,
    site: nothing,
    system: kept,
  },
  project_members: {
    all: full,
    assigned: same(served, "sees", "adds", "changes", "removes"),
    administered: same(["sibling"], "sees", "adds", "changes", "removes"),
    parent: nothing,
    site: nothing,
    system: full,
  },
  template_versions: {
    all: { sees: "all", adds: "all" },
    assigned: { sees: "all" },
    administered: { sees: "all" },
    parent: nothing,
    site: nothing,
    system: { sees: "all" },
  },
  activation_runs: {
    all: full,
    assigned: same(["clerk"], "sees", "adds", "changes", "removes"),
    administered: same(["clerk"], "sees", "adds", "changes", "removes"),
    parent: nothing,
    site: nothing,
    system: full,
  },
  activation_recipients: {
    all: kept,
    assigned: same(["clerk"], "sees", "adds", "changes"),
    administered: same(["clerk"], "sees", "adds", "changes"),
    parent: nothing,
    site: nothing,
    system: kept,
  },
  import_runs: {
    all: full,
    assigned: same(["clerk"], "sees", "adds", "changes", "removes"),
    administered: same(["clerk"], "sees", "adds", "changes", "removes"),
    parent: nothing,
    site: nothing,
    system: full,
  },
  import_rows: {
    all: { sees: "all", adds: "all", removes: "all" },
    assigned: nothing,
    administered: nothing,
    parent: nothing,
    site: nothing,
    system: { sees: "all", adds: "all", removes: "all" },
  },
};

function same(rows: string[], ...acts: (keyof Grants)[]): Grants {
  return Object.fromEntries(acts.map((act) => [act, rows]));
}

/** The seal of the audit trail, which only staff who reach everything may look at. */
function sealed(all: Grants): Record<Exclude<Insider, "system">, Grants> {
  return { all, assigned: nothing, administered: nothing, parent: nothing, site: nothing };
}

function targets(names: string[]): string[] {
  return names.flatMap((name) => [`company ${name}`, `contact ${name}`]);
}

/** Read by all staff, kept by those who reach everything. */
function own(): Record<Insider, Grants> {
  const theirs = same(["clerk"], "sees", "adds", "changes", "removes");
  return { all: full, assigned: theirs, administered: theirs, parent: nothing, site: nothing, system: full };
}

function staffData(): Record<Insider, Grants> {
  const read: Grants = { sees: "all" };
  return { all: full, assigned: read, administered: read, parent: nothing, site: nothing, system: full };
}

/** Tokens and mail: staff see those of the companies they serve; whoever asks for a link of their own may have it made. */
function links(): Record<Insider, Grants> {
  return {
    all: kept,
    assigned: { sees: served, adds: [...served, "clerk"], changes: served },
    administered: { sees: ["sibling"], adds: ["sibling", "clerk"], changes: ["sibling"] },
    parent: { adds: ["parent"] },
    site: { adds: ["site"] },
    system: kept,
  };
}
