import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ErrorSummary, type FormProblem } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";

function Form({ problems }: { problems: FormProblem[] }) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <TextField name="name" label="Name" />
      <TextField name="email" label="E-mail" />
    </>
  );
}
const nameMissing = { field: "name", message: "Enter a name." };
const emailTaken = { field: "email", message: "This e-mail is taken." };

it("is not there while nothing is wrong", () => {
  render(<Form problems={[]} />);
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("takes the focus when something turns out to be wrong, and again when something else does", async () => {
  const { rerender } = render(<Form problems={[]} />);
  await userEvent.click(screen.getByLabelText("Name"));
  rerender(<Form problems={[nameMissing]} />);
  expect(screen.getByRole("alert")).toHaveFocus();

  await userEvent.click(screen.getByLabelText("Name"));
  rerender(<Form problems={[{ ...nameMissing }]} />);
  expect(screen.getByLabelText("Name")).toHaveFocus();
  rerender(<Form problems={[emailTaken]} />);
  expect(screen.getByRole("alert")).toHaveFocus();
});

it("leads to the field that each line is about", async () => {
  render(<Form problems={[nameMissing, emailTaken]} />);
  expect(screen.getByRole("heading")).toHaveTextContent("2 things need your attention");
  await userEvent.click(screen.getByRole("link", { name: "This e-mail is taken." }));
  expect(screen.getByLabelText("E-mail")).toHaveFocus();
});

it("says what is wrong with the form as a whole without a link", () => {
  render(<Form problems={[{ message: "The customer was changed meanwhile." }]} />);
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
  expect(screen.getByRole("alert")).toHaveTextContent("The customer was changed meanwhile.");
});
