// What JavaScript or EJS understands as something else than a name: a loop variable of that name would not be what it says.
const words = new Set(
  `arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for from function get if implements import in instanceof interface let new null of package private protected public return
  set static super switch this throw true try typeof undefined var void while with yield
  escapeFn include rethrow locals constructor prototype NaN Infinity globalThis`.split(/\s+/),
);

/** Whether a word means something else than a name of one's own. */
export const isReserved = (word: string): boolean => words.has(word);
