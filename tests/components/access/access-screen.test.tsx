import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AccessScreen } from "@/components/access/access-screen";
import type { AccessScreenProps } from "@/components/access/screen-props";
import { entry, screenProps } from "./screen-props";
import { fakeRouter } from "../ui/app-router";

const user = userEvent.setup();
const { Router } = fakeRouter();
const show = (props: AccessScreenProps) =>
  render(
    <Router>
      <AccessScreen {...props} />
    </Router>,
  );
const tick = (name: string) => screen.getByRole("checkbox", { name });
const tray = () => screen.queryByRole("region", { name: "Staged changes" });

beforeEach(() => sessionStorage.clear());

it("shows what is allowed, and why, when the keyboard comes to a cell", async () => {
  show(screenProps([entry({})]));
  expect(tick("Invoices, Ana")).toBeChecked();
  expect(tick("Place Orders, Ana")).not.toBeChecked();
  act(() => tick("Invoices, Ana").focus());
  await waitFor(() =>
    expect(tick("Invoices, Ana")).toHaveAccessibleDescription(
      "Allowed by ‘Enable Invoices for all customer contacts’ (Ada, 3 Nov 2026)",
    ),
  );
});

it("stages a tick, previews it, and takes it back when it is pressed again", async () => {
  show(screenProps([entry({})]));
  await user.click(tick("Invoices, Ana"));
  expect(tick("Invoices, Ana, staged")).not.toBeChecked();
  expect(tick("Invoices, Ben")).toBeChecked();
  expect(within(tray() as HTMLElement).getByText("Ana: Invoices off")).toBeInTheDocument();
  await user.click(tick("Invoices, Ana, staged"));
  expect(tick("Invoices, Ana")).toBeChecked();
  expect(tray()).toBeNull();
});

it("brings the staged list back after a reload, and drops it once it is saved", async () => {
  const saved: unknown[] = [];
  const props = screenProps([], {
    save: async (asked) => {
      saved.push(asked);
      return { ok: true, data: { changeId: 3, summary: "Ana: Invoices on" } };
    },
  });
  const first = show(props);
  await user.click(tick("Invoices, Ana"));
  first.unmount();
  show(props);
  expect(await screen.findByRole("checkbox", { name: "Invoices, Ana, staged" })).toBeChecked();
  await user.click(screen.getByRole("button", { name: "Update" }));
  await waitFor(() => expect(tray()).toBeNull());
  expect(saved).toMatchObject([
    {
      audience: "customer",
      basis: { changeId: 2 },
      operations: [{ subject: "invoices", effect: "allow" }],
    },
  ]);
  expect(sessionStorage).toHaveLength(0);
});

it("keeps the staged list when the save is refused, and says what is in the way", async () => {
  const meeting = {
    operation: 0,
    what: "change",
    summary: "Disable Invoices for Winslow",
    by: "Bob",
    at: new Date(),
    changeId: 3,
  };
  const details = {
    kind: "access-met",
    basis: { changeId: 3, at: new Date(), snapshot: "3:3:" },
    meetings: [meeting],
  };
  const asked: number[] = [];
  show(
    screenProps([], {
      save: async ({ basis }) => {
        asked.push(basis.changeId);
        if (basis.changeId === 3) return { ok: true, data: { changeId: 4, summary: "Ana: Invoices on" } };
        return { ok: false, error: { code: "conflict", message: "Bob changed the same.", details } };
      },
    }),
  );
  await user.click(tick("Invoices, Ana"));
  await user.click(screen.getByRole("button", { name: "Update" }));
  const dialog = await screen.findByRole("dialog", { name: "Somebody changed the same in the meantime" });
  expect(within(dialog).getByText("Ana: Invoices on")).toBeInTheDocument();
  expect(within(dialog).getByText("Disable Invoices for Winslow")).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Update anyway" }));
  await waitFor(() => expect(tray()).toBeNull());
  expect(asked).toEqual([2, 3]);
});

it("ticks by keyboard: arrows move, space ticks, shift and space a range, Backspace leaves it to group roles", async () => {
  show(screenProps([]));
  act(() => tick("Can Register, Ana").focus());
  await user.keyboard("{ArrowRight} ");
  expect(tick("Enquiries, Ana, staged")).toBeChecked();
  await user.keyboard("{ArrowDown}{ArrowRight}{Shift>} {/Shift}");
  for (const name of ["Enquiries, Ben", "Quotations, Ana", "Quotations, Ben"])
    expect(tick(`${name}, staged`)).toBeChecked();
  await user.keyboard("{Home}{Backspace}");
  expect(tick("Can Register, Ben, staged")).not.toBeChecked();
  expect(within(tray() as HTMLElement).getByText("5 staged changes")).toBeInTheDocument();
});

