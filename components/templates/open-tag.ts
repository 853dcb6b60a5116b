import type { Field } from "@/lib/safe-ejs/fields";
import type { Option } from "@/components/ui/use-suggestions";

/** The word being typed in a tag that is still open in front of the caret, and what kind of tag it is. */
export type OpenWord = { from: number; word: string; isOutput: boolean };

/** What is typed in a tag at `caret`, or null where no field is expected. */
export function openWord(source: string, caret: number): OpenWord | null {
  const before = source.slice(0, caret);
  const open = before.lastIndexOf("<%");
  if (open < 0 || before.indexOf("%>", open) >= 0) return null;
  const inside = before.slice(open + 2);
  const isOutput = inside.startsWith("=");
  const fits = isOutput ? /^=\s*([A-Za-z][\w.]*)?$/ : /(?:[(!&|]\s*|\bof\s+)([A-Za-z][\w.]*)?$/;
  const found = fits.exec(inside);
  if (!found || /^[#%-]/.test(inside) || (inside.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  const word = found[1] ?? "";
  return { from: caret - word.length, word, isOutput };
}

/** What can be named at `caret`: the fields that fit the tag, and those of the loops in front of it. */
export function fieldOptions(
  fields: readonly Field[],
  source: string,
  { from, isOutput }: OpenWord,
): Option[] {
  const before = source.slice(0, from);
  const isLoop = /\bof\s+$/.test(before);
  const options = [...loopFields(fields, before), ...fields].flatMap((field): Option[] => {
    const option = (path: string, detail = field.description) => [{ value: path, label: path, detail }];
    if (isLoop) return field.kind === "list" ? option(field.path) : [];
    if (field.kind === "list")
      return isOutput ? [] : option(`${field.path}.length`, `How many: ${field.description}`);
    return isOutput && field.kind === "yesNo" ? [] : option(field.path);
  });
  return options;
}

function loopFields(fields: readonly Field[], before: string): Field[] {
  return [...before.matchAll(/for\s*\(\s*(?:const|let)\s+(\w+)\s+of\s+([\w.]+)\s*\)/g)].flatMap(
    ([, name = "", path = ""]) => {
      const list = fields.find((field) => field.path === path);
      if (list?.kind !== "list") return [];
      return list.fields.map((field) => ({ ...field, path: `${name}.${field.path}` }));
    },
  );
}

/** What to write for a field where nothing has been begun. */
export function snippetOf({ path, kind }: Field): string {
  if (kind === "yesNo") return `<% if (${path}) { %> … <% } %>`;
  if (kind === "list") return `<% for (const one of ${path}) { %> <%= one.name %> <% } %>`;
  return `<%= ${path} %>`;
}
