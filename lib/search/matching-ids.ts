import { sql, type AnyColumn, type SQL } from "drizzle-orm";
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
  // An array, because a plain subquery is planned as one with the table around it, whose row-level security would then
  // keep LIKE, which is not leakproof, away from the trigram index.
  return sql`(SELECT unnest(${matchingIdArray(kind, query)}))`;
}

/** The same as an array, for `= ANY`: quicker where thousands may match. No more than `most`, if given. */
export function matchingIdArray(kind: SearchKind, query: string, most?: number): SQL {
  const limit = most === undefined ? sql`` : sql` LIMIT ${most}`;
  return sql`ARRAY(SELECT ${searchWords.id} FROM ${searchWords} WHERE ${searchWords.organisationId} = app_organisation()
    AND ${searchWords.kind} = ${kind} AND ${likeEach(query)}${limit})`;
}

/** Whether the words of the row with this id contain every word of `query`: for walking rows in their own order. */
export function isMatching(id: AnyColumn | SQL, query: string): SQL {
  // OFFSET 0 keeps this a look-up by key for each row walked, instead of a join that reads everything first.
  return sql`EXISTS (SELECT FROM ${searchWords} WHERE ${searchWords.organisationId} = app_organisation()
    AND ${searchWords.id} = ${id} AND ${likeEach(query)} OFFSET 0)`;
}

function likeEach(query: string): SQL {
  const words = query.trim().split(/\s+/).slice(0, MOST_WORDS);
  return sql.join(
    words.map((word) => sql`${searchWords.words} LIKE ${like(word)}`),
    sql` AND `,
  );
}

function like(word: string): SQL {
  const literal = word.replace(/[\\%_]/g, "\\$&");
  const before = [...word].length > 2 ? "%" : "% ";
  return sql`${before} || ltrim(search_key(${literal})) || '%'`;
}