it("says exactly whom an act of the menu reaches before it stages it for everyone", async () => {
  show(screenProps([]));
  await user.click(screen.getByRole("button", { name: "Menu" }));
  await user.click(await screen.findByRole("menuitem", { name: "Enable full access…" }));
  const dialog = await screen.findByRole("dialog", { name: "Enable Full access" });
  expect(
    await within(dialog).findByText(/Activating Full access: 1 customer, 2 contacts/),
  ).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Enable Full access" }));
  expect(tick("Place Orders, Ben, staged")).toBeChecked();
  expect(tick("Services, Winslow, staged")).toBeChecked();
});

it("keeps the keyboard's place when the tray goes away under it", async () => {
  show(screenProps([]));
  await user.click(tick("Invoices, Ana"));
  await user.keyboard("{ArrowDown} {Control>}{Enter}{/Control}");
  const inTray = within(tray() as HTMLElement);
  expect(inTray.getByRole("button", { name: "Update" })).toHaveFocus();
  await user.tab({ shift: true });
  await user.tab({ shift: true });
  await user.keyboard("{Enter}");
  await user.tab();
  await user.tab();
  await user.tab();
  expect(inTray.getByRole("button", { name: "Take out: Ana: Invoices on" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(inTray.getByRole("button", { name: /^1 staged change/ })).toHaveFocus();
  await user.tab();
  await user.keyboard("{Enter}");
  expect(tray()).toBeNull();
  expect(tick("Invoices, Ben")).toHaveFocus();
});

it("disables one permission for many, or gives it back to group roles, from the same menu", async () => {
  show(screenProps([entry({})]));
  await user.click(screen.getByRole("button", { name: "Menu" }));
  await user.click(await screen.findByRole("menuitem", { name: "Invoices…" }));
  const dialog = await screen.findByRole("dialog", { name: "Enable Invoices" });
  await user.click(within(dialog).getByRole("radio", { name: "Back to group roles" }));
  expect(
    await within(dialog).findByRole("button", { name: "Invoices back to group roles" }),
  ).toBeInTheDocument();
  await user.click(within(dialog).getByRole("radio", { name: "Disable" }));
  expect(within(dialog).queryByLabelText(/Last day/)).toBeNull();
  await within(dialog).findByText(/Deactivating Invoices: 1 customer, 2 contacts/);
  await user.click(within(dialog).getByRole("button", { name: "Disable Invoices" }));
  expect(tick("Invoices, Ana, staged")).not.toBeChecked();
});

it("switches Services from the menu for companies, not for their contacts", async () => {
  show(screenProps([]));
  await user.click(screen.getByRole("button", { name: "Menu" }));
  await user.click(await screen.findByRole("menuitem", { name: "Services…" }));
  const dialog = await screen.findByRole("dialog", { name: "Enable Services" });
  expect(within(dialog).getByRole("radio", { name: "All customers" })).toBeChecked();
  expect(within(dialog).queryByRole("radio", { name: "Back to group roles" })).toBeNull();
});

it("asks for the number typed when more than a thousand lose access", async () => {
  show(
    screenProps([entry({})], {
      measure: async () => ({
        ok: true,
        data: {
          companies: 9,
          contacts: 1204,
          gain: 0,
          lose: 1204,
          unchanged: 0,
          withoutEffect: [],
          needsTyping: true,
        },
      }),
    }),
  );
  await user.click(screen.getByRole("button", { name: "Menu" }));
  await user.click(await screen.findByRole("menuitem", { name: "Disable full access…" }));
  const dialog = await screen.findByRole("dialog", { name: "Disable Full access" });
  const act = within(dialog).getByRole("button", { name: "Disable Full access" });
  const field = await within(dialog).findByLabelText(/To go on/);
  expect(act).toBeDisabled();
  await user.type(field, "1,204");
  expect(act).toBeEnabled();
});

it("changes nothing for those who may only look", async () => {
  show({ ...screenProps([entry({})]), mayAdminister: false });
  await user.click(tick("Invoices, Ana"));
  expect(tick("Invoices, Ana")).toBeChecked();
  expect(screen.queryByRole("button", { name: "Menu" })).toBeNull();
});
