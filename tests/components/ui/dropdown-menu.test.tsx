import { useState } from "react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import "./resize-observer";

const user = userEvent.setup();

function Acts({ onReset }: { onReset: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <DropdownMenu trigger={<Button>More</Button>}>
        <MenuItem onSelect={() => setAsking(true)}>Deactivate</MenuItem>
        <MenuItem disabled hint="Ana has no login yet" onSelect={onReset}>
          Reset password
        </MenuItem>
      </DropdownMenu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Deactivate Ana?"
        confirmLabel="Deactivate"
        onConfirm={() => {}}
      />
    </>
  );
}

it("gives the focus back to its button after a dialog that an item opened", async () => {
  render(<Acts onReset={() => {}} />);
  screen.getByRole("button", { name: "More" }).focus();
  await user.keyboard("{Enter}{Enter}");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "More" })).toHaveFocus());
});

it("says why an act is out of reach, and does not do it", async () => {
  const onReset = jest.fn();
  render(<Acts onReset={onReset} />);
  await user.click(screen.getByRole("button", { name: "More" }));
  const item = screen.getByRole("menuitem", { name: /Reset password/ });
  expect(item).toHaveTextContent("Ana has no login yet");
  expect(item).toHaveAttribute("aria-disabled", "true");
  await userEvent.setup({ pointerEventsCheck: 0 }).click(item);
  expect(onReset).not.toHaveBeenCalled();
});
