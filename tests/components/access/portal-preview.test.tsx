import { render, screen, within } from "@testing-library/react";
import { PortalPreview } from "@/components/access/portal-preview";
import { PreviewFrame } from "@/components/access/preview-frame";
import { resolveAccess, type AccessSubject, type LedgerEntry } from "@/lib/access/resolve-access";

const modules = [
  "customerPortal",
  "orders",
  "deliveries",
  "invoices",
  "enquiries",
  "quotations",
  "issues",
  "service",
];
const subject: AccessSubject = {
  ...{ contactId: "ana", audience: "customer", isActive: true, accessSince: 1, modules, hidden: [] },
  company: { id: "winslow", accessSince: 1, isClosed: false },
  groupRoles: [],
};

let position = 0;
const entry = (permission: string, effect: LedgerEntry["effect"]): LedgerEntry => ({
  ...{ changeId: 1, position: position++, audience: "customer", scope: "everyone", companyId: null },
  ...{ contactId: null, permission, effect, lastDay: null, isUndone: false },
  ...{ summary: `Turn ${permission}`, madeBy: "Ada", madeAt: new Date(0) },
});
const access = (...entries: LedgerEntry[]) => resolveAccess(subject, entries, "2026-11-03");

const listed = (name: string) =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

const on = () => entry("services", "allow");

it("shows the tabs that are there, what else they may do, and beside the rest why it is hidden", () => {
  const all = [on(), entry("invoices", "allow"), entry("placeOrders", "allow"), entry("install", "allow")];
  render(<PortalPreview before={access(...all, entry("issues", "deny"), entry("service", "inherit"))} />);
  expect(listed("Tabs")).toEqual(["Dashboard", "Invoices"]);
  expect(listed("May also")).toEqual(["Place Orders"]);
  expect(listed("Hidden")).toEqual(
    expect.arrayContaining([
      "Deliveries: hidden, never granted",
      "Issues: hidden, switched off by ‘Turn issues’",
      "Service: hidden, left to group roles by ‘Turn service’, and none gives it",
      "Install: hidden, this part of the portal is not offered",
    ]),
  );
});

it("says that Services are off where that alone hides something", () => {
  render(<PortalPreview before={access(entry("invoices", "allow"))} />);
  expect(listed("Tabs")).toEqual(["Dashboard"]);
  expect(listed("Hidden")).toContain("Invoices: hidden, Services are off");
});

it("marks what staged changes open and close", () => {
  const before = access(on(), entry("invoices", "allow"), entry("issues", "allow"));
  const after = access(on(), entry("issues", "allow"), entry("deliveries", "allow"));
  render(<PortalPreview before={before} after={after} />);
  expect(listed("Tabs")).toEqual(["Dashboard", "DeliveriesNew", "Issues"]);
  expect(listed("Hidden")).toContain("Invoices: hidden, never grantedGoes away");
});

it("says so when staged changes change nothing that is seen", () => {
  render(<PortalPreview before={access(on())} after={access(on(), entry("invoices", "deny"))} />);
  expect(screen.getByText("The staged changes change nothing that they see.")).toBeVisible();
});

it("has nothing in its frame that leads anywhere", () => {
  const company = { name: "Winslow", kind: "customer" } as const;
  render(
    <PreviewFrame organisation={{ name: "Portico Demo" }} company={company} tabs={["Invoices"]}>
      Dashboard of Ana
    </PreviewFrame>,
  );
  const frame = screen.getByRole("region", { name: "Preview of the portal" });
  expect(frame).toHaveTextContent("nothing in this frame can be opened or sent");
  expect(within(frame).queryByRole("link")).toBeNull();
  expect(within(frame).queryByRole("button")).toBeNull();
});
