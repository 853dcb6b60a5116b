import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CompaniesTable } from "@/components/companies/companies-table";
import { CompanySelection } from "@/components/companies/company-selection";
import type { CompanyRow } from "@/lib/companies/list-companies";
import { readCompanyList } from "@/lib/companies/list-input";
import { fakeRouter } from "../ui/app-router";
import "../ui/resize-observer";

const user = userEvent.setup();

const row = (id: string, name: string): CompanyRow => ({
  ...{ id, name, code: id.toUpperCase(), city: "Bern", country: "", status: "active", phone: "", email: "" },
  ...{ parentId: null, parentName: null, updatedAt: new Date("2026-11-03T23:30:00Z"), updatedText: "" },
});

function open(params = {}) {
  const { went, Router } = fakeRouter();
  const rows = [row("a", "Acme"), row("b", "Bolt")];
  render(
    <Router>
      <CompanySelection kind="customer" editable={["a"]}>
        <CompaniesTable
          kind="customer"
          rows={rows}
          query={readCompanyList(params)}
          canEdit={({ id }) => id === "a"}
          timeZone="Europe/Zurich"
          locale="en-GB"
        />
      </CompanySelection>
    </Router>,
  );
  return { went };
}

it("offers to edit the one row that is selected, if it may be edited", async () => {
  open();
  await user.click(screen.getByRole("checkbox", { name: "Select Acme" }));
  expect(screen.getByRole("link", { name: "Edit Customer Details" })).toHaveAttribute(
    "href",
    "/customers/a/edit",
  );
  await user.click(screen.getByRole("checkbox", { name: "Select Bolt" }));
  expect(screen.queryByRole("link", { name: "Edit Customer Details" })).not.toBeInTheDocument();
  await user.click(screen.getByRole("checkbox", { name: "Select Acme" }));
  expect(screen.getByRole("link", { name: "More details" })).toHaveAttribute("href", "/customers/b");
  expect(screen.queryByRole("link", { name: "Edit Customer Details" })).not.toBeInTheDocument();
});

it("leads from a row's menu to its details", async () => {
  const { went } = open();
  await user.click(screen.getByRole("button", { name: "More for Bolt" }));
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual(["More details"]);
  await user.click(screen.getByRole("menuitem", { name: "More details" }));
  expect(went).toEqual(["push /customers/b"]);
});

it("sorts by a header, the other way round the second time, from the first page again", () => {
  open({ sort: "code", q: "a", page: "x", columns: ["code", "updated"] });
  const href = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(href("ID")).toBe("/customers?q=a&sort=-code&columns=code&columns=updated");
  expect(href("Name")).toBe("/customers?q=a&columns=code&columns=updated");
  expect(href("Changed")).toBe("/customers?q=a&sort=-updated&columns=code&columns=updated");
  expect(screen.getByRole("columnheader", { name: "ID" })).toHaveAttribute("aria-sort", "ascending");
});

it("shows dates as the organisation's day has them", () => {
  open({ columns: ["updated"] });
  expect(screen.getAllByText("4 Nov 2026")).toHaveLength(2);
});
