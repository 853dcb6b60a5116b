import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ContactForm } from "@/components/contacts/contact-form";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";

const user = userEvent.setup();
type Saved = { contactId: string; version: number };

const contact = {
  contactId: "01990000-0000-7000-8000-000000000001",
  version: 3,
  name: "Ana Trujillo",
  email: "ana@example.com",
  ...{ jobTitle: "", department: "", phone: "111", mobile: "", fax: "", notes: "" },
  groupRoleIds: [],
  link: false,
};

const stale: ActionResult<Saved> = {
  ok: false,
  error: {
    code: "stale",
    message: "Ada saved this contact while you were editing it.",
    details: { version: 5, differences: [{ field: "phone", theirs: "999", yours: "222" }] },
  },
};
const saved = (version: number): ActionResult<Saved> => ({ ok: true, data: { contactId: "c", version } });

function show(answers: ActionResult<Saved>[], groupRoles: { value: string; label: string }[] = []) {
  const sent: Record<string, unknown>[] = [];
  const action = ((values: Record<string, unknown>) => {
    sent.push({ ...values });
    return Promise.resolve(answers.shift());
  }) as Action<Saved>;
  render(<ContactForm action={action} contact={contact} groupRoles={groupRoles} />);
  return sent;
}

const save = () => user.click(screen.getByRole("button", { name: "Save contact" }));
const phone = () => screen.getByRole("textbox", { name: /^Phone/ });

async function enterPhone(text: string) {
  await user.clear(phone());
  await user.type(phone(), text);
}

it("goes on from the version that was saved last", async () => {
  const sent = show([saved(4), saved(5)]);
  await enterPhone("222");
  await save();
  await enterPhone("333");
  await save();
  expect(sent).toMatchObject([
    { version: "3", phone: "222", name: "Ana Trujillo" },
    { version: "4", phone: "333", name: "Ana Trujillo" },
  ]);
});

describe("a save that came too late", () => {
  it("shows what somebody else saved beside what was typed, and keeps the latter", async () => {
    show([stale]);
    await enterPhone("222");
    await save();
    expect(await screen.findByRole("status")).toHaveTextContent("Ada saved this contact");
    expect(screen.getByText("Phone is now “999”; you entered “222”.")).toBeVisible();
    expect(phone()).toHaveValue("222");
  });

  it("can be repeated over what they saved", async () => {
    const sent = show([stale, saved(6)]);
    await enterPhone("222");
    await save();
    await user.click(await screen.findByRole("button", { name: "Save mine over it" }));
    expect(sent[1]).toMatchObject({ version: "5", phone: "222" });
    expect(screen.queryByText(/you entered/)).toBeNull();
  });

  it("can be given up for what they saved", async () => {
    const sent = show([stale, saved(6)]);
    await enterPhone("222");
    await save();
    await user.click(await screen.findByRole("button", { name: "Take theirs" }));
    expect(phone()).toHaveValue("999");
    await save();
    expect(sent[1]).toMatchObject({ version: "5", phone: "999" });
  });
});

it("takes their group roles as ticks, not as the names that are shown", async () => {
  const tick = { value: "01990000-0000-7000-8000-000000000007", label: "Buyer" };
  const theirs = { field: "groupRoleIds", theirs: "Buyer", yours: "" };
  const details = { version: 5, differences: [theirs], groupRoleIds: [tick.value] };
  const error = { code: "stale", message: "Ada saved this contact.", details } as const;
  const sent = show([{ ok: false, error }, saved(6)], [tick]);
  await save();
  expect(screen.getByText("Group roles is now “Buyer”; you entered empty.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Take theirs" }));
  expect(screen.getByRole("checkbox", { name: "Buyer" })).toBeChecked();
  await save();
  expect(sent[1]).toMatchObject({ version: "5", groupRoleIds: [tick.value] });
});
