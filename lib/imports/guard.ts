// Spreadsheets take a cell that begins so for a formula (OWASP, "CSV Injection"), the full-width signs in some languages. And
// NULL is how databases write an empty cell, which nobody's name is to be mistaken for.
const misread = /^'*([=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|NULL$)/;
const guarded = /^'+([=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|NULL$)/;

/** A cell that is read for what it is: what would be taken for a formula or for nothing gets an apostrophe in front. */
export const guardCell = (text: string): string => (misread.test(text) ? `'${text}` : text);

/** The cell as it was before it was guarded. */
export const unguardCell = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
