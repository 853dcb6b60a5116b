"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { kindWords } from "./company-words";
import { SettingsForm } from "./settings-form";

/** The settings of a company on a page of their own, which leads back to the company. */
export function SettingsPage({
  company,
  action,
}: Pick<ComponentProps<typeof SettingsForm>, "company" | "action">) {
  const router = useRouter();
  const href = `${kindWords[company.kind].path}/${company.id}`;
  return (
    <SettingsForm
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
