"use client";

import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import { CompanyForm, type CompanyFormProps } from "./company-form";
import { kindWords } from "./company-words";

/** The form on a page of its own: afterwards it leads to the company. */
export function CompanyFormPage({
  cancelHref,
  ...form
}: Omit<CompanyFormProps, "onDone" | "cancel"> & { cancelHref: string }) {
  const router = useRouter();
  return (
    <CompanyForm
      {...form}
      onDone={({ id, kind, name }) => {
        toast(form.editing ? `${name} is saved` : `${name} is created`);
        router.push(`${kindWords[kind].path}/${id}`);
      }}
      cancel={
        <a className="btn btn-ghost" href={cancelHref}>
          Cancel
        </a>
      }
    />
  );
}
