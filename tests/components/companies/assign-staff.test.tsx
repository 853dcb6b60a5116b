import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AssignStaff } from "@/components/companies/assign-staff";
import { assignHref } from "@/components/companies/assign-href";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";
import type { AssignedMany, AssignmentPlan, AskedAssignments } from "@/lib/companies/assign-many-input";

const user = userEvent.setup();

const plan: AssignmentPlan = {
  ...{ chosen: 1_204, changing: 1_200, same: 2, lastAdministrator: 1, notAdministered: 0, unseen: 1 },
  colleagues: [
    {
      ...{ name: "Bo Berg", email: "bo@x.example" },
      counts: { added: 0, changed: 0, removed: 1_200, same: 2, "last-administrator": 1 },
    },
  ],
  ...{ mustType: 1_200, expected: "none 1200 7" },
};
const choice = {
  kind: "customer" as const,
  companyIds: ["a", "b"],
  filter: "?q=ac",
  total: { count: 1_204, isMore: false },
};

/** What was posted, and a way to it that answers with each of `answers` in turn. */
function open(...answers: ActionResult<AssignedMany>[]) {
  const posted: Record<string, unknown>[] = [];
  const action = ((_: unknown, data: FormData) => {
    posted.push(
      Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).join()])),
    );
    return Promise.resolve(answers[posted.length - 1]);
  }) as unknown as Action<AssignedMany>;
  const saved = jest.fn();
  render(
    <AssignStaff
      {...{ choice, action, locale: "en-GB", href: "/x", onSaved: saved, cancel: "Cancel", leave: "Close" }}
    />,
  );
  return { posted, saved };
}

const asked: AskedAssignments = { emails: "bo@x.example", level: "none", of: "filter" };
const shown = { ok: true as const, data: { isSaved: false, plan, asked } };
const done = { ok: true as const, data: { isSaved: true, plan, asked } };

async function ask() {
  await user.click(screen.getByLabelText("All 1,204 customers of this list"));
  await user.type(screen.getByLabelText("E-mail addresses of colleagues"), "bo@x.example");
  await user.click(screen.getByLabelText("Remove access"));
  await user.click(screen.getByRole("button", { name: "See what would change" }));
}

it("shows what would change before it saves just that, and how to reverse it", async () => {
  const { posted, saved } = open(shown, done);
  expect(screen.getByLabelText("The 2 customers chosen")).toBeChecked();
  await ask();
  expect(await screen.findByText("Remove access: 1,200 of 1,204 customers would change")).toBeVisible();
  expect(screen.getByRole("list", { name: "By colleague" })).toHaveTextContent(
    "taken off 1,200, without access to 2, stays administrator of 1",
  );
  expect(screen.getByRole("list", { name: "What does not change" })).toHaveTextContent(
    /2 customers stay as they are.*1 customer would be left without an administrator.*1 customer is skipped/,
  );
  await user.type(screen.getByLabelText(/enter how many assignments are taken away: 1,200/), "1200");
  await user.click(screen.getByRole("button", { name: "Remove access to 1,200 customers" }));
  expect(await screen.findByText("Access to 1,200 customers removed")).toBeVisible();
  expect(screen.getByText(/grant the access again/)).toBeVisible();
  expect(saved).toHaveBeenCalledTimes(1);
  const sent = { kind: "customer", companyIds: "a,b", filter: "?q=ac", ...asked };
  expect(posted).toEqual([sent, { ...sent, expected: "none 1200 7", typed: "1200" }]);
});

it("shows the new numbers when something changed meanwhile, and keeps what was entered on the way back", async () => {
  const error = {
    code: "stale" as const,
    message: "Something changed.",
    details: { plan: { ...plan, changing: 3 } },
  };
  open(shown, { ok: false, error: { ...error, values: asked } });
  await ask();
  await user.type(await screen.findByLabelText(/enter how many/), "1200");
  await user.click(screen.getByRole("button", { name: "Remove access to 1,200 customers" }));
  expect(await screen.findByText("Something changed.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Remove access to 3 customers" })).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Back" }));
  expect(screen.getByLabelText("E-mail addresses of colleagues")).toHaveValue("bo@x.example");
  expect(screen.getByLabelText("Remove access")).toBeChecked();
  expect(screen.getByLabelText("All 1,204 customers of this list")).toBeChecked();
  expect(screen.queryByText("Something changed.")).toBeNull();
});

it("keeps what was entered beside the refusal, and offers nothing to save when nothing would change", async () => {
  const refused = {
    code: "invalid" as const,
    message: "",
    fields: { emails: "No colleague of yours." },
    values: asked,
  };
  open(
    { ok: false, error: refused },
    { ok: true, data: { ...shown.data, plan: { ...plan, changing: 0, mustType: null } } },
  );
  await ask();
  expect((await screen.findAllByText("No colleague of yours."))[0]).toBeVisible();
  expect(screen.getByLabelText("E-mail addresses of colleagues")).toHaveValue("bo@x.example");
  await user.click(screen.getByRole("button", { name: "See what would change" }));
  expect(await screen.findByText("Nothing would change")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Remove access/ })).toBeNull();
});

it("says so when the list was not counted to its end", () => {
  render(
    <AssignStaff
      {...{ locale: "en-GB", href: "/x", cancel: null, leave: null }}
      choice={{ ...choice, companyIds: [], total: { count: 50, isMore: true } }}
      action={(() => Promise.resolve(done)) as unknown as Action<AssignedMany>}
    />,
  );
  expect(screen.getByText("All customers of this list, more than 50")).toBeVisible();
});

it("has a page of its own for another tab", () => {
  expect(assignHref(choice)).toBe("/customers/assign?q=ac&pick=a&pick=b");
  expect(assignHref({ ...choice, kind: "supplier", companyIds: [], filter: "?" })).toBe("/suppliers/assign");
});
