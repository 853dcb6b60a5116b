import fc from "fast-check";
import { permissions, portalModule, SERVICES, type Audience } from "@/lib/access/permissions";

/** The day on which the stories are judged; some entries end the day before, on it, or the day after. */
export const TODAY = "2026-06-15";

export type StoryEntry = {
  audience: Audience;
  scope: "everyone" | "company" | "contact";
  /** Which company or contact, counted round among those there are by then. */
  target: number;
  permission: string;
  effect: "allow" | "deny" | "inherit";
  lastDay: string | null;
};

export type Step =
  | { kind: "company"; audience: Audience }
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
};

const told: Record<Audience, string[]> = {
  customer: ["canRegister", "enquiries", "invoices"],
  supplier: ["canRegister", "purchaseOrders", "invoices"],
};

const audience = fc.constantFrom<Audience>("customer", "customer", "supplier");
const effect = fc.constantFrom("allow" as const, "deny" as const, "inherit" as const);
const lastDay = fc.constantFrom(null, null, null, "2026-06-14", "2026-06-15", "2026-06-16");

const permissionEntry = audience.chain((of) =>
  fc.record<StoryEntry>({
    audience: fc.constant(of),
    scope: fc.constantFrom("everyone", "company", "contact"),
    target: fc.nat(20),
    permission: fc.constantFrom(...told[of]),
    effect,
    lastDay,
  }),
);

const servicesEntry = fc.record<StoryEntry>({
  audience,
  scope: fc.constantFrom("everyone", "company"),
  target: fc.nat(20),
  permission: fc.constant(SERVICES),
  effect: fc.constantFrom("allow", "allow", "deny"),
  lastDay,
});

const entry = fc.oneof({ weight: 4, arbitrary: permissionEntry }, { weight: 1, arbitrary: servicesEntry });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("company" as const), audience }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("contact" as const), company: fc.nat(20) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("change" as const),
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
      isUndone: fc.constantFrom(false, false, false, true),
    }),
  },
);

const opening: Step[] = [
  { kind: "company", audience: "customer" },
  { kind: "contact", company: 0 },
  { kind: "company", audience: "supplier" },
  { kind: "contact", company: 1 },
];

const everyModule = [
  ...Object.values(portalModule),
  ...new Set(Object.values(permissions).flatMap((all) => all.flatMap(({ module }) => module ?? []))),
];

/** Random stories: companies and contacts that come later, changes of every scope, undone ones, last days, group roles. */
export const stories: fc.Arbitrary<Story> = fc.record({
  steps: fc.array(step, { maxLength: 40, size: "max" }).map((steps) => [...opening, ...steps]),
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
});

/** The one counted round that `index` means among `all`. */
export const counted = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;
