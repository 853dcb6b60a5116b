import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";
import type { MemberSuggestion } from "@/lib/group-roles/input";
import { kindWords, type GroupRoleAudience } from "./words";

/** Finds somebody and gives them the group role where there is no script to do it while one types. */
export function MemberFinder({
  groupRoleId,
  audience = "contact",
  query,
  found,
  action,
}: {
  groupRoleId: string;
  audience?: GroupRoleAudience;
  query: string;
  found: MemberSuggestion[] | null;
  action: Action<unknown>;
}) {
  const { path, person, idName } = kindWords[audience];
  return (
    <noscript>
      <form action={`${path}/${groupRoleId}`} className="grid gap-3">
        <TextField
          name="find"
          label={`Add a ${person}`}
          help="Type a part of the name or e-mail address."
          defaultValue={query}
        />
        <div>
          <Button type="submit">Find {person}</Button>
        </div>
      </form>
      {found?.length === 0 ? <p className="mt-3 text-muted">No {person} was found.</p> : null}
      <ul className="mt-3 grid gap-1">
        {found?.map(({ id, name, detail, isMember }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {name} <span className="text-muted">{detail}</span>
            </span>
            {isMember ? (
              <span className="text-muted">Member already</span>
            ) : (
              <ActionForm action={action} hidden={{ groupRoleId, [idName]: id }}>
                <Button type="submit" small aria-label={`Add ${name}`}>
                  Add
                </Button>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </noscript>
  );
}
