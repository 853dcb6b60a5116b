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
  const typed = cell.trim();
  if (typed === "" || typed === "NULL") return { text: "" };
  const text = unguardCell(typed);
  if (key === "website") return webAddress(text);
  if (key !== "status") return { text };
  const status = text.toLowerCase();
  return { text: Object.hasOwn(statuses, status) ? (statuses[status] ?? status) : status };
}

const isWebAddress = (text: string) => /^https?:\/\//i.test(text.trim());

/** Microsoft Access writes a link as “what to show#address#place in it”. Addresses of files mean nothing here. */
function webAddress(text: string): CleanCell {
  const [, shown = "", address = ""] = /^([^#]*)#([^#]*)#[^#]*$/.exec(text) ?? [];
  if (isWebAddress(address)) return { text: address.trim() };
  if (isWebAddress(text) || !text.includes("#")) return { text };
  if (shown === "" && address === "") return { text };
  return { text: "", note: `Website left out: “${text}” leads to a file, not to a web address.` };
}
