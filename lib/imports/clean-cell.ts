import type { FieldKey } from "./fields";
import { unguardCell } from "./guard";

/** A cell's text for a field, and what was made of it when that is not obvious. */
export type CleanCell = { text: string; note?: string };

const statuses: Record<string, string> = {
  enabled: "active",
  open: "active",
  disabled: "inactive",
  blacklist: "blacklisted",
  blocked: "blacklisted",
};

/** What a cell says: NULL is empty, the guard of an exported cell comes off, and status and website are read as people write them. */
export function cleanCell(key: FieldKey, cell: string): CleanCell {
  const text = unguardCell(cell).trim();
  if (text === "" || text === "NULL") return { text: "" };
  if (key === "website") return webAddress(text);
  if (key !== "status") return { text };
  const status = text.toLowerCase();
  return { text: Object.hasOwn(statuses, status) ? (statuses[status] ?? status) : status };
}

/** Microsoft Access writes a link as “what to show#address#place in it”. Addresses of files mean nothing here. */
function webAddress(text: string): CleanCell {
  const linked = /^([^#]*)#([^#]*)#[^#]*$/.exec(text);
  if (!linked) return { text };
  const [, shown = "", address = ""] = linked;
  const url = [address, shown].find((part) => /^https?:\/\//i.test(part.trim()));
  if (url) return { text: url.trim() };
  return { text: "", note: `Website left out: “${text}” leads to a file, not to a web address.` };
}
