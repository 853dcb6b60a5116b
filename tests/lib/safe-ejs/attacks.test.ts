import { refusal, rendered } from "./support";

const tricks: Record<string, string[]> = {
  "prototypes and constructors": [
    "<%= constructor %>",
    "<%= constructor.constructor %>",
    "<%= recipient.constructor %>",
    "<%= recipient.__proto__ %>",
    "<%= recipient.name.constructor %>",
    "<%= recipient.name.length %>",
    "<%= __proto__.polluted %>",
    "<%= toString %>",
    "<%= recipient.hasOwnProperty %>",
    "<% for (const constructor of notice.areas) { %><% } %>",
    "<% for (const a of notice.areas) { %><%= a.constructor %><% } %>",
    "<% for (const a of notice.areas.constructor) { %><% } %>",
    "<% if (recipient.constructor) { %>x<% } %>",
  ],
  "globals and what EJS has inside": [
    "<%= process %>",
    "<%= globalThis.process.env.AUTH_SECRET %>",
    "<%= this.recipient %>",
    "<%= locals.recipient.name %>",
    "<%= escapeFn %>",
    "<%= __output %>",
    "<%= rethrow %>",
    "<% __append(1) %>",
    "<%= arguments %>",
    "<%= undefined %>",
    "<%= null %>",
  ],
  calls: [
    "<%= recipient.name.toUpperCase() %>",
    `<%= constructor.constructor("return process")() %>`,
    "<%= (recipient.name) %>",
    "<% recipient.name() %>",
    "<%= include('/layout/html') %>",
    "<% include layout %>",
    "<%- include('../../.env') %>",
    "<%= require('fs') %>",
    "<%= import('fs') %>",
    "<%= new Date() %>",
    "<% alert`1` %>",
    "<%= recipient.name`x` %>",
    "<%= eval %>",
    "<% if (eval(1)) { %><% } %>",
  ],
  "computed members": [
    "<%= recipient['name'] %>",
    "<%= recipient[`name`] %>",
    "<%= recipient?.name %>",
    "<%= recipient?.['name'] %>",
    "<%= notice.areas[0] %>",
    "<%= notice.areas.0 %>",
    "<%= [].constructor %>",
    "<%= ({}).constructor %>",
    "<%= Symbol.iterator %>",
  ],
  "loops of their own": [
    "<% while (true) { %>x<% } %>",
    "<% do { %>x<% } while (true) %>",
    "<% for (;;) { %>x<% } %>",
    "<% for (const a in notice) { %>x<% } %>",
    "<% for (var a of notice.areas) { %>x<% } %>",
    "<% for (a of notice.areas) { %>x<% } %>",
    "<% for (const [a] of notice.areas) { %>x<% } %>",
    "<% for (const {name} of notice.areas) { %>x<% } %>",
    "<% for (const a of [1,2,3]) { %>x<% } %>",
    `<% for (const a of "abc") { %>x<% } %>`,
    "<% for await (const a of notice.areas) { %>x<% } %>",
    "<% for (const a of notice.areas) %>x",
    "<% label: for (const a of notice.areas) { continue label } %>",
  ],
  "changes and other statements": [
    "<% recipient.name = 1 %>",
    "<% if (recipient.name = 1) { %><% } %>",
    "<% const x = 1 %>",
    "<% let x %>",
    "<% var x = 1; %>",
    "<% x++ %>",
    "<% delete recipient.name %>",
    "<% function f() { %><% } %>",
    "<% const f = () => 1 %>",
    "<% class A { } %>",
    "<% with (recipient) { %><%= name %><% } %>",
    "<% try { %><% } catch { } %>",
    "<% throw 1 %>",
    "<% return %>",
    "<% debugger %>",
    "<% switch (1) { default: } %>",
    "<% { %>x<% } %>",
    "<% import x from 'y' %>",
    "<% ...recipient %>",
  ],
  "values of other kinds": [
    "<%= `x` %>",
    "<%= `${recipient.name}` %>",
    "<%= /x/ %>",
    "<%= 1 + 1 %>",
    "<%= -1 %>",
    "<%= 1e9 %>",
    "<%= 1n %>",
    "<%= 0x10 %>",
    "<%= 1_000 %>",
    "<%= 08 %>x<%= 1.toString %>",
    "<%= typeof recipient %>",
    "<%= void 0 %>",
    "<%= recipient.name, company.name %>",
    "<%= recipient.name ? 1 : 2 %>",
    "<%= recipient.name ?? 1 %>",
    "<%= recipient.name || 1 %>",
    "<%= {} %>",
    "<%= [] %>",
    "<%= async %>",
  ],
  delimiters: [
    `<%= "%>" %>`,
    `<%= "<%" %>`,
    "<%% recipient.name %>",
    "<% recipient.name %%>",
    "<%- recipient.name %>",
    "<%-recipient.name-%>",
    "<%_= recipient.name %>",
    "<%<%= recipient.name %>%>",
    "<% } %>",
    "<% if (true) { %>",
    "<% if (true) { %><% } } %>",
    "<% if (true) %><% { %>x<% } %>",
    "<% if (true %><% ) { %>x<% } %>",
    "<% if (true) { %><% } %><% else { %><% } %>",
    "<% if (true) { %>x<%= } %>",
    "<%= recipient %><%= .name %>",
    "<%= recipient.name); evil( %>",
    "<%= recipient.name // %>",
    "<%= recipient.name /* %>",
    "<%= recipient.name <!-- %>",
    "<% --> %>",
    "<%= recipient.name; evil %>",
    "<% if (true) { // %>x<% } %>",
    "%> <%",
    "<%",
    "<%=",
    "<%#",
  ],
  "escapes and unseen signs": [
    "<%= recipi\\u0065nt.name %>",
    "<%= recipient.\\u{6e}ame %>",
    `<%= "\\u0041" %>`,
    "<%= \u0072ecipient.n\u0430me %>",
    "<%= recipient\u00a0.name %>",
    "<%= recipient\u2028.name %>",
    "<%= recipient.name\u200b %>",
    "<%= \ufeffrecipient.name %>",
    "<%= $recipient %>",
    "<%= _ %>",
    "<%= #private %>",
    "<%= @x %>",
    "a\u0000b",
    "\ue000",
    "\u202Egnp.exe",
    "\ud800",
  ],
};

