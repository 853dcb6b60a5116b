import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DataTable } from "@/components/ui/data-table";
import { RowMenu } from "@/components/ui/row-menu";
import { fakeRouter } from "./app-router";
import "./resize-observer";

const user = userEvent.setup();

function grid() {
  const { went, Router } = fakeRouter();
  const onSelect = jest.fn();
  const acts = [
    { key: "open", label: "More details", href: "/customers/:id" },
    { key: "close", label: "Close", danger: true },
  ];
  render(
    <Router>
      <RowMenu acts={acts} onSelect={onSelect}>
        <DataTable
          label="Customers"
          rows={["a/1", "b"]}
          rowId={(row) => row}
          rowName={(row) => row}
          acts={(row) => (row === "b" ? ["open"] : true)}
          columns={[{ key: "name", header: "Name", cell: (row) => row }]}
        />
      </RowMenu>
    </Router>,
  );
  return { went, onSelect };
}

it("opens at the row that was pressed and goes where its act leads", async () => {
  const { went } = grid();
  await user.click(screen.getByRole("button", { name: "More for a/1" }));
  await user.click(screen.getByRole("menuitem", { name: "More details" }));
  expect(went).toEqual(["push /customers/a%2F1"]);
  expect(screen.queryByRole("menu")).not.toBeInTheDocument();
});

it("tells which act was chosen for which row", async () => {
  const { onSelect } = grid();
  await user.click(screen.getByRole("button", { name: "More for a/1" }));
  await user.click(screen.getByRole("menuitem", { name: "Close" }));
  expect(onSelect).toHaveBeenCalledWith("close", "a/1");
});

it("offers a row only the acts that fit it", async () => {
  grid();
  await user.click(screen.getByRole("button", { name: "More for b" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["More details"]);
});

it("works with the keyboard alone and gives the focus back to its row", async () => {
  grid();
  screen.getByRole("button", { name: "More for b" }).focus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("menu")).toBeInTheDocument();
  await user.keyboard("{Escape}");
  expect(screen.getByRole("button", { name: "More for b" })).toHaveFocus();
});
