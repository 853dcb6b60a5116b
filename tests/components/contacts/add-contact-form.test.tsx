import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AddContactForm } from "@/components/contacts/add-contact-form";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";
import type { InvitedContact } from "@/lib/contacts/invite-contact";

const user = userEvent.setup();
const company = {
  id: "01990000-0000-7000-8000-000000000001",
  name: "Parkway Cinemas",
  kind: "supplier",
} as const;
const templates = [
  { value: "accountactivation-EJS", label: "accountactivation-EJS", keywords: "invitation" },
  { value: "passwordreset-EJS", label: "passwordreset-EJS" },
];
const groupRoles = [{ value: "01990000-0000-7000-8000-000000000002", label: "Buyer" }];

type Answer = ActionResult<InvitedContact>;

const added: Answer = { ok: true, data: { contactId: "c", name: "Yoshi", invited: true } };
const inUse = (canLink: boolean): Answer => ({
  ok: false,
  error: {
    code: "conflict",
    message: "This e-mail address belongs to Ana.",
    fields: { email: "This e-mail address belongs to Ana." },
    details: { contactId: "ana-id", name: "Ana Trujillo", companyName: "Elsewhere", canLink },
  },
});

function show(answers: Answer[]) {
  const sent: Record<string, unknown>[] = [];
  const action = ((values: Record<string, unknown>) => {
    sent.push({ ...values });
    return Promise.resolve(answers.shift() ?? added);
  }) as Action<InvitedContact>;
  const done: InvitedContact[] = [];
  render(
    <AddContactForm
      action={action}
      company={company}
      groupRoles={groupRoles}
      templates={templates}
      onDone={(contact) => done.push(contact)}
      cancel={null}
    />,
  );
  return { sent, done };
}

const press = (element: Element) => user.pointer({ keys: "[MouseLeft>]", target: element });
const release = (element: Element) => user.pointer({ keys: "[/MouseLeft]", target: element });
const submit = () => user.click(screen.getByRole("button", { name: "Add contact" }));
const field = (name: RegExp) => screen.getByRole("textbox", { name });

async function fill() {
  await user.type(field(/^Name/), "Yoshi");
  await user.type(field(/^E-mail/), "yoshi@example.com");
}

it("sends what was entered, ticked and chosen by typing a part of the template's name", async () => {
  const { sent, done } = show([added]);
  await fill();
  await user.click(screen.getByRole("checkbox", { name: "Buyer" }));
  await user.click(screen.getByRole("checkbox", { name: "Purchase Orders" }));
  await user.type(screen.getByRole("combobox", { name: /^Template/ }), "accountact{Enter}");
  await submit();
  expect(sent).toEqual([
    expect.objectContaining({
      companyId: company.id,
      name: "Yoshi",
      email: "yoshi@example.com",
      groupRoleIds: [groupRoles[0]?.value],
      permissions: ["purchaseOrders"],
      template: "accountactivation-EJS",
    }),
  ]);
  expect(done).toEqual([added.data]);
});

it("offers the roles of the company's kind only", () => {
  show([]);
  const roles = within(screen.getByRole("group", { name: /^Roles/ })).getAllByRole("checkbox");
  expect(roles).toHaveLength(5);
  expect(screen.queryByRole("checkbox", { name: "Sales Orders" })).toBeNull();
});

it("checks a field when it is left, not while one types", async () => {
  show([]);
  await user.type(field(/^E-mail/), "yoshi@");
  expect(field(/^E-mail/)).not.toHaveAttribute("aria-invalid");
  await user.tab();
  expect(await screen.findByText(/such as ana@example.com/)).toBeVisible();
});

it("keeps still under a press: what a field says is taken away only when the pointer is released", async () => {
  show([]);
  await user.type(field(/^E-mail/), "yoshi@");
  await user.tab();
  const complaint = await screen.findByText(/such as ana@example.com/);
  await user.type(field(/^E-mail/), "example.com");
  const button = screen.getByRole("button", { name: "Add contact" });
  await press(button);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(complaint).toBeVisible();
  await release(button);
  await waitFor(() => expect(field(/^E-mail/)).not.toHaveAttribute("aria-invalid"));
});

it("does not send what the action would refuse, and says at its top what to mend", async () => {
  const { sent } = show([]);
  await submit();
  expect(await screen.findByRole("alert")).toHaveTextContent("Enter a name.");
  expect(sent).toEqual([]);
});

it("shows whose the e-mail address is, keeps what was entered, and links the login when asked to", async () => {
  const { sent, done } = show([inUse(true), added]);
  await fill();
  await submit();
  expect(await screen.findByRole("link", { name: "Open Ana Trujillo" })).toHaveAttribute(
    "href",
    "/contacts/ana-id",
  );
  expect(document.activeElement).toContainElement(screen.getByRole("alert"));
  expect(field(/^Name/)).toHaveValue("Yoshi");
  expect(field(/^E-mail/)).toHaveAccessibleDescription(/belongs to Ana/);
  await user.click(screen.getByRole("button", { name: "Link existing login to this company" }));
  expect(sent.map(({ link }) => link)).toEqual([false, true]);
  expect(done).toHaveLength(1);
});

it("forgets the wish to link when the e-mail address is changed", async () => {
  const { sent } = show([inUse(true), inUse(true), added]);
  await fill();
  await submit();
  await user.click(await screen.findByRole("button", { name: "Link existing login to this company" }));
  await user.type(field(/^E-mail/), "x");
  await submit();
  expect(sent.map(({ link }) => link)).toEqual([false, true, false]);
});

it("offers no link where one login serves the company already", async () => {
  show([inUse(false)]);
  await fill();
  await submit();
  expect(await screen.findByRole("link", { name: "Open Ana Trujillo" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /Link existing/ })).toBeNull();
});

it("says that the server could not be reached, and keeps what was entered", async () => {
  const action = (() => Promise.reject(new Error("Failed to fetch"))) as Action<InvitedContact>;
  render(
    <AddContactForm
      action={action}
      company={company}
      groupRoles={[]}
      templates={templates}
      onDone={() => undefined}
      cancel={null}
    />,
  );
  await fill();
  await submit();
  expect(await screen.findByRole("alert")).toHaveTextContent("could not be reached");
  expect(field(/^Name/)).toHaveValue("Yoshi");
});
