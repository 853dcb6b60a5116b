"use client";

import { useRouter } from "next/navigation";
import type { CompanyKind } from "@/lib/companies/input";
import { kindWords } from "./company-words";

/** How a form on a page of its own leads back to its company: once saved, and by "Cancel". */
export function useWayBack({ id, kind }: { id: string; kind: CompanyKind }) {
  const router = useRouter();
  const href = `${kindWords[kind].path}/${id}`;
  return {
    onSaved: () => router.push(href),
    cancel: (
      <a className="btn btn-ghost" href={href}>
        Cancel
      </a>
    ),
  };
}
