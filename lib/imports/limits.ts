/** The largest file that is taken. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** No honest list has more columns; a file that has them was split by the wrong sign or is no list. */
export const MOST_COLUMNS = 200;

/** A longer row is an unclosed quote that swallows the rest of the file. */
export const LONGEST_ROW_BYTES = 256 * 1024;
