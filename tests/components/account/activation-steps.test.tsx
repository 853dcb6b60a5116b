import { render, screen } from "@testing-library/react";
import { ActivationSteps } from "@/components/account/activation-steps";
import type { Action } from "@/lib/auth/action";
import { fakeRouter } from "../ui/app-router";

const action = (() => Promise.resolve({ ok: true, data: null })) as Action<null>;

function steps(isChoosing: boolean) {
  const { Router } = fakeRouter();
  render(
    <Router>
      <ActivationSteps
        organisation={{ name: "Northwind" }}
        person={{ name: "Ana Trujillo", email: "ana@winslow.example" }}
        intro="Northwind has opened its portal to you."
        isChoosing={isChoosing}
        hidden={{ secret: "s" }}
        goOn={action}
        activate={action}
        least={18}
      >
        <p>The terms</p>
      </ActivationSteps>
    </Router>,
  );
}

it("greets by name and asks for no password before Continue is pressed", () => {
  steps(false);
  expect(screen.getByRole("heading", { name: "Welcome, Ana Trujillo" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Continue" })).toBeVisible();
  expect(screen.queryByLabelText("Password")).toBeNull();
});

it("then asks for a password as long as the organisation wants it, and for what else there is", () => {
  steps(true);
  expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(/At least 18 characters/);
  expect(screen.getByText("The terms")).toBeVisible();
  expect(screen.getByRole("button", { name: "Activate account" })).toBeVisible();
});
