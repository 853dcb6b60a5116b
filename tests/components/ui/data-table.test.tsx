import { renderToStaticMarkup } from "react-dom/server";
import { render, screen, within } from "@testing-library/react";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";

type Row = { id: string; name: string; contacts: number };
const rows: Row[] = Array.from({ length: 50 }, (_, at) => ({
  id: `${at}`,
  name: `Customer ${at}`,
  contacts: at,
}));
const table = (
  <DataTable
    label="Customers"
    pick
    acts={() => true}
    rows={rows}
    rowId={(row) => row.id}
    rowName={(row) => row.name}
    columns={[
      {
        key: "name",
        header: "Name",
        sort: { href: "?sort=-name", direction: "ascending" },
        cell: (row) => <a href={`/c/${row.id}`}>{row.name}</a>,
      },
      { key: "state", header: "Status", cell: () => <Badge tone="good">Active</Badge> },
      {
        key: "contacts",
        header: "Contacts",
        align: "end",
        sort: { href: "?sort=contacts" },
        cell: (row) => row.contacts,
      },
    ]}
  />
);

it("names each row by its first column and says how the rows are sorted", () => {
  render(table);
  expect(screen.getByRole("table", { name: "Customers" })).toBeInTheDocument();
  expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  expect(screen.getByRole("columnheader", { name: "Contacts" })).not.toHaveAttribute("aria-sort");
  const row = screen.getByRole("rowheader", { name: "Customer 7" }).closest("tr") as HTMLElement;
  expect(within(row).getByRole("link")).toHaveAttribute("href", "/c/7");
  expect(within(row).getByRole("checkbox", { name: "Select Customer 7" })).toHaveAttribute("value", "7");
});

it("stays lean: a row with a tick, a state and a menu takes less than 600 bytes", () => {
  expect(renderToStaticMarkup(table).length / rows.length).toBeLessThan(600);
});
