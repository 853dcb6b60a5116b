import { ActionForm } from "@/components/forms/action-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/auth/action";

type Member = { id: string; name: string; email: string; deactivatedAt: Date | null };

/** The colleagues who hold a group role; with `remove`, each can be taken out. */
export function StaffMembers({
  members,
  groupRoleId,
  remove,
}: {
  members: readonly Member[];
  groupRoleId: string;
  remove?: Action<unknown>;
}) {
  if (members.length === 0) return <p className="px-4 py-3 text-muted">Nobody holds this group role yet.</p>;
  return (
    <ul className="divide-y divide-line">
      {members.map(({ id, name, email, deactivatedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
          <span className="min-w-0 wrap-anywhere">
            <a className="text-link font-medium" href={`/staff/${id}`}>
              {name}
            </a>{" "}
            <span className="text-muted">{email}</span> {deactivatedAt ? <Badge>Deactivated</Badge> : null}
          </span>
          {remove ? (
            <ActionForm action={remove} hidden={{ groupRoleId, staffId: id }} className="grid gap-1">
              <Button type="submit" variant="ghost" small aria-label={`Remove ${name}`}>
                Remove
              </Button>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
