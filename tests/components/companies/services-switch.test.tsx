import { render, screen } from "@testing-library/react";
import type { Action } from "@/lib/auth/action";
import { ServicesSwitch } from "@/components/companies/services-switch";

const switched = (() => Promise.resolve({ ok: true, data: null })) as Action<null>;
const given = { companyId: "1", on: false, because: "Off: never switched on" };

it("offers the switch to those who may use it", () => {
  render(<ServicesSwitch {...given} action={switched} />);
  expect(screen.getByRole("button", { name: "Switch Services on" })).toBeVisible();
});

it("tells everybody else the state, why, and who can change it", () => {
  render(<ServicesSwitch {...given} />);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText(/never switched on/)).toBeVisible();
  expect(screen.getByText("Switched by those who administer portal access.")).toBeVisible();
});
