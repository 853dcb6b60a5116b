import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AccessScreen } from "@/components/access/access-screen";
import { readCompanyAccess } from "@/lib/access/access-address";
import { COMPANY, screenProps } from "./screen-props";
import { fakeRouter } from "../ui/app-router";

const user = userEvent.setup();
const { Router } = fakeRouter();
const SITE = "01990000-0000-7000-8000-00000000000b";
const path = `/customers/${COMPANY}/access`;

function show(params: Record<string, string>, siteIds: string[] = [SITE]) {
  const query = readCompanyAccess(params, { kind: "customer", path, id: COMPANY, siteIds });
  const company = { id: COMPANY, name: "Winslow", siteCount: siteIds.length };
  render(
    <Router>
      <AccessScreen {...screenProps([])} {...{ query, company }} />
    </Router>,
  );
}

async function reachesOf(act: string): Promise<string[]> {
  await user.click(screen.getByRole("button", { name: "Menu" }));
  await user.click(await screen.findByRole("menuitem", { name: act }));
  const choices = within(await screen.findByRole("group", { name: "For whom?" })).getAllByRole("radio");
  return choices.map((choice) => (choice as HTMLInputElement).labels?.[0]?.textContent ?? "");
}

beforeEach(() => sessionStorage.clear());

it("has the ticks and the Services of one company, and nobody else's within reach of its menu", async () => {
  show({});
  await user.click(screen.getByRole("checkbox", { name: "Invoices, Ana" }));
  expect(screen.getByRole("checkbox", { name: "Invoices, Ana, staged" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Services, Winslow" })).toBeChecked();
  expect(screen.queryByRole("checkbox", { name: "Show contacts of Winslow" })).toBeNull();
  expect(await reachesOf("Enable full access…")).toEqual([
    "All contacts of Winslow",
    "All contacts of Winslow and its sites",
  ]);
});

it("offers the sites as well, keeps to its own address, and then means them first", async () => {
  show({ sites: "yes", q: "an" });
  const sites = within(screen.getByRole("navigation", { name: "Sites" }));
  expect(sites.getByRole("link", { name: "With its site" })).toHaveAttribute("aria-current", "page");
  expect(sites.getByRole("link", { name: "This company" })).toHaveAttribute("href", `${path}?q=an`);
  const contacts = within(screen.getByRole("grid", { name: "Who may see what" }));
  expect(contacts.getByRole("link", { name: "Company" })).toHaveAttribute(
    "href",
    `${path}?sites=yes&q=an&sort=company`,
  );
  expect(await reachesOf("Disable full access…")).toEqual([
    "All contacts of Winslow and its sites",
    "All contacts of Winslow",
    "The contacts that the filter finds",
  ]);
});

it("offers no sites where there are none", () => {
  show({ sites: "yes" }, []);
  expect(screen.queryByRole("navigation", { name: "Sites" })).toBeNull();
});
