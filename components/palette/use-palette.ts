"use client";

import { askOptions } from "@/components/ui/ask-list";
import { matching, useSuggestions } from "@/components/ui/use-suggestions";
import { ranked } from "./ranked";

const places = () => askOptions("/palette/places");
const companies = (query: string) => askOptions(`/palette/companies?q=${encodeURIComponent(query)}`);
const contacts = (query: string) => askOptions(`/palette/contacts?q=${encodeURIComponent(query)}`);

/** What the palette shows for what was typed, group by group, and a sentence where that is not enough. */
export function usePalette(query: string) {
  const hasWords = query !== "";
  const ways = useSuggestions("", true, { search: places });
  const firms = useSuggestions(query, hasWords, { search: companies });
  const people = useSuggestions(query, hasWords, { search: contacts });
  const groups = [
    { heading: "Pages and acts", items: ranked(matching(ways.items, query), query) },
    { heading: "Customers and suppliers", items: hasWords ? firms.items : [] },
    { heading: "Contacts", items: hasWords ? people.items : [] },
  ].filter(({ items }) => items.length > 0);
  const asked = hasWords ? [ways, firms, people] : [ways];
  return { groups, note: noteOn(asked, groups.length > 0, query) };
}

function noteOn(
  asked: { loading: boolean; failed: boolean }[],
  hasFound: boolean,
  query: string,
): string | null {
  if (asked.some(({ failed }) => failed))
    return "Not everything could be looked up. Check the connection and type again.";
  if (hasFound) return null;
  if (asked.some(({ loading }) => loading)) return "Looking…";
  return `Nothing is called “${query}”. Try a part of a name, a company's code or an e-mail.`;
}
