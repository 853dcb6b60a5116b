import { explainHidden } from "@/lib/access/explain";
import { permissions, type PermissionId } from "@/lib/access/permissions";
import { canUse, type ContactAccess } from "@/lib/access/resolve-access";

/** As much of a contact's access as a preview asks for: of the server, or as it would be with staged changes. */
export type PreviewedAccess = Pick<ContactAccess, "audience" | "permissions">;

/** Something of the portal as the contact would see it; `change` says what the staged changes do to it. */
export type PreviewItem = {
  id: PermissionId;
  label: string;
  isTab: boolean;
  isOpen: boolean;
  change: "opens" | "closes" | null;
  /** Why it is hidden. */
  reason: string | null;
};

/** What a contact would see of the portal, in the order of its tabs, and what that changes about what they see now. */
export function previewItems(before: PreviewedAccess, after: PreviewedAccess = before): PreviewItem[] {
  return permissions[after.audience].map(({ id, label, tab }) => {
    const [was, isOpen] = [canUse(before, id), canUse(after, id)];
    const answer = after.permissions.get(id);
    return {
      id,
      label: tab?.label ?? label,
      isTab: tab !== null,
      isOpen,
      change: was === isOpen ? null : isOpen ? "opens" : "closes",
      reason: isOpen || !answer ? null : explainHidden(answer),
    };
  });
}
