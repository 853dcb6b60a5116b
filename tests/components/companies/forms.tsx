import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";
import type { CompanyFormValues } from "@/lib/companies/form-values";
import type { CompanyKind } from "@/lib/companies/input";
import { fakeRouter } from "../ui/app-router";

export type Saved = { id: string; kind: CompanyKind; name: string };
type Sent = Record<string, unknown>;

export const user = userEvent.setup();
export const companyId = "01990000-0000-7000-8000-000000000001";
export const saved: ActionResult<Saved> = {
  ok: true,
  data: { id: companyId, kind: "customer", name: "Acme" },
};

/** The values of a form in which nothing is filled in but what is given. */
export function formValues(given: Partial<CompanyFormValues> = {}): CompanyFormValues {
  return {
    ...{ name: "", code: "", shortName: "", description: "", defaultDepartment: "" },
    ...{ status: "active", statusReason: "", email: "", phone: "", fax: "", website: "", groupChatUrl: "" },
    ...{ address: "", city: "", region: "", postalCode: "", country: "", vatNumber: "", parentId: "" },
    ...{ billingName: "", billingEmail: "", billingAddress: "", billingCity: "", billingRegion: "" },
    ...{ billingPostalCode: "", billingCountry: "" },
    ...given,
  };
}

/** Draws a form whose action gives these answers in turn; tells what was sent and where the page went. */
export function show(form: (action: Action<Saved>) => ReactElement, answers: ActionResult<Saved>[]) {
  const sent: Sent[] = [];
  const { went, Router } = fakeRouter();
  const action = ((values: Sent) => {
    sent.push({ ...values });
    return Promise.resolve(answers.shift());
  }) as Action<Saved>;
  const view = render(<Router>{form(action)}</Router>);
  return { sent, went, view };
}

export const field = (name: RegExp | string) => screen.getByRole("textbox", { name });
export const press = (name: string) => user.click(screen.getByRole("button", { name }));

/** Replaces what a field holds. */
export async function enter(name: RegExp | string, text: string) {
  await user.clear(field(name));
  await user.type(field(name), text);
}
