import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CredentialButtons } from "@/components/credentials/credential-buttons";
import type { CredentialActions, ShownPassword } from "@/components/credentials/person";
import type { ActionResult } from "@/lib/auth/action-result";

const SECRET = "maple-river-tonic-basil-42";
const made: ShownPassword = {
  email: "ana@winslow.example",
  password: SECRET,
  temporaryUntil: new Date("2026-11-24T12:00:00Z"),
  loginUrl: "https://portal.example/portal/winslow/login",
};
const place = { timeZone: "UTC", locale: "en-GB" };

type Answer = ActionResult<ShownPassword>;

/** The act's button for Ana, with what was sent to the server and what it answers. */
function open(answer: Answer = { ok: true, data: made }) {
  const sent: unknown[] = [];
  const action = (async (values: unknown) => {
    sent.push(values);
    return answer;
  }) as CredentialActions["set-temporary-password"];
  const actions = { "set-temporary-password": action } as CredentialActions;
  const person = { contactId: "c1", name: "Ana Trujillo", email: made.email, state: "none" } as const;
  render(
    <CredentialButtons
      person={person}
      acts={["set-temporary-password"]}
      actions={actions}
      place={place}
      temporaryHours={48}
    />,
  );
  return sent;
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

async function make() {
  await press("Create login…");
  await press("Create login");
  return screen.findByLabelText("Temporary password");
}

describe("making a temporary password", () => {
  it("generates one unless told otherwise, and shows it with login URL, copy buttons and the warning", async () => {
    const sent = open();
    expect(await make()).toHaveValue(SECRET);
    expect(sent).toEqual([{ contactId: "c1" }]);
    expect(screen.getByLabelText("Login URL")).toHaveValue(made.loginUrl);
    expect(screen.getAllByRole("button", { name: "Copy" })).toHaveLength(3);
    expect(screen.getByRole("dialog")).toHaveTextContent(/never in a shared group chat/);
    expect(screen.getByRole("dialog")).toHaveTextContent("24 Nov 2026, 12:00");
  });

  it("says beforehand for how long it will work", async () => {
    open();
    await press("Create login…");
    expect(screen.getByRole("dialog")).toHaveTextContent("which works for 48 hours");
  });

  it("sends the one that was entered", async () => {
    const sent = open();
    await press("Create login…");
    await userEvent.click(screen.getByLabelText("Enter a password"));
    await userEvent.type(screen.getByLabelText("Password"), "copper lantern walks to harbour");
    await press("Create login");
    expect(sent).toEqual([{ contactId: "c1", password: "copper lantern walks to harbour" }]);
  });

  it("says at the field why one that was entered is refused", async () => {
    const refusal = {
      code: "invalid",
      message: "Choose another password.",
      fields: { password: "Too easy." },
    };
    open({ ok: false, error: { ...refusal, code: "invalid" } });
    await press("Create login…");
    await userEvent.click(screen.getByLabelText("Enter a password"));
    await userEvent.type(screen.getByLabelText("Password"), "winslow winslow winslow");
    await press("Create login");
    expect(await screen.findByRole("alert")).toHaveTextContent("Too easy.");
    expect(screen.getByLabelText("Password")).toHaveAccessibleDescription("Too easy.");
  });

  it("asks before it is lost, and loses it for good", async () => {
    open();
    await make();
    await userEvent.keyboard("{Escape}");
    expect(await screen.findByText("Close and lose the password?")).toBeVisible();
    await press("Keep it open");
    expect(screen.getByLabelText("Temporary password")).toHaveValue(SECRET);
    await press("Done");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.body.innerHTML).not.toContain(SECRET);
    await press("Create login…");
    expect(screen.queryByLabelText("Temporary password")).toBeNull();
    expect(document.body.innerHTML).not.toContain(SECRET);
  });
});
