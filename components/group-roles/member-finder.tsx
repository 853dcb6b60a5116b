import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";
import type { MemberSuggestion } from "@/lib/group-roles/suggest-members";
import { PATH } from "./words";

/** Finds a contact and gives them the group role where there is no script to do it while one types. */
export function MemberFinder({
  groupRoleId,
  query,
  found,
  action,
}: {
  groupRoleId: string;
  query: string;
  found: MemberSuggestion[] | null;
  action: Action<unknown>;
}) {
  return (
    <noscript>
      <form action={`${PATH}/${groupRoleId}`} className="grid gap-3">
        <TextField
          name="find"
          label="Add a contact"
          help="Type a part of the name or e-mail address."
          defaultValue={query}
        />
        <div>
          <Button type="submit">Find contact</Button>
        </div>
      </form>
      {found?.length === 0 ? <p className="mt-3 text-muted">No contact was found.</p> : null}
      <ul className="mt-3 grid gap-1">
        {found?.map(({ id, name, companyName, isMember }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {name} <span className="text-muted">{companyName}</span>
            </span>
            {isMember ? (
              <span className="text-muted">Member already</span>
            ) : (
              <ActionForm action={action} hidden={{ groupRoleId, contactId: id }}>
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
