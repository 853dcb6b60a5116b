/** What a field holds, which decides where it can stand. */
export type FieldKind = "text" | "address" | "colour" | "yesNo";

/** Something a template can show or ask about, such as `recipient.name`. */
export type ScalarField = { path: string; kind: FieldKind; description: string };

/** Something a template can repeat over; it has at most `most` elements, each with `fields`. */
export type ListField = {
  path: string;
  kind: "list";
  description: string;
  most: number;
  fields: ScalarField[];
};

export type Field = ScalarField | ListField;

/** What stands behind a path: a field, or the length of a list. */
export type Known = Field | { kind: "number" };

/** Which fields can be named where: those of the template, and those of the loops around. */
export type Scope = { fields: readonly Field[]; loops: ReadonlyMap<string, ListField> };

/** The field that `names` names in `scope`, or null. */
export function findField(names: readonly string[], { fields, loops }: Scope): Known | null {
  const [first = "", ...rest] = names;
  const loop = loops.get(first);
  const known: readonly Field[] = loop ? loop.fields : fields;
  const wanted = loop ? rest : names;
  const path = wanted.join(".");
  const found = known.find((field) => field.path === path);
  if (found || wanted.at(-1) !== "length") return found ?? null;
  const list = known.find((field) => field.path === wanted.slice(0, -1).join("."));
  return list?.kind === "list" ? { kind: "number" } : null;
}

/** Why a name is no field, with what might have been meant. */
export function unknownField(names: readonly string[], { fields, loops }: Scope): string {
  const said = names.join(".");
  const all = [
    ...fields.map(({ path }) => path),
    ...[...loops].flatMap(([name, list]) => list.fields.map(({ path }) => `${name}.${path}`)),
  ];
  const inside = all.filter((path) => path.startsWith(`${said}.`));
  if (inside.length > 0) return `“${said}” alone shows nothing. Choose ${quotedList(inside.slice(0, 3))}.`;
  const near = all
    .map((path) => ({ path, distance: distance(path.toLowerCase(), said.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance)[0];
  const isNear = near && near.distance <= Math.max(3, Math.floor(said.length / 3));
  return `“${said.slice(0, 60)}” is not a field.${isNear ? ` Did you mean “${near.path}”?` : ""}`;
}

const quotedList = (paths: string[]) => paths.map((path) => `“${path}”`).join(" or ");

/** How many letters must be put in, taken out or exchanged to turn one word into the other (Levenshtein). */
function distance(one: string, other: string): number {
  const long = other.slice(0, 80);
  let row = Array.from({ length: long.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= long.length; at += 1)
      next[at] = Math.min(
        (row[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (row[at - 1] ?? 0) + (long[at - 1] === letter ? 0 : 1),
      );
    row = next;
  }
  return row[long.length] ?? 0;
}
