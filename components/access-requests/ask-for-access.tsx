import { ActionForm, FormTextarea } from "@/components/forms/action-form";
import { Moment } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import type { CompanyKind } from "@/lib/companies/input";
import { kindWords } from "@/components/companies/company-words";

type LastRequest = { outcome: "granted" | "declined" | null; answer: string; createdAt: Date };

/** What stands in place of the grid for staff who see no company yet: create one, or wait until an administrator grants access. */
export function CreateOrWait({
  kind,
  canCreate,
  request,
  action,
  ...place
}: {
  kind: CompanyKind;
  canCreate: boolean;
  /** What they asked last. */
  request: LastRequest | null;
  action: Action<null>;
  timeZone: string;
  locale: string;
}) {
  const { one, path } = kindWords[kind];
  const it = one.toLowerCase();
  return (
    <div className="grid max-w-[960px] items-start gap-6">
      <div className="grid gap-1">
        <h2 className="text-base">No {it} is yours to see yet</h2>
        <p className="text-muted">
          Create one, or wait until an administrator grants you access to an existing one. It will then be
          listed here.
        </p>
      </div>
      <div className="grid items-start gap-6 md:grid-cols-2">
        {canCreate ? (
          <Card title={`Create a ${it}`}>
            <div className="grid justify-items-start gap-4">
              <p>You become its administrator and can let colleagues in.</p>
              <LinkButton variant="primary" href={`${path}/new`}>
                New {one}
              </LinkButton>
            </div>
          </Card>
        ) : null}
        <Card title="Wait for access">
          {request?.outcome === null ? (
            <Banner tone="info" title="Your request is with the administrators">
              Since <Moment at={request.createdAt} {...place} />. You get an e-mail as soon as they answer.
            </Banner>
          ) : (
            <div className="grid gap-4">
              {request?.outcome === "declined" ? (
                <Banner tone="warn" title="Your last request was declined">
                  {request.answer}
                </Banner>
              ) : null}
              <ActionForm action={action}>
                <FormTextarea
                  name="message"
                  label="Message to the administrators"
                  rows={3}
                  maxLength={500}
                  help={`Which ${it}s you need, and why.`}
                />
                <div>
                  <SubmitButton variant="secondary">Request access</SubmitButton>
                </div>
              </ActionForm>
            </div>
          )}
        </Card>
      </div>
    </div>
  );
}
