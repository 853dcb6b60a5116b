import fc from "fast-check";
import { byEjs, refusal, rendered, view } from "./support";

const path = fc.constantFrom("recipient.name", "company.name", "link.url");
const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("notice.byStaff", "company.name", "true", "0", '""', "notice.areas.length", "'x'"),
    fc.constantFrom("notice.areas.length >= 2", "recipient.name === 'Ana'", "3 < 2.5", "company.name !== ''"),
    tie("any").map((one) => `!(${one})`),
    tie("any").map((one) => `(${one})`),
    fc.tuple(tie("any"), fc.constantFrom("&&", "||"), tie("any")).map((parts) => parts.join(" ")),
  ),
})).any;
const gap = fc.constantFrom("", " ", "\n", "  \n ", "\t");
const words = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .filter((text) => refusal(`x${text}x`) === null && !/<$/.test(text));

// Loops are numbered by how deep they stand, so that no name hides another.
const template = (depth: number): fc.Arbitrary<string> => {
  const plain = [
    words,
    fc.tuple(gap, path, gap).map((parts) => `<%=${parts.join("")}%>`),
    fc.constantFrom("<%# a comment %>", "\n", "a \n  b", "<%= recipient.name -%>\n", "<%= 12 %>"),
  ];
  if (depth === 0) return fc.oneof(...plain);
  const inside = fc.array(template(depth - 1), { maxLength: 3 }).map((parts) => parts.join(""));
  return fc.oneof(
    ...plain,
    fc
      .tuple(condition, inside, inside, fc.constantFrom("%>", "-%>", "_%>"), fc.constantFrom("<%", "<%_"))
      .map(
        ([test, then, other, close, open]) =>
          `${open} if (${test}) { ${close}${then}<% } else { %>${other}<% } %>`,
      ),
    inside.map((body) => `<% for (const a${depth} of notice.areas) { %><%= a${depth}.name %>${body}<% } %>`),
  );
};

it("what is built from what is allowed is accepted, never throws, and is what EJS makes of it", () => {
  fc.assert(
    fc.property(fc.array(template(2), { minLength: 1, maxLength: 6 }), (parts) => {
      const source = `.${parts.join("")}`;
      const why = refusal(source);
      fc.pre(!why?.includes("longer than 100,000"));
      expect(why).toBeNull();
      expect(rendered(source)).toBe(byEjs(source));
    }),
    { numRuns: 400 },
  );
});

const scraps = fc.constantFrom(
  ..."<% <%= <%- <%_ <%# <%% %> -%> _%> %%> { } ( ) [ ] . ; , ! && || === == = < > + / \\ ` \" ' // /* */ <!-- -->".split(
    " ",
  ),
  ..."if else for const let of in while function recipient recipient.name company.name notice.areas notice.areas.length name length".split(
    " ",
  ),
  ..."constructor __proto__ prototype this process globalThis include locals a a.name true 1 'x' \\u0061 ${ ?. ... => with".split(
    " ",
  ),
  " ",
  "\n",
  "if (",
  ") {",
  "} else {",
  "for (const a of notice.areas) {",
);
const soup = fc.oneof(
  fc.array(scraps, { maxLength: 24 }).map((parts) => parts.join("")),
  fc.array(scraps, { maxLength: 12 }).map((parts) => `<% ${parts.join(" ")} %>`),
  fc.array(scraps, { maxLength: 6 }).map((parts) => `<%= ${parts.join("")} %>`),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** The view, noting whatever is asked of it. */
function watched(target: object, asked: string[], prefix = ""): object {
  return new Proxy(target, {
    get: (_, name) => void asked.push(`get ${prefix}${String(name)}`),
    has: (_, name) => asked.push(`has ${prefix}${String(name)}`) > 0,
    getPrototypeOf: () => (asked.push("prototype"), null),
    getOwnPropertyDescriptor: (_, name) => {
      const found = Object.getOwnPropertyDescriptor(target, name);
      if (!found) asked.push(`missing ${prefix}${String(name)}`);
      const value: unknown = found?.value;
      const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
      return found && (isGroup ? { ...found, value: watched(value, asked, `${String(name)}.`) } : found);
    },
  });
}

it("whatever else is accepted renders as EJS does, and reads the fields of the view and nothing else", () => {
  let accepted = 0;
  fc.assert(
    fc.property(soup, (source) => {
      if (refusal(source) !== null) return;
      accepted += 1;
      const asked: string[] = [];
      expect(rendered(source, "text", watched(view, asked))).toBe(byEjs(source));
      expect(asked).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

it("a refusal always names a line and a reason", () => {
  fc.assert(
    fc.property(soup, (source) => {
      const words = refusal(source, "html");
      if (words !== null) expect(words).toMatch(/^Line [1-9]\d*: \S.*\S$/s);
    }),
    { numRuns: 5_000 },
  );
});
