// Spreadsheets take a cell that begins so for a formula (OWASP, "CSV Injection"), the full-width signs in some languages.
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell that no spreadsheet takes for a formula: what would be one gets an apostrophe in front. */
export const guardCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The cell as it was before it was guarded. */
export const unguardCell = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
