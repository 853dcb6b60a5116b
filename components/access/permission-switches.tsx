import { Switch } from "@/components/ui/checkbox";
import type { Permission } from "@/lib/access/permissions";
import { cellKey } from "./access-tick";
import type { TickGridProps } from "./contact-grid";

/** A switch for each permission of one contact, with the reason below it. */
export function PermissionSwitches({
  contactId,
  permissions,
  viewOf,
  isReadOnly,
  onPress,
}: Pick<TickGridProps, "viewOf" | "onPress"> & {
  contactId: string;
  permissions: readonly Permission[];
  isReadOnly?: boolean;
}) {
  return permissions.map(({ id, label }) => {
    const view = viewOf(contactId, id);
    if (!view) return null;
    return (
      <Switch
        key={id}
        label={view.isStaged ? `${label} (staged)` : label}
        help={view.why}
        checked={view.isOn}
        disabled={isReadOnly}
        onChange={() => onPress({ kind: "toggle", cell: cellKey(contactId, id) })}
      />
    );
  });
}
