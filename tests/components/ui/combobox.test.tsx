import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Combobox, MultiCombobox } from "@/components/ui/combobox";
import type { Option } from "@/components/ui/use-suggestions";

const templates: Option[] = [
  { value: "1", label: "accountactivation-EJS", detail: "Account activation" },
  { value: "2", label: "passwordreset-EJS" },
  { value: "3", label: "welcome-EJS" },
];
const user = userEvent.setup();
const offered = () =>
  screen.getAllByRole("option").map((option) => option.firstChild?.firstChild?.textContent);

function sent(): string[] {
  const form = document.querySelector("form");
  if (!form) throw new Error("No form");
  return new FormData(form).getAll("template").map(String);
}

describe("a single type-ahead", () => {
  const show = (props: Partial<Parameters<typeof Combobox>[0]> = {}) => {
    const onSubmit = jest.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Combobox id="template" aria-label="Template" name="template" options={templates} {...props} />
        <button>Add</button>
      </form>,
    );
    return { field: screen.getByRole("combobox", { name: "Template" }), onSubmit };
  };

  it.each(["accountactivation", "ACCOUNT", "account activation", "vation-e"])(
    "finds the template by %p",
    async (words) => {
      const { field } = show();
      await user.type(field, words);
      expect(offered()).toEqual(["accountactivation-EJS"]);
    },
  );

  it("is filled with the keyboard alone and does not send the form", async () => {
    const { field, onSubmit } = show();
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(field).toHaveAttribute("aria-activedescendant", screen.getAllByRole("option")[1]?.id);
    await user.keyboard("{Enter}");
    expect(field).toHaveValue("passwordreset-EJS");
    expect(field).toHaveAttribute("aria-expanded", "false");
    expect(sent()).toEqual(["2"]);
    expect(onSubmit).not.toHaveBeenCalled();
    await user.keyboard("{Enter}");
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it("goes round from the last option to the first, and up from the first to the last", async () => {
    const { field } = show();
    await user.click(field);
    await user.keyboard("{ArrowUp}");
    expect(field).toHaveAttribute("aria-activedescendant", "template-options-2");
    await user.keyboard("{ArrowDown}");
    expect(field).toHaveAttribute("aria-activedescendant", "template-options-0");
  });

  it("is filled with the mouse", async () => {
    const { field } = show();
    await user.click(field);
    await user.click(screen.getByRole("option", { name: /welcome/ }));
    expect(sent()).toEqual(["3"]);
    expect(field).toHaveFocus();
  });

  it("forgets half a word when it is left, and keeps what was chosen", async () => {
    const { field } = show({ defaultValue: templates[0] });
    await user.clear(field);
    await user.type(field, "welc");
    await user.tab();
    expect(field).toHaveValue("accountactivation-EJS");
    expect(sent()).toEqual(["1"]);
  });

  it("means none when it is emptied or cleared", async () => {
    const { field } = show({ defaultValue: templates[0] });
    await user.clear(field);
    await user.tab();
    expect(sent()).toEqual([]);
  });

  it("can be cleared with its cross", async () => {
    show({ defaultValue: templates[0] });
    await user.click(screen.getByRole("button", { name: "Clear accountactivation-EJS" }));
    expect(sent()).toEqual([]);
  });

  it("says so when nothing fits", async () => {
    const { field } = show();
    await user.type(field, "zzz");
    expect(screen.getAllByText("Nothing found").length).toBeGreaterThan(0);
    expect(screen.queryByRole("option")).not.toBeInTheDocument();
  });
});

describe("a type-ahead for several", () => {
  const show = (defaultValue: Option[] = []) => {
    render(
      <form>
        <MultiCombobox
          id="template"
          aria-label="Template"
          name="template"
          options={templates}
          defaultValue={defaultValue}
        />
      </form>,
    );
    return screen.getByRole("combobox", { name: "Template" });
  };

  it("stays open for the next one and sends them all", async () => {
    const field = show();
    await user.type(field, "acc{Enter}wel{Enter}");
    expect(field).toHaveAttribute("aria-expanded", "true");
    expect(sent()).toEqual(["1", "3"]);
  });

  it("takes one out by choosing it again, by its cross, and the last by Backspace", async () => {
    const field = show(templates);
    await user.type(field, "pass{Enter}");
    expect(sent()).toEqual(["1", "3"]);
    await user.click(screen.getByRole("button", { name: "Remove accountactivation-EJS" }));
    expect(sent()).toEqual(["3"]);
    await user.type(field, "{Backspace}");
    expect(sent()).toEqual([]);
  });
});

describe("a type-ahead that asks the server", () => {
  it("offers the answer to the last question, whichever comes in last", async () => {
    const answers = new Map<string, (found: Option[]) => void>();
    const search = jest.fn(
      (query: string) => new Promise<Option[]>((resolve) => answers.set(query, resolve)),
    );
    render(<Combobox id="parent" aria-label="Parent" search={search} />);
    await user.type(screen.getByRole("combobox"), "win");
    await waitFor(() => expect(answers.has("win")).toBe(true));
    await user.type(screen.getByRole("combobox"), "slow");
    await waitFor(() => expect(answers.has("winslow")).toBe(true));
    answers.get("winslow")?.([{ value: "w", label: "Winslow Estates" }]);
    answers.get("win")?.([{ value: "x", label: "Windmill" }]);
    expect(await screen.findByRole("option", { name: "Winslow Estates" })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: "Windmill" })).not.toBeInTheDocument();
  });

  it("does not take an option of the question before on Enter", async () => {
    const onChange = jest.fn();
    const search = (query: string) =>
      query ? new Promise<Option[]>(() => {}) : Promise.resolve([{ value: "a", label: "Alfreds" }]);
    render(<Combobox id="parent" aria-label="Parent" search={search} onChange={onChange} />);
    await user.click(screen.getByRole("combobox"));
    await screen.findByRole("option", { name: "Alfreds" });
    await user.keyboard("win{Enter}");
    expect(onChange).not.toHaveBeenCalled();
  });

  it("says so when the server cannot be reached, and asks again", async () => {
    const search = jest
      .fn()
      .mockRejectedValueOnce(new Error("offline"))
      .mockResolvedValue([{ value: "w", label: "Winslow" }]);
    render(<Combobox id="parent" aria-label="Parent" search={search} />);
    await user.click(screen.getByRole("combobox"));
    expect((await screen.findAllByText(/could not be reached/)).length).toBeGreaterThan(0);
    await user.type(screen.getByRole("combobox"), "w");
    expect(await screen.findByRole("option", { name: "Winslow" })).toBeInTheDocument();
  });
});
