import type { AccessScreenProps } from "@/components/access/screen-props";
import { readAccessAddress } from "@/lib/access/access-address";
import type { AccessContactRow } from "@/lib/access/list-access-contacts";
import type { LedgerEntry } from "@/lib/access/resolve-access";

export const COMPANY = "01990000-0000-7000-8000-00000000000a";
export const ANA = "01990000-0000-7000-8000-0000000000a1";
export const BEN = "01990000-0000-7000-8000-0000000000a2";

const company = { id: COMPANY, accessSince: 1, isClosed: false };

export function contactRow(
  id: string,
  name: string,
  subject: Partial<AccessContactRow["subject"]> = {},
): AccessContactRow {
  return {
    ...{ id, name, email: null, hasLogin: false },
    ...{ companyId: COMPANY, companyCode: "W1", companyName: "Winslow" },
    subject: {
      ...{ contactId: id, audience: "customer", isActive: true, accessSince: 1, company, groupRoles: [] },
      modules: ["customerPortal", "invoices", "orders", "enquiries", "quotations", "deliveries"],
      hidden: [],
      ...subject,
    },
  };
}

export function entry(told: Partial<LedgerEntry>): LedgerEntry {
  return {
    ...{ changeId: 2, position: 0, audience: "customer", scope: "everyone" },
    ...{ companyId: null, contactId: null, permission: "invoices", effect: "allow", lastDay: null },
    ...{ summary: "Enable Invoices for all customer contacts", madeBy: "Ada", isUndone: false },
    madeAt: new Date("2026-11-03T10:00:00Z"),
    ...told,
  };
}

/** A screen of one company with Services on, and Ana and Ben, whose access these entries decide. */
export function screenProps(
  entries: LedgerEntry[],
  actions: Partial<AccessScreenProps["actions"]> = {},
): AccessScreenProps {
  const on = entry({ scope: "company", companyId: COMPANY, permission: "services", summary: "Services on" });
  const total = { count: 2, isMore: false };
  const subject = { id: COMPANY, audience: "customer" as const, accessSince: 1 };
  return {
    query: readAccessAddress({}),
    offered: ["customer", "supplier"],
    companies: {
      rows: [
        {
          ...{ id: COMPANY, code: "W1", name: "Winslow", status: "active", parentName: null },
          sites: 0,
          contacts: 2,
          subject,
        },
      ],
      ...{ total: { count: 1, isMore: false }, entries: [on], today: "2026-11-21" },
    },
    contacts: {
      rows: [contactRow(ANA, "Ana"), contactRow(BEN, "Ben")],
      total,
      entries: [on, ...entries],
      today: "2026-11-21",
    },
    chosen: [],
    basis: { changeId: 2, at: new Date("2026-11-21T10:00:00Z"), snapshot: "2:2:" },
    reader: { locale: "en-GB", timeZone: "UTC" },
    mayAdminister: true,
    storageKey: "test",
    actions: {
      save: async () => ({ ok: true, data: { changeId: 3, summary: "Ana: Invoices off" } }),
      undo: async () => ({ ok: true, data: {} }),
      measure: async () => ({
        ok: true,
        data: {
          companies: 1,
          contacts: 2,
          gain: 1,
          lose: 0,
          unchanged: 1,
          withoutEffect: [],
          needsTyping: false,
        },
      }),
      cover: async () => ({ ok: true, data: [] }),
      ...actions,
    },
  };
}
