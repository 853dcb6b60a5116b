import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { Moment } from "@/components/time/moment";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField } from "@/components/ui/text-field";
import type { OpenRequest } from "@/lib/access-requests/queries";
import type { Action } from "@/lib/auth/action";

type Acts = { grant: Action<unknown>; decline: Action<unknown> };

/** The requests for access that wait, each with the means to grant it or to decline. */
export function OpenRequests({
  requests,
  acts,
  ...place
}: {
  requests: readonly OpenRequest[];
  acts: Acts;
  timeZone: string;
  locale: string;
}) {
  if (requests.length === 0)
    return (
      <EmptyState title="Nobody is waiting">
        A colleague who sees no company yet can ask for access. Their requests appear here, and you get an
        e-mail.
      </EmptyState>
    );
  return (
    <ul className="grid gap-6">
      {requests.map((request) => (
        <li key={request.id}>
          <Card title={request.name}>
            <div className="grid gap-4">
              <p className="text-muted">
                {request.email}, asked <Moment at={request.createdAt} {...place} />
              </p>
              {request.message ? (
                <p className="whitespace-pre-line wrap-anywhere">{request.message}</p>
              ) : null}
              <Answers requestId={request.id} {...acts} />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Answers({ requestId, grant, decline }: { requestId: string } & Acts) {
  return (
    <div className="grid items-start gap-6 md:grid-cols-2">
      <ActionForm action={grant} hidden={{ requestId }}>
        <FormTextField
          name="codes"
          id={`codes-${requestId}`}
          label="Customer or supplier IDs"
          help="Several with commas between them."
          autoComplete="off"
        />
        <SelectField
          name="level"
          id={`level-${requestId}`}
          label="As"
          defaultValue="member"
          options={[
            { value: "member", label: "Member: works with the company" },
            { value: "administrator", label: "Administrator: also edits it and grants access" },
          ]}
        />
        <div>
          <SubmitButton>Grant access</SubmitButton>
        </div>
      </ActionForm>
      <ActionForm action={decline} hidden={{ requestId }}>
        <FormTextField
          name="answer"
          id={`answer-${requestId}`}
          label="Why not"
          help="They are told by e-mail."
          maxLength={300}
          autoComplete="off"
        />
        <div>
          <SubmitButton variant="secondary">Decline</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
