import { screen, within } from "@testing-library/react";
import { EditCompanyForm } from "@/components/companies/edit-company-form";
import type { ActionResult } from "@/lib/auth/action-result";
import { companyId, enter, field, formValues, press, saved, show, type Saved } from "./forms";

const values = formValues({ name: "Acme", code: "ACME", city: "Bern", phone: "031", billingCity: "Bonn" });
const theirs = { ...values, city: "Basel", phone: "061", parentId: companyId };
const stale: ActionResult<Saved> = {
  ok: false,
  error: {
    code: "stale",
    message: "Bo saved this company after you opened it.",
    details: {
      version: 4,
      theirs,
      differences: [
        { field: "city", theirs: "Basel", yours: "Chur", isTouched: true },
        { field: "phone", theirs: "061", yours: "031", isTouched: false },
        { field: "parentId", theirs: "Winslow Estates", yours: "", isTouched: false },
      ],
    },
  },
};

function open(answers: ActionResult<Saved>[]) {
  const closed: string[] = [];
  const company = { id: companyId, kind: "customer" as const, version: 3, values, parent: null };
  const shown = show(
    (action) => (
      <EditCompanyForm company={company} action={action} onSaved={() => closed.push("saved")} cancel={null} />
    ),
    answers,
  );
  return { ...shown, closed };
}

it("sends every field with the version it was opened on and what it held then", async () => {
  const { sent, closed } = open([saved]);
  await enter(/^City/, "Chur");
  await press("Save customer");
  expect(sent).toMatchObject([
    {
      ...values,
      city: "Chur",
      id: companyId,
      version: "3",
      base: JSON.stringify(values),
      billingPlace: "other",
    },
  ]);
  expect(closed).toEqual(["saved"]);
});

describe("a save that came too late", () => {
  it("says what they changed, keeps what was typed, and takes over what was not touched here", async () => {
    const { closed } = open([stale]);
    await enter(/^City/, "Chur");
    await press("Save customer");
    const notice = screen.getByRole("status");
    expect(notice).toHaveTextContent("Bo saved this company after you opened it.");
    expect(within(notice).getByText(/City is now “Basel”; you entered “Chur”/)).toBeInTheDocument();
    expect(field(/^City/)).toHaveValue("Chur");
    expect(field(/^Phone/)).toHaveValue("061");
    expect(screen.getByRole("combobox", { name: /^Parent company/ })).toHaveValue("Winslow Estates");
    expect(closed).toEqual([]);
  });

  it("goes through on top of theirs when one saves it anyway", async () => {
    const { sent, closed } = open([stale, saved]);
    await enter(/^City/, "Chur");
    await press("Save customer");
    await press("Save mine over it");
    expect(sent[1]).toMatchObject({
      ...{ city: "Chur", phone: "061", parentId: companyId },
      ...{ version: "4", base: JSON.stringify(theirs) },
    });
    expect(closed).toEqual(["saved"]);
  });

  it("gives way to theirs when one takes it", async () => {
    const { sent } = open([stale, saved]);
    await enter(/^City/, "Chur");
    await press("Save customer");
    await press("Take theirs");
    expect(screen.queryByRole("status")).not.toBeInTheDocument();
    expect(field(/^City/)).toHaveValue("Basel");
    await press("Save customer");
    expect(sent[1]).toMatchObject({ city: "Basel", version: "4" });
  });
});

it("says at the parent that it would close a circle", async () => {
  const parentId = "The parent company is this company itself or one of its own sites. Choose another one.";
  open([
    {
      ok: false,
      error: { code: "conflict", message: "Some entries need your attention.", fields: { parentId } },
    },
  ]);
  await press("Save customer");
  expect(screen.getByRole("combobox", { name: /^Parent company/ })).toHaveAccessibleDescription(parentId);
});
