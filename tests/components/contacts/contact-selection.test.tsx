import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ContactSelection } from "@/components/contacts/contact-selection";
import type { Action } from "@/lib/auth/action";
import type { ActivationOutcome } from "@/lib/credentials/send-activations";
import "../ui/resize-observer";

const user = userEvent.setup();
type Sent = { outcomes: ActivationOutcome[] };

function open(outcomes: ActivationOutcome[]) {
  const asked: unknown[] = [];
  const action = ((input: unknown) => {
    asked.push(input);
    return Promise.resolve({ ok: true, data: { outcomes } });
  }) as Action<Sent>;
  render(
    <ContactSelection invitable={["a", "b"]} action={action}>
      {["a", "b", "c"].map((id) => (
        <input key={id} type="checkbox" name="pick" value={id} aria-label={id} />
      ))}
    </ContactSelection>,
  );
  return asked;
}

const choose = async (...ids: string[]) => {
  for (const id of ids) await user.click(screen.getByRole("checkbox", { name: id }));
  await user.click(screen.getByRole("button", { name: "Send activation e-mail" }));
};

it("asks with counts before it sends, and lists who was skipped and why", async () => {
  const asked = open([
    { contactId: "a", name: "Ana" },
    { contactId: "b", name: "Ben" },
    { contactId: "c", name: "Cleo", why: "Cleo has an active login already." },
  ]);
  await choose("a", "b", "c");
  const confirm = await screen.findByRole("alertdialog", { name: "Send 2 activation e-mails?" });
  expect(confirm).toHaveTextContent("One of those chosen cannot be invited now");
  expect(asked).toEqual([]);
  await user.click(within(confirm).getByRole("button", { name: "Send 2 activation e-mails" }));
  expect(asked).toEqual([{ contactIds: ["a", "b", "c"] }]);
  const outcome = await screen.findByRole("dialog", { name: "2 activation e-mails on the way" });
  expect(outcome).toHaveTextContent("Cleo has an active login already.");
});

it("says why when nobody chosen can be invited", async () => {
  open([{ contactId: "c", name: "Cleo", why: "Cleo has an active login already." }]);
  await choose("c");
  const outcome = await screen.findByRole("dialog", { name: "Nobody was sent an activation e-mail" });
  expect(outcome).toHaveTextContent("Cleo has an active login already.");
});
