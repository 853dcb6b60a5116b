import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CreateGroupRoleForm } from "@/components/group-roles/create-group-role-form";
import { EditGroupRoleForm } from "@/components/group-roles/edit-group-role-form";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";
import { fakeRouter } from "../ui/app-router";

const user = userEvent.setup();
const id = "01990000-0000-7000-8000-000000000001";
const values = { name: "Buyer", code: "BUYER", description: "", roles: ["enquiries"] };

type Saved = { groupRoleId: string; name: string; version: number; gaining: number; losing: number };

function answering<T>(answers: ActionResult<T>[]) {
  const sent: Record<string, unknown>[] = [];
  const action = ((given: Record<string, unknown>) => {
    sent.push({ ...given });
    return Promise.resolve(answers.shift());
  }) as Action<T>;
  return { sent, action };
}

const saved = (version: number): ActionResult<Saved> => ({
  ok: true,
  data: { groupRoleId: id, name: "Buyer", version, gaining: 0, losing: 0 },
});

function edit(answers: ActionResult<Saved>[]) {
  const { sent, action } = answering(answers);
  render(<EditGroupRoleForm groupRole={{ id, version: 3, values }} action={action} />);
  return sent;
}

const column = (name: RegExp) => within(screen.getByRole("group", { name }));
const save = () => user.click(screen.getByRole("button", { name: "Save group role" }));

it("shows what each permission opens, those of customers beside those of suppliers", () => {
  edit([]);
  const customers = column(/customers/);
  expect(customers.getByRole("checkbox", { name: "Enquiries" })).toBeChecked();
  expect(customers.getByRole("checkbox", { name: "Invoices" })).toHaveAccessibleDescription(
    "Sees the company's invoices, credits and receipts.",
  );
  expect(column(/suppliers/).getByRole("checkbox", { name: "Purchase Orders" })).not.toBeChecked();
});

it("is one tick where both kinds have the permission, and sends it once", async () => {
  const sent = edit([saved(4)]);
  await user.click(column(/suppliers/).getByRole("checkbox", { name: "Invoices" }));
  expect(column(/customers/).getByRole("checkbox", { name: "Invoices" })).toBeChecked();
  await save();
  expect(sent[0]).toMatchObject({ roles: ["enquiries", "invoices"], version: "3", groupRoleId: id });
});

it("goes on from the version that was saved last", async () => {
  const sent = edit([saved(4), saved(5)]);
  await user.type(screen.getByRole("textbox", { name: "Name" }), " of all");
  await save();
  await user.type(screen.getByRole("textbox", { name: "Name" }), " things");
  await save();
  expect(sent.map(({ version }) => version)).toEqual(["3", "4"]);
});

const stale: ActionResult<Saved> = {
  ok: false,
  error: {
    code: "stale",
    message: "Ada saved this group role after you opened it.",
    details: {
      version: 7,
      theirs: { ...values, roles: ["issues"] },
      differences: [{ field: "roles", theirs: "Issues", yours: "Enquiries" }],
    },
  },
};

it("shows what somebody else saved meanwhile, and takes it when asked to", async () => {
  const sent = edit([stale, saved(8)]);
  await save();
  expect(screen.getByText("Permissions is now “Issues”; you entered “Enquiries”.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Take theirs" }));
  expect(column(/customers/).getByRole("checkbox", { name: "Issues" })).toBeChecked();
  expect(column(/customers/).getByRole("checkbox", { name: "Enquiries" })).not.toBeChecked();
  await save();
  expect(sent[1]).toMatchObject({ version: "7", roles: ["issues"] });
});

it("or saves what was typed over it", async () => {
  const sent = edit([stale, saved(8)]);
  await save();
  await user.click(screen.getByRole("button", { name: "Save mine over it" }));
  expect(sent[1]).toMatchObject({ version: "7", roles: ["enquiries"] });
});

it("says at the field that a code is taken, and keeps what was typed", async () => {
  const { action } = answering<{ groupRoleId: string; name: string }>([
    {
      ok: false,
      error: { code: "conflict", message: "Look.", fields: { code: "Another group role has it." } },
    },
  ]);
  const { Router } = fakeRouter();
  render(
    <Router>
      <CreateGroupRoleForm action={action} />
    </Router>,
  );
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Buyer");
  await user.type(screen.getByRole("textbox", { name: "Code" }), "BUYER");
  await user.click(column(/customers/).getByRole("checkbox", { name: "Enquiries" }));
  await user.click(screen.getByRole("button", { name: "Create group role" }));
  expect(screen.getByRole("textbox", { name: "Code" })).toHaveAccessibleDescription(
    "Another group role has it.",
  );
  expect(column(/customers/).getByRole("checkbox", { name: "Enquiries" })).toBeChecked();
});
