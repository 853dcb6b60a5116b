import { z } from "zod";
import { searchedWords, single, type SearchParams } from "@/lib/platform/address";

/** What the audit trail shows, as its address says it. */
export type AuditQuery = {
  q: string;
  /** Who did it: the id of a staff user or a contact, or `system` for Portico itself. */
  by: string;
  company: string;
  contact: string;
  /** An act, such as `contact.added`, or a group of them, such as `contact`. */
  act: string;
  /** From and until when, in the organisation's time zone: "2026-11-03T14:05". */
  from: string;
  to: string;
  page?: string;
};

/** Everything, from the latest on. */
export const everything: AuditQuery = { q: "", by: "", company: "", contact: "", act: "", from: "", to: "" };

/** Who did what Portico did by itself. */
export const SYSTEM = "system";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const idOf = (value: string | string[] | undefined) => (ID.test(single(value)) ? single(value) : "");
// PostgreSQL knows no year 0.
const isTime = (text: string) =>
  z.iso.datetime({ local: true, precision: -1 }).safeParse(text).success && text > "0001" && text < "9999";
const timeOf = (value: string | string[] | undefined) => (isTime(single(value)) ? single(value) : "");

/** Reads the address of the audit trail; whatever it does not know it leaves out. */
export function readAuditList(params: SearchParams): AuditQuery {
  return {
    q: searchedWords(params.q),
    by: single(params.by) === SYSTEM ? SYSTEM : idOf(params.by),
    company: idOf(params.company),
    contact: idOf(params.contact),
    act: /^[a-z-]+(\.[a-z-]+)?$/.test(single(params.act)) ? single(params.act).slice(0, 60) : "",
    from: timeOf(params.from),
    to: timeOf(params.to),
    page: single(params.page) || undefined,
  };
}

/** The address of what shows `query`: the list, or with `path` its export. */
export function auditHref(query: AuditQuery, path = "/audit"): string {
  const params = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return params.length > 0 ? `${path}?${new URLSearchParams(params)}` : path;
}

/** Whether anything is left out of the list. */
export const isFiltered = (query: AuditQuery): boolean =>
  auditHref({ ...query, page: undefined }) !== "/audit";
