import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

function deletion(onConfirm: () => unknown) {
  render(
    <ConfirmDialog
      title="Delete Buyer?"
      confirmLabel="Delete role"
      trigger={<Button>Delete</Button>}
      onConfirm={onConfirm}
    >
      12 members lose what it gave them.
    </ConfirmDialog>,
  );
}

it("does nothing until it is confirmed, and nothing when it is not", async () => {
  const confirmed = jest.fn();
  deletion(confirmed);
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  expect(screen.getByRole("alertdialog")).toHaveAccessibleDescription("12 members lose what it gave them.");
  expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument();
  expect(confirmed).not.toHaveBeenCalled();
});

it("stays open, and takes no second press, until the act is done", async () => {
  let finish = () => {};
  const confirmed = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  deletion(confirmed);
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  await userEvent.dblClick(screen.getByRole("button", { name: "Delete role" }));
  expect(screen.getByRole("button", { name: "Delete role" })).toHaveAttribute("aria-busy", "true");
  expect(confirmed).toHaveBeenCalledTimes(1);
  finish();
  await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
});
