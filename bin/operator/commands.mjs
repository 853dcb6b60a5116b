import { parseArgs } from "node:util";

/** @typedef {{ value?: string, required?: boolean, flag?: boolean, says: string }} Option value is what stands for it in the help */
/** @typedef {{ says: string, file?: string, options: Record<string, Option>, more?: string }} Command */

const organisation = {
  value: "SLUG",
  required: true,
  says: "the organisation, by the last part of its portal's address",
};
const importing = {
  organisation,
  as: {
    value: "E-MAIL",
    required: true,
    says: "the member of staff as whom to import; they need the right to",
  },
  kind: { value: "KIND", says: "customer (when left out) or supplier" },
  "create-only": { flag: true, says: "change no company that exists" },
  "clear-empty": { flag: true, says: "let an empty cell empty the field of a company that exists" },
  "link-logins": { flag: true, says: "let an e-mail address that exists already stand for the same person" },
  "dry-run": { flag: true, says: "check the file and say what would happen, and import nothing" },
};
const whole =
  "The file is imported whole or not at all, as on the page Imports, where every row can be looked at afterwards.";

/** @type {Record<string, Command>} */
export const commands = {
  "organisation create": {
    says: "Founds an organisation.",
    options: {
      name: { value: "NAME", required: true, says: "what it is called" },
      slug: { value: "SLUG", required: true, says: "its portal will be at /portal/SLUG" },
      "time-zone": { value: "ZONE", says: "such as Europe/London; UTC when left out" },
    },
    more: "Then give it an administrator with “administrator create”.",
  },
  "administrator create": {
    says: "Adds an administrator, and prints the link with which they choose a password.",
    options: {
      organisation,
      email: { value: "E-MAIL", required: true, says: "with which they will sign in" },
      name: { value: "NAME", required: true, says: "what they are called" },
    },
    more: "The link works once, for seven days. Hand it to nobody else: whoever opens it chooses the password.",
  },
  "administrator reset": {
    says: "Prints a link with which a member of staff chooses a new password; gives back the role of administrator if asked to.",
    options: {
      email: { value: "E-MAIL", required: true, says: "with which they sign in" },
      promote: { flag: true, says: "make them an administrator, and active, if they are not" },
    },
    more: "The link works once, for an hour. Until it is used the old password works.",
  },
  "import companies": {
    says: "Imports the companies of a CSV file, leaving out what it says of contacts.",
    file: "FILE",
    options: importing,
    more: whole,
  },
  "import contacts": {
    says: "Imports the companies and contacts of a CSV file.",
    file: "FILE",
    options: importing,
    more: whole,
  },
  "audit verify": {
    says: "Goes through the chain of the audit trail and says what is not as it was sealed.",
    options: {
      organisation: { value: "SLUG", says: "one organisation only; every one when left out" },
      head: {
        value: "PLACE:HASH",
        says: "a head that was noted down: also say whether the chain still passes there",
      },
    },
    more: "Note the head that it prints where nobody who has the database reaches it.",
  },
  worker: {
    says: "Works on mail, imports and other jobs, for servers that run with RUN_WORKER=0.",
    options: {},
  },
};

const USAGE = "npm run portico --";

/** What there is, a line a command. */
export function overview() {
  const widest = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(widest)}  ${says}`);
  return [
    `Usage: ${USAGE} COMMAND [options]`,
    "",
    ...lines,
    "",
    `“${USAGE} COMMAND --help” says more about one.`,
  ].join("\n");
}

/**
 * How a command is used.
 * @param {string} name
 */
export function helpFor(name) {
  const { says, file, options, more } = demand(name);
  const shown = Object.entries(options).map(([key, { value, required, says: what }]) => ({
    text: `--${key}${value ? ` ${value}` : ""}`,
    required,
    what,
  }));
  const usage = [name, file, ...shown.map(({ text, required }) => (required ? text : `[${text}]`))]
    .filter(Boolean)
    .join(" ");
  const widest = Math.max(0, ...shown.map(({ text }) => text.length));
  const lines = shown.map(({ text, what }) => `  ${text.padEnd(widest)}  ${what}`);
  return [
    `Usage: ${USAGE} ${usage}`,
    "",
    says,
    ...(lines.length ? ["", ...lines] : []),
    ...(more ? ["", more] : []),
  ].join("\n");
}

/** @param {string} name */
function demand(name) {
  const command = commands[name];
  if (!command) throw new Error(`There is no command “${name}”.`);
  return command;
}

/** @typedef {{ command?: string, help?: true, problem?: string, values: Record<string, string | boolean> }} Asked */

/**
 * Reads what was typed: a command with what it needs, a wish for help, or the problem with it.
 * @param {string[]} typed
 * @returns {Asked}
 */
export function readCommand(typed) {
  const words = typed.slice(0, typed.findIndex((word) => word.startsWith("-")) >>> 0);
  const name = Object.keys(commands).find(
    (known) => known === words.slice(0, known.split(" ").length).join(" "),
  );
  const wantsHelp = typed.includes("--help") || typed.includes("-h");
  if (!name) {
    if (wantsHelp || typed[0] === "help") return { help: true, values: {} };
    const what = words.join(" ");
    return { problem: what ? `There is no command “${what}”.` : "Say which command.", values: {} };
  }
  if (wantsHelp) return { command: name, help: true, values: {} };
  return readOptions(name, typed.slice(name.split(" ").length));
}

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Asked}
 */
function readOptions(name, args) {
  const { options, file } = demand(name);
  const types = Object.entries(options).map(([key, { flag }]) => [
    key,
    { type: flag ? "boolean" : "string" },
  ]);
  try {
    const { values, positionals } = parseArgs({
      args,
      options: Object.fromEntries(types),
      allowPositionals: true,
    });
    const given = /** @type {Record<string, string | boolean>} */ ({
      ...values,
      ...(file && positionals[0] ? { file: positionals[0] } : {}),
    });
    const missing = Object.entries(options).find(([key, { required }]) => required && !given[key]);
    if (file && positionals.length !== 1) return { command: name, problem: "Give one file.", values: given };
    if (!file && positionals.length > 0)
      return { command: name, problem: `“${positionals[0]}” is not understood.`, values: given };
    if (missing)
      return { command: name, problem: `--${missing[0]} is missing: ${missing[1].says}.`, values: given };
    return { command: name, values: given };
  } catch (error) {
    return { command: name, problem: error instanceof Error ? error.message : String(error), values: {} };
  }
}
