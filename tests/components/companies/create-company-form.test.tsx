import { screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { CreateCompanyForm } from "@/components/companies/create-company-form";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";
import { companyId, enter, field, formValues, press, saved, show, user, type Saved } from "./forms";
import { fakeRouter } from "../ui/app-router";

const open = (
  answers: ActionResult<Saved>[],
  parent: { id: string; name: string; code?: string } | null = null,
  mayAdministerAccess = true,
) =>
  show(
    (action) => (
      <CreateCompanyForm
        kind="customer"
        blank={formValues()}
        parent={parent}
        mayAdministerAccess={mayAdministerAccess}
        action={action}
        cancelHref="/customers"
      />
    ),
    answers,
  );

it("sends what was entered, portal and all, and leads to the new company", async () => {
  const { sent, went } = open([saved]);
  await enter("Name", "Acme");
  await enter(/^City/, "Bern");
  await press("Create customer");
  expect(sent).toMatchObject([
    {
      kind: "customer",
      name: "Acme",
      code: "",
      city: "Bern",
      services: true,
      billingPlace: "same",
      status: "active",
    },
  ]);
  expect(went).toEqual([`push /customers/${companyId}`]);
});

it("offers no Services to staff who may not administer access, and says who can switch them on", async () => {
  const { sent } = open([saved], null, false);
  expect(screen.queryByRole("checkbox", { name: /Services/ })).not.toBeInTheDocument();
  expect(screen.getByText(/Whoever administers portal access/)).toBeInTheDocument();
  await enter("Name", "Acme");
  await press("Create customer");
  expect(sent).toMatchObject([{ name: "Acme", services: false }]);
});

it("says at the field and on top what is missing, and sends nothing", async () => {
  const { sent } = open([]);
  await enter(/^E-mail/, "ana at example");
  await press("Create customer");
  expect(field("Name")).toHaveAccessibleDescription("Enter the name of the company.");
  expect(field(/^E-mail/)).toHaveAccessibleDescription(/Enter an e-mail address/);
  expect(screen.getByRole("alert")).toHaveTextContent("2 things need your attention");
  expect(sent).toEqual([]);
});

it("checks a field when it is left, not while one types", async () => {
  open([]);
  await user.type(field(/^E-mail/), "ana");
  expect(screen.queryByText(/Enter an e-mail address/)).not.toBeInTheDocument();
  await user.tab();
  expect(field(/^E-mail/)).toHaveAccessibleDescription(/Enter an e-mail address/);
});

it("asks for the reason of a status that needs one", async () => {
  const { sent } = open([saved]);
  await enter("Name", "Acme");
  await user.selectOptions(screen.getByRole("combobox", { name: "Status" }), "blacklisted");
  await press("Create customer");
  expect(field("Reason")).toHaveAccessibleDescription(/Say why/);
  await enter("Reason", "Three unpaid invoices");
  await press("Create customer");
  expect(sent).toMatchObject([{ status: "blacklisted", statusReason: "Three unpaid invoices" }]);
});

it("shows the server's refusal at its field and keeps everything that was typed", async () => {
  const taken = "Another customer has the ID ALFKI.";
  const { went } = open([
    {
      ok: false,
      error: { code: "conflict", message: "Some entries need your attention.", fields: { code: taken } },
    },
  ]);
  await enter("Name", "Acme");
  await enter(/^Customer ID/, "ALFKI");
  await enter(/^Description/, "Line one");
  await press("Create customer");
  expect(field(/^Customer ID/)).toHaveAccessibleDescription(taken);
  expect(screen.getByRole("alert")).toHaveTextContent(taken);
  expect([field("Name"), field(/^Description/)].map((each) => (each as HTMLInputElement).value)).toEqual([
    "Acme",
    "Line one",
  ]);
  expect(went).toEqual([]);
});

it("begins with the company below which a site is added", async () => {
  const { sent } = open([saved], { id: companyId, name: "Winslow Estates", code: "WIN" });
  expect(screen.getByRole("combobox", { name: /^Parent company/ })).toHaveValue("Winslow Estates");
  await enter("Name", "Parkway Cinemas");
  await press("Create customer");
  expect(sent).toMatchObject([{ parentId: companyId }]);
});

it("can be filled in before, and without, its script", () => {
  const { Router } = fakeRouter();
  const html = renderToString(
    <Router>
      <CreateCompanyForm
        kind="supplier"
        blank={formValues()}
        parent={{ id: companyId, name: "Winslow Estates", code: "WIN" }}
        mayAdministerAccess
        action={(() => Promise.resolve(saved)) as Action<Saved>}
        cancelHref="/suppliers"
      />
    </Router>,
  );
  const names = [...html.matchAll(/name="(\w+)"/g)].map(([, name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(["kind", ...Object.keys(formValues()), "billingPlace", "services"]),
  );
  expect(html).toMatch(/<noscript>.*name="parentCode"[^>]*value="WIN"/s);
});
