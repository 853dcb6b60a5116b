import type { TemplateProblem } from "@/lib/safe-ejs/problem";
import { byEjs, refusal, rendered, view } from "./support";

it.each([
  "Hello <%= recipient.name %>,",
  "<% if (company.name) { %>for <%= company.name %><% } else { %>welcome<% } %>.",
  "<% if (company.name) { %>a<% } else if (notice.byStaff) { %>b<% } else { %>c<% } %>",
  "<% if (!company.name && (notice.byStaff || false)) { %>yes<% } %>",
  `<% if (recipient.name === "Ana" || notice.areas.length >= 2) { %>some<% } %>`,
  "<% if (notice.areas.length > 1.5) { if (true) { %>both<% } } %>",
  "<% for (const area of notice.areas) { %>- <%= area.name %> (<%= area.url %>)\n<% } %>",
  "<% for (let a of notice.areas) { for (const b of notice.areas) { %><%= a.name %><%= b.name %> <% } } %>",
  "a\n  <%_ if (notice.byStaff) { _%>  \nb\n<% } -%>\nc",
  'a<%# a comment with <b> and } %>b\r\nc \\n " ` ${recipient.name}',
  `<%= "it's" %><%= 'a "b"' %><%= 12.5 %>`,
  "<% if (notice.byStaff) { }; %>x<% ; %>",
  "<%=recipient.name%><%=   recipient . name\n %><%= recipient.name -%>\n\n",
  '<% if (0) { %>zero<% } if ("") { %>empty<% } if ("0") { %>text<% } %>',
  "5 > 3 }) { %",
])("means the same as in EJS: %j", (source) => {
  expect(rendered(source)).toBe(byEjs(source));
});

it("escapes what it shows in HTML exactly as EJS does", () => {
  expect(rendered("<p><%= recipient.name %></p>", "html")).toContain("Ana &#34;&lt;b&gt;&#39; &amp; Söhne");
});

describe("says in plain words, with the line, why it refuses", () => {
  it.each([
    ["Hello\n\n<%= recipient.passwort %>", "Line 3: “recipient.passwort” is not a field."],
    ["<%= recipient.nam %>", "Line 1: “recipient.nam” is not a field. Did you mean “recipient.name”?"],
    ["<%= Recipient.Name %>", "Line 1: “Recipient.Name” is not a field. Did you mean “recipient.name”?"],
    ["<%= recipient %>", "Line 1: “recipient” alone shows nothing. Choose “recipient.name”."],
    [
      "<% for (const a of notice.areas) { %><%= a.nme %><% } %>",
      "Line 1: “a.nme” is not a field. Did you mean “a.name”?",
    ],
    [
      "<%= notice.areas %>",
      "Line 1: “notice.areas” is a list. Write “<% for (const one of notice.areas) { %>”.",
    ],
    [
      "<%= notice.byStaff %>",
      "Line 1: “notice.byStaff” is yes or no. Ask for it with “<% if (notice.byStaff) { %>”.",
    ],
    [
      "<% if (notice.areas) { %>x<% } %>",
      "Line 1: “notice.areas” is a list. Ask for “notice.areas.length > 0”.",
    ],
    ["a\n<% if (company.name) { %>\nb", "Line 2: This is never closed. Close it with “<% } %>”."],
    ["a<% } %>", "Line 1: This “}” closes nothing."],
    [
      "<% if (company.name) { %>a<% } %>\n<% else { %>b<% } %>",
      "Line 2: “else” stands in the same tag as the brace before it: “<% } else { %>”.",
    ],
    ["<%= company.name", "Line 1: This tag is never closed. Close it with “%>”."],
    ["a %> b", "Line 1: “%>” closes a tag that was never opened."],
    [
      "<%= company.name <%= recipient.name %>",
      "Line 1: A tag begins here before the one in front of it is closed with “%>”.",
    ],
    ["<%= %>", "Line 1: A field is missing here."],
    ["<% company.name %>", "Line 1: “company” does nothing here. To show a field, write “<%= … %>”."],
    ["<% if (company.name == 1) { %><% } %>", "Line 1: Compare with “===” or “!==”."],
    ["<% if (company.name > 1) { %><% } %>", "Line 1: With “>” only numbers are compared."],
    [
      "<% for (const a of company.name) { %><% } %>",
      "Line 1: “company.name” is not a list, so it cannot be repeated over.",
    ],
    [
      "<% for (const recipient of notice.areas) { %><% } %>",
      "Line 1: “recipient” means something else already. Choose another name for it.",
    ],
    ["  \n ", "Line 1: This cannot be empty."],
  ])("%j", (source, words) => {
    expect(refusal(source)).toBe(words);
  });

  it("and the column", () => {
    try {
      rendered("Hello\r\nyou <%= recipient.x %>");
      throw new Error("accepted");
    } catch (error) {
      expect((error as TemplateProblem).placeIn("Hello\r\nyou <%= recipient.x %>")).toMatchObject({
        line: 2,
        column: 9,
      });
    }
  });
});

it("refuses a template that does not always show what it must", () => {
  const needs = ["link.url"];
  const words = "Line 1: It must always show “<%= link.url %>”, or the e-mail is of no use.";
  expect(refusal("Hello", "text", needs)).toBe(words);
  expect(refusal("<% if (company.name) { %><%= link.url %><% } %>", "text", needs)).toBe(words);
  expect(refusal("<% for (const a of notice.areas) { %><%= link.url %><% } %>", "text", needs)).toBe(words);
  expect(refusal("<%# <%= link.url %>", "text", needs)).not.toBeNull();
  const both = "<% if (company.name) { %>A <%= link.url %><% } else { %>B <%= link.url %><% } %>";
  expect(refusal(both, "text", needs)).toBeNull();
});

it("shows nothing for a value that is missing", () => {
  expect(rendered("[<%= recipient.name %>]", "text", {})).toBe("[]");
  expect(
    rendered("<% for (const a of notice.areas) { %>x<% } %>.", "text", { notice: { areas: "abc" } }),
  ).toBe(".");
  expect(rendered("<%= recipient.name %>", "text", { recipient: { name: { toString: () => "x" } } })).toBe(
    "",
  );
  expect(view.recipient.name).not.toBe("");
});
