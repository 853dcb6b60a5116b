import type { Tx } from "@/db/as-actor";

/** What a group role gives. */
export type Gives = { isActive: boolean; roles: readonly string[] };

/** How many of those who hold a group role gain something by what is done to it, and how many lose something. */
export type Effects = { gaining: number; losing: number };

/** What differs between group roles for contacts and those for staff: who holds them, and what that does. */
export type GroupRoleKind = {
  audience: "contact" | "staff";
  /** How many hold each group role that anybody holds, by id. */
  countAllMembers(tx: Tx): Promise<ReadonlyMap<string, number>>;
  countMembers(tx: Tx, groupRoleId: string): Promise<number>;
  /** How many would gain and lose something if the group role gave `after` instead of what it gives. */
  countEffects(tx: Tx, groupRole: Gives & { id: string }, after: Gives): Promise<Effects>;
  removeMembers(tx: Tx, groupRoleId: string): Promise<void>;
  /** What it gives, as people read it. */
  roleNames(roles: readonly string[]): string;
};
