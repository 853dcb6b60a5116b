import { z } from "zod";
import { idInput } from "@/lib/platform/inputs";
import { accessFilterInput } from "./access-filter";
import {
  audiences,
  permissionIds,
  permissions,
  SERVICES,
  type Audience,
  type LedgerSubject,
} from "./permissions";

/** Stands for the portal itself and every permission together. */
export const FULL = "full";

const MOST_COMPANIES = 500;
const MOST_OPERATIONS = 500;

/** Whom an operation is for. */
const reachInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("everyone") }),
  z.object({
    kind: z.literal("companies"),
    companyIds: z
      .array(idInput)
      .min(1, { error: "Choose a company." })
      .max(MOST_COMPANIES, { error: `Choose at most ${MOST_COMPANIES} companies, or use a filter.` }),
  }),
  /** A company and all its sites, at any depth. */
  z.object({ kind: z.literal("tree"), companyId: idInput }),
  /** Whoever the filter finds when the change is saved. */
  z.object({ kind: z.literal("filter"), filter: accessFilterInput }),
  z.object({ kind: z.literal("contact"), contactId: idInput }),
]);

/** One thing to be done to access: a tick, a Services switch, or an act of the menu. */
export const operationInput = z
  .object({
    subject: z.enum([...permissionIds, SERVICES, FULL], { error: "Choose a permission." }),
    effect: z.enum(["allow", "deny", "inherit"]),
    reach: reachInput,
    /** The last day, in the organisation's time zone, on which it counts; later the earlier decision stands again. */
    lastDay: z.iso.date({ error: "Enter a day." }).nullable().default(null),
  })
  .refine(({ subject, effect }) => subject !== SERVICES || effect !== "inherit", {
    error: "Services are on or off: no group role gives them.",
  })
  .refine(
    ({ subject, reach }) => subject !== SERVICES || (reach.kind !== "contact" && reach.kind !== "filter"),
    { error: "Services are switched for companies." },
  );

/** What the screen knew of the ledger when the operations were staged, or has shown since of what others did. */
export const basisInput = z.object({
  /** The latest change of the organisation then; 0 when there was none. */
  changeId: z.int().min(0),
  at: z.coerce.date().min(new Date(0)),
  /** Which transactions were committed then, as PostgreSQL writes it: "100:105:101,103". */
  snapshot: z.string().max(50_000).refine(isSnapshot, { error: "Reload the page and stage this again." }),
});

/** Whether PostgreSQL would take it: the first transaction that may be open, the next one, and those between them that are open. */
function isSnapshot(text: string): boolean {
  if (!/^\d{1,18}:\d{1,18}:(\d{1,18}(,\d{1,18})*)?$/.test(text)) return false;
  const [first = 0n, next = 0n, ...open] = text.split(/[:,]/).filter(Boolean).map(BigInt);
  const isAscending = open.every((id, place) => place === 0 || id > (open[place - 1] ?? 0n));
  return first > 0n && first <= next && isAscending && open.every((id) => id >= first && id < next);
}

/** Everything that was staged, to be saved as one change. */
export const saveChangeInput = z.object({
  audience: z.enum(audiences),
  operations: z
    .array(operationInput)
    .min(1, { error: "Nothing is staged." })
    .max(MOST_OPERATIONS, {
      error: `Update at most ${MOST_OPERATIONS} staged changes at once.`,
    }),
  basis: basisInput,
});

const MOST_VISIBLE = 200;

/** Staged operations, and the rows of the screen for which their preview is to be told. */
export const coverageInput = z.object({
  audience: z.enum(audiences),
  operations: z.array(operationInput).max(MOST_OPERATIONS),
  contactIds: z.array(idInput).max(MOST_VISIBLE),
  companyIds: z.array(idInput).max(MOST_VISIBLE),
});

/** One operation whose outcome is to be counted before it is staged. */
export const measureInput = z.object({ audience: z.enum(audiences), operation: operationInput });

export type Operation = z.output<typeof operationInput>;
export type CoverageInput = z.output<typeof coverageInput>;
export type MeasureInput = z.output<typeof measureInput>;
export type Reach = Operation["reach"];
export type Basis = z.output<typeof basisInput>;
export type SaveChangeInput = z.output<typeof saveChangeInput>;

/**
 * What an operation says in the ledger, in order. Full access brings Services along where it is for companies; the way back to group
 * roles leaves Services alone.
 */
export function subjectsOf({ subject, effect, reach }: Operation, audience: Audience): LedgerSubject[] {
  if (subject !== FULL) return [subject];
  const hasServices = effect !== "inherit" && reach.kind !== "contact" && reach.kind !== "filter";
  const every: LedgerSubject[] = permissions[audience].map(({ id }) => id);
  return hasServices ? [SERVICES, ...every] : every;
}
