import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PasswordField } from "@/components/ui/text-field";

it("shows and hides what was typed, and keeps it", async () => {
  const user = userEvent.setup();
  render(<PasswordField name="password" label="Password" autoComplete="new-password" />);
  const field = screen.getByLabelText("Password");
  await user.type(field, "copper lantern drift");
  expect(field).toHaveAttribute("type", "password");

  await user.click(screen.getByRole("button", { name: "Show password" }));
  expect(field).toHaveAttribute("type", "text");
  expect(field).toHaveValue("copper lantern drift");

  await user.click(screen.getByRole("button", { name: "Hide password" }));
  expect(field).toHaveAttribute("type", "password");
});

it("takes a pasted password and tells password managers what it is", async () => {
  const user = userEvent.setup();
  render(<PasswordField name="password" label="Password" autoComplete="current-password" />);
  const field = screen.getByLabelText("Password");
  await user.click(field);
  await user.paste("from a manager");
  expect(field).toHaveValue("from a manager");
  expect(field).toHaveAttribute("autocomplete", "current-password");
});

it("does not send the form when the password is shown", async () => {
  const sent = jest.fn();
  render(
    <form onSubmit={sent}>
      <PasswordField name="password" label="Password" />
    </form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(sent).not.toHaveBeenCalled();
});
