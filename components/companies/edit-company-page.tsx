"use client";

import type { ComponentProps } from "react";
import { EditCompanyForm } from "./edit-company-form";
import { useWayBack } from "./use-way-back";

/** The form of a company on a page of its own, which leads back to the company. */
export function EditCompanyPage(props: Pick<ComponentProps<typeof EditCompanyForm>, "company" | "action">) {
  return <EditCompanyForm {...props} {...useWayBack(props.company)} />;
}
