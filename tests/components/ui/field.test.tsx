import { render, screen } from "@testing-library/react";
import { RadioGroup } from "@/components/ui/radio-group";
import { PasswordField, SelectField, TextField, TextareaField } from "@/components/ui/text-field";

describe.each([
  ["a text field", TextField],
  ["a text of several lines", TextareaField],
  ["a select", SelectField],
  ["a password", PasswordField],
])("%s", (_, Control) => {
  it("is found by its label and described by its help", () => {
    render(<Control name="place" label="Place" help="Where they are." />);
    const control = screen.getByLabelText("Place");
    expect(control).toHaveAccessibleDescription("Where they are.");
    expect(control).toHaveAttribute("id", "place");
    expect(control).toBeRequired();
    expect(control).not.toHaveAttribute("aria-invalid");
  });

  it("shows its error in place of the help, and is invalid", () => {
    render(<Control name="place" label="Place" help="Where they are." error="Say where they are." />);
    const control = screen.getByLabelText("Place");
    expect(control).toHaveAccessibleDescription("Say where they are.");
    expect(control).toBeInvalid();
    expect(screen.queryByText("Where they are.")).not.toBeInTheDocument();
  });

  it("says that it is optional, and is then not required", () => {
    render(<Control name="place" label="Place" optional />);
    expect(screen.getByLabelText("Place (optional)")).not.toBeRequired();
  });

  it("keeps to an id of its own when its name stands twice on a page", () => {
    render(
      <>
        <Control name="place" label="Place" help="First." />
        <Control name="place" id="drawer-place" label="Other place" help="Second." />
      </>,
    );
    expect(screen.getByLabelText("Other place")).toHaveAccessibleDescription("Second.");
  });
});

it("a group of choices is named by its question and described by its error", () => {
  render(<RadioGroup name="how" label="How?" error="Choose one." options={[{ value: "a", label: "So" }]} />);
  expect(screen.getByRole("group", { name: "How?" })).toHaveAccessibleDescription("Choose one.");
});
