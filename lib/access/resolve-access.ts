import {
  hiddenName,
  permissions,
  portalModule,
  SERVICES,
  type Audience,
  type Permission,
  type PermissionId,
} from "./permissions";

/** A line of the ledger together with what is told of the change that it belongs to. */
export type LedgerEntry = {
  changeId: number;
  position: number;
  audience: Audience;
  scope: "everyone" | "company" | "contact";
  companyId: string | null;
  contactId: string | null;
  permission: string;
  effect: "allow" | "deny" | "inherit";
  /** The last day on which it counts, as "2026-11-03" in the organisation's time zone. */
  lastDay: string | null;
  summary: string;
  madeBy: string;
  madeAt: Date;
  isUndone: boolean;
};

/** Whom access is asked of, with everything besides the ledger that has a say in it. */
export type AccessSubject = {
  contactId: string;
  audience: Audience;
  isActive: boolean;
  accessSince: number;
  company: { id: string; accessSince: number; isClosed: boolean };
  groupRoles: readonly { name: string; isActive: boolean; roles: readonly string[] }[];
  /** The modules that the organisation offers. */
  modules: readonly string[];
  /** What its portal settings hide, by `hiddenName`. */
  hidden: readonly string[];
};

/** What decided: an entry, group roles, or nothing at all. */
export type Because =
  | { kind: "entry"; entry: LedgerEntry }
  | { kind: "group-roles"; names: string[] }
  | { kind: "no-group-role"; entry: LedgerEntry }
  | { kind: "never-granted" };

/** What keeps an allowed permission from having an effect. */
export type Obstacle =
  "portal-off" | "module-off" | "hidden" | "services-off" | "contact-deactivated" | "company-closed";

/** Whether a permission is allowed, whether it can be used right now, and why. */
export type AccessAnswer = {
  allowed: boolean;
  usable: boolean;
  because: Because;
  obstacles: readonly Obstacle[];
};

/** Whether the portal is on for a company, and why. */
export type ServicesAnswer = { on: boolean; because: Because };

/** A contact's answer for every permission of its audience, and for the portal of its company. */
export type ContactAccess = {
  contactId: string;
  audience: Audience;
  services: ServicesAnswer;
  permissions: ReadonlyMap<PermissionId, AccessAnswer>;
};

/** Decides every permission of a contact from its ledger entries as of `today` ("2026-11-03", in the organisation's time zone). */
export function resolveAccess(
  subject: AccessSubject,
  entries: readonly LedgerEntry[],
  today: string,
): ContactAccess {
  const standing = entries.filter((entry) => stands(entry, today) && covers(entry, subject));
  const services = resolveServices({ ...subject.company, audience: subject.audience }, entries, today);
  const general = generalObstacles(subject, services.on);
  const answers = permissions[subject.audience].map((permission): [PermissionId, AccessAnswer] => {
    const decision = decide(permission, subject, standing);
    const obstacles = moduleObstacles(permission, subject).concat(general);
    return [permission.id, { ...decision, obstacles, usable: decision.allowed && obstacles.length === 0 }];
  });
  return {
    contactId: subject.contactId,
    audience: subject.audience,
    services,
    permissions: new Map(answers),
  };
}

/** Decides whether the portal is on for a company: no entry for a single contact has a say in it, and no group role gives it. */
export function resolveServices(
  company: { id: string; audience: Audience; accessSince: number },
  entries: readonly LedgerEntry[],
  today: string,
): ServicesAnswer {
  const covering = entries.filter(
    (entry) =>
      stands(entry, today) &&
      entry.audience === company.audience &&
      (entry.scope === "everyone" || (entry.scope === "company" && entry.companyId === company.id)),
  );
  const entry = latest(covering, SERVICES, company.accessSince);
  if (!entry) return { on: false, because: { kind: "never-granted" } };
  return { on: entry.effect === "allow", because: { kind: "entry", entry } };
}

/** Whether the contact can use that permission right now; false for a permission of the other audience. */
export function canUse(access: Pick<ContactAccess, "permissions">, permission: PermissionId): boolean {
  return access.permissions.get(permission)?.usable ?? false;
}

function stands(entry: LedgerEntry, today: string): boolean {
  return !entry.isUndone && (entry.lastDay === null || entry.lastDay >= today);
}

function covers(entry: LedgerEntry, subject: AccessSubject): boolean {
  if (entry.audience !== subject.audience) return false;
  if (entry.scope === "company") return entry.companyId === subject.company.id;
  return entry.scope === "everyone" || entry.contactId === subject.contactId;
}

function latest(entries: readonly LedgerEntry[], permission: string, since: number): LedgerEntry | undefined {
  return entries
    .filter((entry) => entry.permission === permission && entry.changeId >= since)
    .reduce<LedgerEntry | undefined>(
      (last, entry) => (last && comesAfter(last, entry) ? last : entry),
      undefined,
    );
}

function comesAfter(one: LedgerEntry, other: LedgerEntry): boolean {
  return one.changeId === other.changeId ? one.position > other.position : one.changeId > other.changeId;
}

function decide(permission: Permission, subject: AccessSubject, standing: readonly LedgerEntry[]) {
  const entry = latest(standing, permission.id, subject.accessSince);
  if (entry && entry.effect !== "inherit")
    return { allowed: entry.effect === "allow", because: { kind: "entry", entry } satisfies Because };
  const names = subject.groupRoles
    .filter((role) => role.isActive && role.roles.includes(permission.id))
    .map((role) => role.name);
  if (names.length > 0) return { allowed: true, because: { kind: "group-roles", names } satisfies Because };
  const because: Because = entry ? { kind: "no-group-role", entry } : { kind: "never-granted" };
  return { allowed: false, because };
}

function moduleObstacles({ id, module }: Permission, subject: AccessSubject): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (module && !subject.modules.includes(module)) obstacles.push("module-off");
  if (subject.hidden.includes(hiddenName(subject.audience, id))) obstacles.push("hidden");
  return obstacles;
}

function generalObstacles(subject: AccessSubject, servicesOn: boolean): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (!subject.modules.includes(portalModule[subject.audience])) obstacles.push("portal-off");
  if (!servicesOn) obstacles.push("services-off");
  if (!subject.isActive) obstacles.push("contact-deactivated");
  if (subject.company.isClosed) obstacles.push("company-closed");
  return obstacles;
}
