import type { mailStates as storedStates } from "@/db/schema";
import { oneOf, searchedWords, single, type SearchParams } from "@/lib/platform/address";

export type MailState = (typeof storedStates)[number];

/** The states of an e-mail, in the order in which to offer them. */
export const mailStates: readonly MailState[] = [
  "queued",
  "sending",
  "sent",
  "captured",
  "failed",
  "cancelled",
];

/** What the list of e-mails shows, as its address says it. */
export type MailListQuery = {
  q: string;
  state: MailState | null;
  page?: string;
  /** Only the e-mails to contacts of this company. */
  companyId?: string;
};

/** Reads the address of the list; whatever it does not know it leaves out. */
export function readMailList(params: SearchParams): MailListQuery {
  return {
    q: searchedWords(params.q),
    state: oneOf(mailStates, params.state) ?? null,
    page: single(params.page) || undefined,
  };
}

/** The address of the list that shows `query`. */
export function mailListHref({ q, state, page }: MailListQuery): string {
  const params = new URLSearchParams({ ...(q && { q }), ...(state && { state }), ...(page && { page }) });
  return params.size > 0 ? `/mail?${params}` : "/mail";
}
