import fc from "fast-check";
import {
  permissions,
  portalModule,
  SERVICES,
  type Audience,
  type PermissionId,
} from "@/lib/access/permissions";

/** The day on which the stories are judged; some entries end the day before, on it, or the day after. */
export const TODAY = "2026-06-15";

export type StoryEntry = {
  audience: Audience;
  /** "tree" is a company and its sites, at any depth, as they are when the change is made. */
  scope: "everyone" | "company" | "tree" | "contact";
  /** Which company or contact, counted round among those there are by then. */
  target: number;
  permission: string;
  effect: "allow" | "deny" | "inherit";
  lastDay: string | null;
};

export type Step =
  | {
      kind: "company";
      audience: Audience;
      /** A site of that company, if that is of the same kind. */ under: number | null;
    }
  | { kind: "contact"; company: number }
  | { kind: "change"; entries: StoryEntry[]; isUndone: boolean };

/** What happened in an organisation, in order, and how things stand at the end. */
export type Story = {
  steps: Step[];
  roles: { roles: string[]; isActive: boolean }[];
  holdings: { contact: number; role: number }[];
  deactivated: number[];
  closed: number[];
  modules: string[];
  /** What portal settings hide. */
  hidden: string[];
};

const told: Record<Audience, PermissionId[]> = {
  customer: ["canRegister", "enquiries", "invoices"],
  supplier: ["canRegister", "purchaseOrders", "invoices"],
};

/** The permissions that stories speak of, and some that they do not. */
export const asked: readonly PermissionId[] = [...told.customer, ...told.supplier, "issues", "deliveries"];

const audience = fc.constantFrom<Audience>("customer", "customer", "supplier");
const effect = fc.constantFrom("allow" as const, "deny" as const, "inherit" as const);
const lastDay = fc.constantFrom(null, null, null, "2026-06-14", "2026-06-15", "2026-06-16");

const permissionEntry = audience.chain((of) =>
  fc.record<StoryEntry>({
    audience: fc.constant(of),
    scope: fc.constantFrom("everyone", "company", "tree", "contact"),
    target: fc.nat(20),
    permission: fc.constantFrom(...told[of]),
    effect,
    lastDay,
  }),
);

const servicesEntry = fc.record<StoryEntry>({
  audience,
  scope: fc.constantFrom("everyone", "company", "tree"),
  target: fc.nat(20),
  permission: fc.constant(SERVICES),
  effect: fc.constantFrom("allow", "allow", "deny"),
  lastDay,
});

const entry = fc.oneof({ weight: 4, arbitrary: permissionEntry }, { weight: 1, arbitrary: servicesEntry });

const under = fc.option(fc.nat(20), { freq: 2, nil: null });

const change = fc.record({
  kind: fc.constant("change" as const),
  entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
  isUndone: fc.constantFrom(false, false, false, true),
});

/** Some changes that are made at the same time. */
export const changesAtOnce = fc.array(change, { minLength: 2, maxLength: 8 });

const company = fc.record({ kind: fc.constant("company" as const), audience, under });
const contact = fc.record({ kind: fc.constant("contact" as const), company: fc.nat(20) });

/** Steps of which so many are changes for each new company and each two new contacts. */
const stepWith = (changes: number): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 1, arbitrary: company },
    { weight: 2, arbitrary: contact },
    { weight: changes, arbitrary: change },
  );

const opening: Step[] = [
  { kind: "company", audience: "customer", under: null },
  { kind: "contact", company: 0 },
  { kind: "company", audience: "supplier", under: null },
  { kind: "contact", company: 1 },
];

const everyModule = [
  ...Object.values(portalModule),
  ...new Set(Object.values(permissions).flatMap((all) => all.flatMap(({ module }) => module ?? []))),
];

const storiesOf = (steps: fc.Arbitrary<Step[]>): fc.Arbitrary<Story> =>
  fc.record({
    steps: steps.map((told) => [...opening, ...told]),
    roles: fc.array(
      fc.record({ roles: fc.subarray([...told.customer, ...told.supplier]), isActive: fc.boolean() }),
      { minLength: 2, maxLength: 2 },
    ),
    holdings: fc.uniqueArray(fc.record({ contact: fc.nat(8), role: fc.nat(1) }), {
      selector: ({ contact, role }) => `${contact} ${role}`,
    }),
    deactivated: fc.array(fc.nat(8), { maxLength: 2 }),
    closed: fc.array(fc.nat(5), { maxLength: 1 }),
    modules: fc.oneof(fc.constant(everyModule), fc.subarray(everyModule)),
    hidden: fc.subarray(["customer.invoices", "supplier.invoices", "customer.enquiries"]),
  });

/** Random stories: companies, sites and contacts that come later, changes of every scope, undone ones, last days, group roles. */
export const stories = storiesOf(fc.array(stepWith(6), { maxLength: 40, size: "max" }));

const LONG = { minLength: 2_200, maxLength: 2_200, size: "max" } as const;

/** As `stories`, with more than two thousand changes. */
export const longStories = storiesOf(fc.array(stepWith(60), LONG));

/** The one counted round that `index` means among `all`. */
export const counted = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;

/** The place of the company above the one that the step founds, or null; `kinds` are those of the companies before it. */
export function placeAbove(kinds: readonly Audience[], step: Step & { kind: "company" }): number | null {
  if (step.under === null) return null;
  const place = step.under % kinds.length;
  return kinds[place] === step.audience ? place : null;
}

/** The places of a company and of all its sites, at any depth; `above` are the places of each one's parent. */
export function treeOf(root: number, above: readonly (number | null)[]): number[] {
  // A parent comes before its sites.
  return above.reduce<number[]>(
    (tree, parent, place) =>
      place === root || (parent !== null && tree.includes(parent)) ? [...tree, place] : tree,
    [],
  );
}
