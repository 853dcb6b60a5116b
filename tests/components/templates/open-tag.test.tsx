import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { fieldOptions, openWord } from "@/components/templates/open-tag";
import { SourceField } from "@/components/templates/source-field";
import type { Field } from "@/lib/safe-ejs/fields";

const fields: Field[] = [
  { path: "recipient.name", kind: "text", description: "Name" },
  { path: "notice.byStaff", kind: "yesNo", description: "By staff" },
  {
    ...{ path: "notice.areas", kind: "list", description: "Areas", most: 5 },
    fields: [{ path: "name", kind: "text", description: "Area" }],
  },
];

/** The fields that are offered at the bar. */
const offered = (marked: string) => {
  const caret = marked.indexOf("|");
  const at = openWord(marked.replace("|", ""), caret);
  return at && fieldOptions(fields, marked.replace("|", ""), at).map(({ value }) => value);
};

it.each([
  ["<%=|", ["recipient.name"]],
  ["Hello <%= rec|", ["recipient.name"]],
  ["<% if (|", ["recipient.name", "notice.byStaff", "notice.areas.length"]],
  ["<% if (notice.byStaff && !|", ["recipient.name", "notice.byStaff", "notice.areas.length"]],
  ["<% for (const a of |", ["notice.areas"]],
  ["<% for (const a of notice.areas) { %><%= |", ["a.name", "recipient.name"]],
])("offers at %s what can be named there", (source, paths) => {
  expect(offered(source)).toEqual(paths);
});

it.each(["Hello rec|", "<%= recipient.name %> rec|", "<%# rec|", '<% if (recipient.name === "rec|', "<% |"])(
  "offers nothing at %s",
  (source) => expect(offered(source)).toBeNull(),
);

it("writes the field that is chosen by key, and closes its tag", async () => {
  const nothing = () => undefined;
  const registered = { name: "html", ref: nothing, onChange: nothing, onBlur: nothing, defaultValue: "" };
  render(
    <SourceField
      part="html"
      rows={4}
      fields={fields}
      registered={registered}
      help=""
      onEnter={nothing}
      onLeave={nothing}
    />,
  );
  const field = screen.getByRole("textbox", { name: "HTML" });
  await userEvent.type(field, "Hello <%= rec");
  expect(screen.getByRole("option", { name: /recipient\.name/, hidden: true })).toBeInTheDocument();
  expect(field).toHaveAttribute("aria-activedescendant", "html-fields-0");
  await userEvent.keyboard("{Enter}");
  expect(field).toHaveValue("Hello <%= recipient.name %>");
  await userEvent.type(field, " <%= rec{Escape}{Enter}");
  expect(field).toHaveValue("Hello <%= recipient.name %> <%= rec\n");
});
