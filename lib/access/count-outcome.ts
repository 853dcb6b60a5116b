import type { Tx } from "@/db/as-actor";
import { withHashing, withMerging } from "@/db/planning";
import { Refusal } from "@/lib/platform/errors";
import { subjectsOf, type MeasureInput, type Operation } from "./operations";
import { findOutcomeFacts, maskOf, type OutcomeFacts } from "./outcome-facts";
import { outcomeQuery, reachesMany, type Doing } from "./outcome-query";
import { findPermission, permissions, SERVICES, type Audience, type PermissionId } from "./permissions";
import type { Obstacle } from "./resolve-access";

/** What an operation would do, in exact numbers of those whom the transaction can see. */
export type Outcome = {
  /** Companies reached; for Services, those whose portal switches. */
  companies: number;
  /** Contacts reached, with or without a difference to them; for Services, those of the companies that switch. */
  contacts: number;
  gain: number;
  lose: number;
  unchanged: number;
  /** Who would be allowed something by it without being able to use any of that, by what stands in the way first. */
  withoutEffect: { reason: Obstacle; contacts: number }[];
};

/**
 * Counts what an operation would do to the ledger as it is saved. A contact gains when some permission becomes allowed or usable that was
 * not, and loses when one stops being so; it can do both only when full access is left to group roles.
 */
export async function countOutcome(tx: Tx, { audience, operation }: MeasureInput): Promise<Outcome> {
  const said = spokenOf(audience, operation);
  const isSingle = said.length > 0 && said.length < permissions[audience].length;
  const looked = isSingle ? said : permissions[audience].map(({ id }) => id);
  const facts = await findOutcomeFacts(tx, audience, looked);
  const doing = doingOf(operation, audience, facts, said);
  const planned = reachesMany(doing.reach) ? withMerging : withHashing;
  const { rows } = await planned(tx, () => tx.execute<Counted>(outcomeQuery(facts, doing)));
  const { companies = 0, kinds = [] } = rows[0] ?? {};
  return { companies, ...summed(kinds) };
}

/** What has ended before it begins does nothing to those whom it reaches. */
function doingOf(operation: Operation, audience: Audience, facts: OutcomeFacts, said: PermissionId[]): Doing {
  const { subject, effect, reach, lastDay } = operation;
  const hasEnded = lastDay !== null && lastDay < facts.today;
  const isForServices = !hasEnded && subjectsOf(operation, audience).includes(SERVICES);
  return {
    reach,
    effect,
    mask: hasEnded ? 0 : maskOf(facts.looked, said),
    services: isForServices ? effect === "allow" : null,
    onlySwitching: subject === SERVICES,
  };
}

type Kind = { contacts: number; gains: boolean; loses: boolean; obstacle: Obstacle | null };
type Counted = { companies: number; kinds: Kind[] };

function spokenOf(audience: Audience, operation: Operation): PermissionId[] {
  const said = subjectsOf(operation, audience).filter((each): each is PermissionId => each !== SERVICES);
  if (said.every((id) => findPermission(audience, id))) return said;
  throw new Refusal(
    "invalid",
    `${audience === "customer" ? "Customers" : "Suppliers"} have no such permission.`,
  );
}

const obstacles: Obstacle[] = [
  "module-off",
  "hidden",
  "portal-off",
  "services-off",
  "contact-deactivated",
  "company-closed",
];

function summed(kinds: Kind[]): Omit<Outcome, "companies"> {
  const count = (is: (kind: Kind) => boolean) =>
    kinds.filter(is).reduce((sum, { contacts }) => sum + contacts, 0);
  return {
    contacts: count(() => true),
    gain: count(({ gains }) => gains),
    lose: count(({ loses }) => loses),
    unchanged: count(({ gains, loses }) => !gains && !loses),
    withoutEffect: obstacles
      .map((reason) => ({ reason, contacts: count(({ obstacle }) => obstacle === reason) }))
      .filter(({ contacts }) => contacts > 0),
  };
}
