"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { kindWords } from "./company-words";
import { EditCompanyForm } from "./edit-company-form";

/** The form of a company on a page of its own, which leads back to the company. */
export function EditCompanyPage({
  company,
  action,
}: Pick<ComponentProps<typeof EditCompanyForm>, "company" | "action">) {
  const href = `${kindWords[company.kind].path}/${company.id}`;
  const router = useRouter();
  return (
    <EditCompanyForm
      company={company}
      action={action}
      onSaved={() => router.push(href)}
      cancel={
        <a className="btn btn-ghost" href={href}>
          Cancel
        </a>
      }
    />
  );
}
