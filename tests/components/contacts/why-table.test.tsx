import { render, screen, within } from "@testing-library/react";
import { AsOfBanner, AsOfForm, type AsOf } from "@/components/contacts/as-of";
import { WhyTable, type WhyRow } from "@/components/contacts/why-table";

const place = { timeZone: "Europe/Vienna", locale: "en-GB" };
const row = (given: Partial<WhyRow>): WhyRow => ({
  ...{ id: "invoices", label: "Invoices", opens: "Sees invoices.", allowed: true, usable: true, isOwn: true },
  ...{
    because: "Allowed by ‘Open invoices’",
    since: new Date("2026-11-03T13:05:00Z"),
    by: "Ada",
    lastDay: null,
  },
  ...given,
});

const cells = (given: Partial<WhyRow>) => {
  render(<WhyTable rows={[row(given)]} {...place} />);
  const line = screen.getAllByRole("row")[1] as HTMLElement;
  return within(line)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
};

describe("the table of a contact's access", () => {
  it("says what is allowed, why, since when, by whom and until when, in the organisation's time", () => {
    expect(cells({ lastDay: "2026-12-24" })).toEqual([
      "Allowed",
      "Allowed by ‘Open invoices’",
      "3 Nov 2026, 14:05",
      "Ada",
      "24 Dec 2026",
    ]);
  });

  it("says so when nothing was decided", () => {
    const nothing = {
      allowed: false,
      usable: false,
      because: "Not allowed: never granted",
      since: null,
      by: null,
    };
    expect(cells(nothing)).toEqual(["Not allowed", "Not allowed: never granted", "–none", "–none"]);
  });

  it("says in words too that something allowed has no effect", () => {
    expect(cells({ usable: false })[0]).toBe("AllowedNo effect");
  });
});

describe("as of a moment", () => {
  const contact = { id: "c1", name: "Ana", companyName: "Winslow" };
  const banner = (asOf: AsOf) => render(<AsOfBanner contact={contact} asOf={asOf} {...place} />).container;

  it("is asked for by a form that needs no script, up to now", () => {
    render(
      <AsOfForm contactId="c1" asOf={{ kind: "now" }} latest="2026-11-03T14:05" timeZone="Europe/Vienna" />,
    );
    const field = screen.getByLabelText(/^As of/);
    expect(field).toHaveAttribute("max", "2026-11-03T14:05");
    expect(field.closest("form")).toHaveAttribute("action", "/contacts/c1");
  });

  it("is said above the table, with what is of today all the same, and a way back", () => {
    banner({ kind: "then", at: new Date("2026-11-03T13:05:00Z"), text: "2026-11-03T14:05" });
    expect(screen.getByText("As of 3 Nov 2026, 14:05")).toBeVisible();
    expect(
      screen.getByText(/Whether Ana is deactivated, Winslow is closed .* as it is today\./),
    ).toBeVisible();
    expect(screen.getByRole("link", { name: "Back to now" })).toHaveAttribute("href", "/contacts/c1");
  });

  it("that cannot be shown is refused with the reason", () => {
    expect(banner({ kind: "unreadable" })).toHaveTextContent("That is no date and time");
    expect(banner({ kind: "future", text: "" })).toHaveTextContent("That moment is still to come");
    expect(banner({ kind: "before", since: new Date("2026-11-03T13:05:00Z"), text: "" })).toHaveTextContent(
      "Ana was added on 3 Nov 2026, 14:05; before that there was nothing to allow.",
    );
    expect(banner({ kind: "now" })).toBeEmptyDOMElement();
  });
});
