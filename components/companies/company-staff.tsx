import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";

type Place = { timeZone: string; locale: string };

/** A staff user who serves a company. */
export type ServingStaff = {
  id: string;
  name: string;
  email: string;
  level: "administrator" | "member";
  since: Date;
  deactivatedAt: Date | null;
};

const levelNames = { administrator: "Administrator", member: "Member" } as const;

/** The staff users who serve a company and, for its administrators, the means to grant and remove access. */
export function CompanyStaff({
  companyId,
  staff,
  assign,
  seesAll,
  ...place
}: {
  companyId: string;
  staff: readonly ServingStaff[];
  /** For those who administer the company. */
  assign?: Action<unknown>;
  /** Whether the roles of whoever looks show them colleagues. */
  seesAll: boolean;
} & Place) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(320px,420px)]">
      <Card title="Users" flush>
        {seesAll ? null : (
          <p className="border-b border-line px-4 py-3 text-muted">
            Your roles show you only yourself here, not your colleagues.
          </p>
        )}
        {staff.length === 0 ? (
          <p className="px-4 py-3 text-muted">
            Nobody is assigned. Staff whose roles reach every company see this one all the same.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {staff.map((user) => (
              <li
                key={user.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2"
              >
                <span>
                  <span className="font-medium">{user.name}</span>{" "}
                  <span className="text-muted">{user.email}</span>
                  <span className="block text-small text-muted">
                    since <Moment at={user.since} {...place} />
                  </span>
                </span>
                <span className="flex flex-wrap items-center gap-2">
                  {user.deactivatedAt ? <Badge tone="neutral">Deactivated</Badge> : null}
                  <Badge tone={user.level === "administrator" ? "info" : "neutral"}>
                    {levelNames[user.level]}
                  </Badge>
                  {assign ? <UserActs companyId={companyId} user={user} assign={assign} /> : null}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {assign ? <GrantForm companyId={companyId} action={assign} /> : null}
    </div>
  );
}

function UserActs({
  companyId,
  user,
  assign,
}: {
  companyId: string;
  user: ServingStaff;
  assign: Action<unknown>;
}) {
  const other = user.level === "administrator" ? "member" : "administrator";
  const as = (level: string) => ({ companyId, email: user.email, level });
  return (
    <>
      <ActionForm action={assign} hidden={as(other)} className="grid gap-2">
        <SubmitButton small variant="ghost" aria-label={`Make ${user.name} ${other}`}>
          Make {other}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={assign} hidden={as("none")} className="grid gap-2">
        <SubmitButton small variant="ghost" aria-label={`Remove the access of ${user.name}`}>
          Remove
        </SubmitButton>
      </ActionForm>
    </>
  );
}

function GrantForm({ companyId, action }: { companyId: string; action: Action<unknown> }) {
  return (
    <Card title="Access of a colleague">
      <ActionForm action={action} hidden={{ companyId }}>
        <FormTextField
          name="email"
          type="email"
          label="Their e-mail address"
          help="The one with which they sign in here. What they may do is decided by their roles."
          autoComplete="off"
        />
        <SelectField
          name="level"
          label="As"
          defaultValue="member"
          options={[
            { value: "member", label: "Member: works with the company" },
            { value: "administrator", label: "Administrator: also edits it and grants access" },
            { value: "none", label: "No access of their own any more" },
          ]}
        />
        <div>
          <SubmitButton>Save access</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
