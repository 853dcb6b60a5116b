import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ContactSelection } from "@/components/contacts/contact-selection";
import type { Action } from "@/lib/auth/action";

const user = userEvent.setup();

it("hands the chosen contacts on, to be looked at before anything is sent", async () => {
  const asked: string[][] = [];
  const action = ((_: unknown, form: FormData) => {
    asked.push(form.getAll("contactIds").map(String));
    return Promise.resolve({ ok: true, data: null });
  }) as Action<unknown>;
  render(
    <ContactSelection action={action}>
      {["a", "b", "c"].map((id) => (
        <input key={id} type="checkbox" name="pick" value={id} aria-label={id} />
      ))}
    </ContactSelection>,
  );
  expect(screen.queryByRole("button", { name: /Send activation/ })).not.toBeInTheDocument();
  for (const id of ["a", "c"]) await user.click(screen.getByRole("checkbox", { name: id }));
  await user.click(screen.getByRole("button", { name: "Send activation e-mail…" }));
  await waitFor(() => expect(asked).toEqual([["a", "c"]]));
});
