import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AccessScreen } from "@/components/access/access-screen";
import { screenProps } from "./screen-props";
import { fakeRouter } from "../ui/app-router";

const user = userEvent.setup();
const { Router } = fakeRouter();
const tick = (name: string) => screen.getByRole("checkbox", { name });
const grid = (name: string) => screen.getByRole("grid", { name });
const stopsOf = (name: string) =>
  [...grid(name).querySelectorAll("a, button, input")].filter(
    (each) => each.getAttribute("tabindex") !== "-1",
  );

beforeEach(() => {
  sessionStorage.clear();
  render(
    <Router>
      <AccessScreen {...screenProps([])} />
    </Router>,
  );
});

it("stops with the Tab key at one place of each grid, which is where the keyboard was last", async () => {
  expect(stopsOf("Who may see what")).toEqual([tick("Can Register, Ana")]);
  expect(stopsOf("Companies and their Services")).toEqual([tick("Services, Winslow")]);
  act(() => tick("Can Register, Ana").focus());
  await user.keyboard("{ArrowDown}{ArrowRight}");
  expect(stopsOf("Who may see what")).toEqual([tick("Enquiries, Ben")]);
});

it("comes to names, headings and the row's menu by arrows", async () => {
  act(() => tick("Can Register, Ana").focus());
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(within(grid("Who may see what")).getByRole("link", { name: "Ana" })).toHaveFocus();
  await user.keyboard("{ArrowUp}");
  expect(screen.getByRole("link", { name: "Contact" })).toHaveFocus();
  await user.keyboard("{PageDown}{End}{ArrowRight}");
  expect(screen.getByRole("button", { name: "More for Ben" })).toHaveFocus();
  await user.keyboard("{PageUp}");
  expect(screen.getByRole("button", { name: "More for Ana" })).toHaveFocus();
});

it("opens the contact's menu by Enter on a tick, and goes back to the tick", async () => {
  act(() => tick("Invoices, Ben").focus());
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("menuitem", { name: "What will they see?" })).toBeInTheDocument();
  await user.keyboard("{Escape}");
  expect(tick("Invoices, Ben")).toHaveFocus();
  expect(tick("Invoices, Ben")).not.toBeChecked();
});

it("says under ? how to come to the menu", async () => {
  await user.keyboard("?");
  const keys = await screen.findByRole("dialog", { name: "Keys" });
  expect(within(keys).getByText("The contact's own menu; on a name, its page")).toBeInTheDocument();
});