describe.each(Object.entries(tricks))("refuses %s:", (_, sources) => {
  it.each(sources)("%j", (source) => {
    expect(refusal(source)).toMatch(/^Line \d+: \S/);
  });
});

describe("keeps to its limits:", () => {
  it("source", () => expect(refusal("x".repeat(20_001))).toMatch(/at most 20,000/));

  it("tags", () => expect(refusal("<%= recipient.name %>".repeat(401))).toMatch(/at most 400 tags/));

  it("nesting", () => {
    expect(refusal(`${"<% if (true) { %>".repeat(13)}x${"<% } %>".repeat(13)}`)).toMatch(/at most 12 deep/);
    expect(refusal(`<% ${"if (true) { ".repeat(1_000)}${"} ".repeat(1_000)}%>`)).toMatch(/at most 12 deep/);
    const chain = `<% if (true) { %>${"<% } else if (true) { %>x".repeat(300)}<% } %>`;
    expect(refusal(chain)).toMatch(/at most 12 deep/);
    expect(refusal(`<% if (${"(".repeat(5_000)}true${")".repeat(5_000)}) { %><% } %>`)).toMatch(
      /parentheses/,
    );
    expect(refusal(`<% if (${"!".repeat(9_000)}true) { %><% } %>`)).toMatch(/in a row/);
    expect(refusal(`<% if (true${" && true".repeat(2_000)}) { %>x<% } %>`)).toBeNull();
  });

  it("what loops in loops could write", () => {
    const loops = (depth: number) =>
      Array.from({ length: depth }, (_, at) => `<% for (const a${at} of notice.areas) { %>`).join("") +
      "x".repeat(40) +
      "<% } %>".repeat(depth);
    expect(refusal(loops(4))).toBeNull();
    expect(refusal(loops(5))).toMatch(/longer than 100,000 characters/);
    expect(refusal(loops(12))).toMatch(/longer than 100,000 characters/);
  });

  it("what lists longer than foreseen write", () => {
    const notice = { areas: Array.from({ length: 1_000_000 }, () => ({ name: "x" })) };
    const source = "<% for (const a of notice.areas) { %><%= a.name %><% } %>";
    expect(() => rendered(source, "text", { notice })).toThrow(/too long/);
    const silent = "<% for (const a of notice.areas) { for (const b of notice.areas) { } } %>x";
    expect(() => rendered(silent, "text", { notice })).toThrow(/takes too long/);
  });
});

it("never asks a getter, a prototype or a proxy", () => {
  const touched: string[] = [];
  const recipient = Object.create({ name: "inherited" }) as object;
  const company = Object.defineProperty({}, "name", { enumerable: true, get: () => touched.push("getter") });
  const source = "[<%= recipient.name %><%= company.name %>]";
  expect(rendered(source, "text", { recipient, company })).toBe("[]");
  expect(touched).toEqual([]);
});

it("leaves prototypes as they were, whatever a loop's variable is called", () => {
  expect(rendered("<% for (const valueOf of notice.areas) { %><%= valueOf.name %><% } %>")).toBe(
    "Invoices<i>",
  );
  expect(refusal("<%= valueOf.name %>")).toMatch(/is not a field/);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it("a text of nothing but blanks is read in a moment, as it is by whoever types and is shown a preview", () => {
  const source = `<%= recipient.name %>${" ".repeat(19_000)}x<%_ if (recipient.name) { _%>y<%_ } _%>`;
  const begun = performance.now();
  for (let time = 0; time < 10; time += 1) rendered(source);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
