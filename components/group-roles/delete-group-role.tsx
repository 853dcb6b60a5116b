import { ActionForm } from "@/components/forms/action-form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { counted, kindWords, type GroupRoleAudience } from "./words";

/** Asks before a group role is deleted: how many hold it, and how many of them lose something by it. */
export function DeleteGroupRole({
  groupRole: { id, name },
  audience = "contact",
  reach: { members, losing },
  losers = [],
  action,
  locale,
}: {
  groupRole: { id: string; name: string };
  audience?: GroupRoleAudience;
  /** Who loses something, and what. */
  losers?: readonly { id: string; name: string; loses: readonly string[] }[];
  reach: { members: number; losing: number };
  action: Action<unknown>;
  locale: string;
}) {
  const keeping = members - losing;
  return (
    <ActionForm
      action={action}
      hidden={{ groupRoleId: id, members: String(members), losing: String(losing) }}
      className="grid gap-6"
    >
      <div className="grid gap-2">
        <p>
          {members === 0 ? (
            `${name} has no members: nobody loses anything.`
          ) : (
            <>
              {name} has <strong>{counted(members, "member", "members", locale)}</strong>.{" "}
              <strong>{losing === 0 ? "None" : losing.toLocaleString(locale)}</strong> of them{" "}
              {losing === 1 ? "loses" : "lose"} something that only {name} allows, at once, in open sessions
              too.
            </>
          )}
        </p>
        {members > 0 && keeping > 0 ? (
          <p className="text-muted">
            {counted(keeping, "member keeps", "members keep", locale)} everything,{" "}
            {audience === "contact"
              ? "because a tick or another group role decides."
              : "because they hold it otherwise as well."}
          </p>
        ) : null}
        {losers.length > 0 ? (
          <ul className="ml-5 list-disc">
            {losers.map((loser) => (
              <li key={loser.id}>{`${loser.name} loses ${loser.loses.join(", ")}`}</li>
            ))}
          </ul>
        ) : null}
        <p className="text-muted">
          This cannot be undone. To keep the members and give them nothing for a while, deactivate it instead.
        </p>
      </div>
      <FormActions>
        <SubmitButton variant="danger">Delete group role</SubmitButton>
        <a className="btn btn-ghost" href={`${kindWords[audience].path}/${id}`}>
          Cancel
        </a>
      </FormActions>
    </ActionForm>
  );
}
