import { permissionNames } from "@/lib/access/permissions";
import type { GroupRoleAudience } from "./words";

/** What a group role gives, as people read it. */
export const roleNames = (audience: GroupRoleAudience, roles: readonly string[]): string =>
  audience === "contact" ? permissionNames(roles) : roles.join(", ");
