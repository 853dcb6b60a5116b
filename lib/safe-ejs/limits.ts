/** The longest source of one part of a template, in characters. */
export const MOST_SOURCE = 20_000;

/** The longest that one part may become, in characters; mail programs cut off e-mails a little beyond this. */
export const MOST_OUTPUT = 100_000;

/** How deep conditions and loops may stand in one another, and parentheses and “!” in a condition. */
export const MOST_DEPTH = 12;

/** Tags in one part of a template. */
export const MOST_TAGS = 400;

/** What one field is taken to write at most, in characters: a name of 100 letters, each of them escaped. */
export const FIELD_LENGTH = 600;

/** Nodes that one rendering may visit; far more than an accepted template can need. */
export const MOST_STEPS = 200_000;
