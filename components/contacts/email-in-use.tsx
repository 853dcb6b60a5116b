"use client";

import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { useAttention } from "@/components/ui/use-attention";
import type { ActionError } from "@/lib/auth/action-result";

type Existing = { contactId: string; name: string; companyName: string; canLink: boolean };

/** The contact that a refusal says has the e-mail address already, or null when it says of none. */
export function existingContactIn(refusal: ActionError | undefined): Existing | null {
  const { contactId, name, companyName, canLink } = refusal?.details ?? {};
  if (refusal?.code !== "conflict" || typeof contactId !== "string") return null;
  return { contactId, name: String(name), companyName: String(companyName), canLink: canLink === true };
}

/** What can be done when an e-mail address exists: open its contact, or have the same login serve this company too. */
export function EmailInUse({
  existing: { contactId, name, companyName, canLink },
  onLink,
  pending,
}: {
  existing: Existing;
  onLink: () => void;
  pending: boolean;
}) {
  const place = useAttention<HTMLDivElement>(contactId);
  return (
    <div ref={place} tabIndex={-1} className="rounded-control">
      <Banner
        tone="bad"
        live
        title={`${name} has this e-mail address already`}
        actions={
          <>
            <LinkButton small href={`/contacts/${contactId}`}>
              Open {name}
            </LinkButton>
            {canLink ? (
              <SubmitButton
                small
                variant="secondary"
                name="link"
                value="on"
                onClick={onLink}
                pending={pending}
              >
                Link existing login to this company
              </SubmitButton>
            ) : null}
          </>
        }
      >
        {canLink
          ? `If this is the same person as at ${companyName}, one login can serve both: they choose the company after signing in.`
          : `They are a contact of ${companyName}.`}
      </Banner>
    </div>
  );
}
