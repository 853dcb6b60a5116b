import { DescriptionList } from "@/components/ui/description-list";
import { permissionNames } from "@/lib/access/permissions";
import type { GroupRoleFormValues } from "@/lib/group-roles/input";
import { fieldNames } from "./words";

/** A group role for those who may read but not edit it. */
export function GroupRoleFacts({ values }: { values: GroupRoleFormValues }) {
  const { name, code, description, roles } = values;
  const facts = { name, code, description, roles: permissionNames(roles) || "None" };
  return (
    <DescriptionList
      facts={Object.entries(facts).map(([field, detail]) => ({ term: fieldNames[field], detail }))}
    />
  );
}
