import { useState } from "react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogClose, Drawer, type DialogProps } from "@/components/ui/dialog";

const user = userEvent.setup();

async function open(Panel: (props: DialogProps) => React.ReactNode, props: Partial<DialogProps> = {}) {
  render(
    <Panel title="Customer Settings" trigger={<Button>Settings</Button>} {...props}>
      <label>
        Name <input name="name" defaultValue="Alfreds" />
      </label>
      <label>
        Portal <input type="checkbox" name="portal" />
      </label>
      <Combobox id="template" aria-label="Template" options={[{ value: "1", label: "Welcome" }]} />
      <DialogClose>Cancel</DialogClose>
    </Panel>,
  );
  await user.click(screen.getByRole("button", { name: "Settings" }));
}

const isOpen = () => screen.queryByRole("dialog", { name: "Customer Settings", hidden: true }) !== null;
const isAsking = () => screen.queryByRole("alertdialog", { name: "Discard your changes?" }) !== null;

describe.each([
  ["a drawer", Drawer],
  ["a dialog", Dialog],
])("%s", (_, Panel) => {
  it("closes on Escape when nothing was changed, and gives the focus back", async () => {
    await open(Panel);
    await user.keyboard("{Escape}");
    expect(isOpen()).toBe(false);
    expect(screen.getByRole("button", { name: "Settings" })).toHaveFocus();
  });

  it("asks on Escape when something was typed, and keeps it when told to", async () => {
    await open(Panel);
    await user.type(screen.getByLabelText("Name"), " Futterkiste");
    await user.keyboard("{Escape}");
    expect(isAsking()).toBe(true);

    await user.click(screen.getByRole("button", { name: "Keep editing" }));
    expect(isOpen()).toBe(true);
    expect(screen.getByLabelText("Name")).toHaveValue("Alfreds Futterkiste");
  });

  it("asks about what was typed before the browser had drawn it", async () => {
    const frames = jest.spyOn(window, "requestAnimationFrame").mockImplementation(() => 0);
    await open(Panel);
    await user.type(screen.getByLabelText("Name"), " Futterkiste");
    await user.keyboard("{Escape}");
    frames.mockRestore();
    expect(isAsking()).toBe(true);
  });

  it("asks when a box was ticked, and discards when told to", async () => {
    await open(Panel);
    await user.click(screen.getByLabelText("Portal"));
    await user.click(screen.getByRole("button", { name: "Close" }));
    await user.click(screen.getByRole("button", { name: "Discard changes" }));
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it("asks on the backdrop too", async () => {
    await open(Panel, { dirty: true });
    await user.click(document.querySelector(".overlay") as Element);
    expect(isAsking()).toBe(true);
    expect(isOpen()).toBe(true);
  });

  it("does not ask once the change was taken back", async () => {
    await open(Panel);
    await user.type(screen.getByLabelText("Name"), "x");
    await user.keyboard("{Backspace}{Escape}");
    expect(isOpen()).toBe(false);
  });

  it("discards at once on Cancel", async () => {
    await open(Panel);
    await user.type(screen.getByLabelText("Name"), "x");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(isOpen()).toBe(false);
    expect(isAsking()).toBe(false);
  });

  it("stays when Escape was meant for an open type-ahead inside", async () => {
    await open(Panel);
    await user.click(screen.getByRole("combobox", { name: "Template" }));
    await user.keyboard("{Escape}");
    expect(isOpen()).toBe(true);
    expect(screen.getByRole("combobox", { name: "Template" })).toHaveAttribute("aria-expanded", "false");
  });
});

it("gives the focus back to a button that opened it from outside", async () => {
  function Settings() {
    const [shown, setShown] = useState(false);
    return (
      <>
        <button onClick={() => setShown(true)}>Open</button>
        <Drawer title="Settings" open={shown} onOpenChange={setShown}>
          <input aria-label="Name" />
        </Drawer>
      </>
    );
  }
  render(<Settings />);
  await user.click(screen.getByRole("button", { name: "Open" }));
  await user.type(screen.getByLabelText("Name"), "x");
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Keep editing" }));
  expect(screen.getByLabelText("Name")).toHaveFocus();
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Discard changes" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toHaveFocus());
});
