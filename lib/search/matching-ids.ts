import { sql, type SQL } from "drizzle-orm";
import { searchWords } from "@/db/schema";

/** What can be searched for. */
export type SearchKind = (typeof searchWords.kind.enumValues)[number];

// Whoever types more than this has pasted something that is no name.
const MOST_WORDS = 6;

/**
 * The ids of that kind whose words contain every word of `query`, as a subquery: `inArray(contacts.id, matchingIds(…))`.
 * Words of one or two letters must begin a word. The rows themselves are to be read through their own, protected table.
 */
export function matchingIds(kind: SearchKind, query: string): SQL {
  const patterns = query
    .trim()
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .map((word) => sql`AND ${searchWords.words} LIKE ${like(word)}`);
  return sql`(SELECT ${searchWords.id} FROM ${searchWords} WHERE ${searchWords.organisationId} = app_organisation()
    AND ${searchWords.kind} = ${kind} ${sql.join(patterns, sql` `)})`;
}

function like(word: string): SQL {
  const literal = word.replace(/[\\%_]/g, "\\$&");
  const before = [...word].length > 2 ? "%" : "% ";
  return sql`${before} || ltrim(search_key(${literal})) || '%'`;
}
