import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DataTable } from "@/components/ui/data-table";
import { SelectionArea, useSelection } from "@/components/ui/selection-area";
import { SelectionBar } from "@/components/ui/selection-bar";

function Chosen() {
  return <output>{useSelection().ids.join(" ")}</output>;
}
function Grid({ rows }: { rows: string[] }) {
  return (
    <SelectionArea>
      <DataTable
        label="Customers"
        pick
        rows={rows}
        rowId={(row) => row}
        rowName={(row) => row}
        columns={[{ key: "name", header: "Name", cell: (row) => row }]}
      />
      <SelectionBar>
        <Chosen />
      </SelectionBar>
    </SelectionArea>
  );
}
const user = userEvent.setup();
const box = (row: string) => screen.getByRole("checkbox", { name: `Select ${row}` });
const all = () => screen.getByRole("checkbox", { name: "Select all rows" });
const chosen = () => screen.queryByRole("status")?.textContent ?? null;

it("brings the bar with the acts once a row is chosen, and takes it away after the last", async () => {
  render(<Grid rows={["a", "b"]} />);
  expect(chosen()).toBeNull();
  await user.click(box("b"));
  expect(chosen()).toBe("b");
  expect(screen.getAllByText("1 selected")).not.toHaveLength(0);
  await user.click(box("b"));
  expect(chosen()).toBeNull();
});

it("chooses all rows and none, and shows when only some are", async () => {
  render(<Grid rows={["a", "b", "c"]} />);
  await user.click(all());
  expect(chosen()).toBe("a b c");
  await user.click(box("b"));
  expect(all()).toBePartiallyChecked();
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(chosen()).toBeNull();
  expect(all()).not.toBePartiallyChecked();
});

it("chooses the range between two clicks when Shift is held", async () => {
  render(<Grid rows={["a", "b", "c", "d", "e"]} />);
  await user.click(box("d"));
  await user.keyboard("{Shift>}");
  await user.click(box("b"));
  await user.keyboard("{/Shift}");
  expect(chosen()).toBe("b c d");
});

it("drops rows from the choice that the next page does not have", async () => {
  const { rerender } = render(<Grid rows={["a", "b"]} />);
  await user.click(all());
  rerender(<Grid rows={["b", "c"]} />);
  expect(chosen()).toBe("b");
  expect(all()).toBePartiallyChecked();
});
