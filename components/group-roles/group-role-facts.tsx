import { DescriptionList } from "@/components/ui/description-list";
import type { GroupRoleFormValues } from "@/lib/group-roles/input";
import { roleNames } from "./role-names";
import { fieldNamesOf, type GroupRoleAudience } from "./words";

/** A group role for those who may read but not edit it. */
export function GroupRoleFacts({
  values,
  audience = "contact",
}: {
  values: GroupRoleFormValues;
  audience?: GroupRoleAudience;
}) {
  const { name, code, description, roles } = values;
  const facts = { name, code, description, roles: roleNames(audience, roles) || "None" };
  return (
    <DescriptionList
      facts={Object.entries(facts).map(([field, detail]) => ({
        term: fieldNamesOf(audience)[field],
        detail,
      }))}
    />
  );
}
