import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";

/** A staff user with what they are to a company or a project. */
export type StaffOfLevel = {
  id: string;
  name: string;
  email: string;
  level: "administrator" | "member";
  since: Date;
  deactivatedAt: Date | null;
};

/** How the levels are changed: the action, what it concerns, and the words for it. */
export type LevelActs = {
  action: Action<unknown>;
  hidden: Record<string, string>;
  /** What the button that takes somebody's level away is called for screen readers. */
  removeName: (name: string) => string;
  form: {
    title: string;
    help: string;
    button: string;
    levels: Record<"member" | "administrator" | "none", string>;
  };
};

/** Staff users with their levels and, for those who may, the means to change them. */
export function StaffLevels({
  title,
  note,
  empty,
  staff,
  acts,
  ...place
}: {
  title: string;
  note?: string;
  empty: string;
  staff: readonly StaffOfLevel[];
  acts?: LevelActs;
} & Place) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(320px,420px)]">
      <Card title={title} flush>
        {note ? <p className="border-b border-line px-4 py-3 text-muted">{note}</p> : null}
        {staff.length === 0 ? (
          <p className="px-4 py-3 text-muted">{empty}</p>
        ) : (
          <ul className="divide-y divide-line">
            {staff.map((user) => (
              <StaffLine key={user.id} user={user} acts={acts} {...place} />
            ))}
          </ul>
        )}
      </Card>
      {acts ? <LevelForm {...acts} /> : null}
    </div>
  );
}

function StaffLine({ user, acts, ...place }: { user: StaffOfLevel; acts?: LevelActs } & Place) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
      <span>
        <span className="font-medium">{user.name}</span> <span className="text-muted">{user.email}</span>
        <span className="block text-small text-muted">
          since <Moment at={user.since} {...place} />
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {user.deactivatedAt ? <Badge tone="neutral">Deactivated</Badge> : null}
        <Badge tone={user.level === "administrator" ? "info" : "neutral"}>
          {user.level === "administrator" ? "Administrator" : "Member"}
        </Badge>
        {acts ? <LineActs user={user} acts={acts} /> : null}
      </span>
    </li>
  );
}

function LineActs({ user, acts: { action, hidden, removeName } }: { user: StaffOfLevel; acts: LevelActs }) {
  const other = user.level === "administrator" ? "member" : "administrator";
  const as = (level: string) => ({ ...hidden, email: user.email, level });
  return (
    <>
      <ActionForm action={action} hidden={as(other)} className="grid gap-2">
        <SubmitButton small variant="ghost" aria-label={`Make ${user.name} ${other}`}>
          Make {other}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={action} hidden={as("none")} className="grid gap-2">
        <SubmitButton small variant="ghost" aria-label={removeName(user.name)}>
          Remove
        </SubmitButton>
      </ActionForm>
    </>
  );
}

function LevelForm({ action, hidden, form: { title, help, button, levels } }: LevelActs) {
  return (
    <Card title={title}>
      <ActionForm action={action} hidden={hidden}>
        <FormTextField
          name="email"
          type="email"
          label="Their e-mail address"
          help={help}
          autoComplete="off"
        />
        <SelectField
          name="level"
          label="As"
          defaultValue="member"
          options={(["member", "administrator", "none"] as const).map((value) => ({
            value,
            label: levels[value],
          }))}
        />
        <div>
          <SubmitButton>{button}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
