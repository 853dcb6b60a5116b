import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "../../support/database";
import type { Session } from "../gates/scene";
import { arrange } from "../isolation/attempts";
import type { NamedRow } from "../isolation/rows";
import { companyRows, personRows, type IdOf, type Marked } from "./company-rows";
import { tieTogether } from "./ties";

/**
 * What each company is known by. The clerk administers `qalfa` and is a member at `mempa`; `brovo` is not theirs, and `foryn` belongs to
 * another organisation. Each is a customer and a supplier.
 */
export const marks = { own: "qalfa", member: "mempa", unseen: "brovo", foreign: "foryn" } as const;
export type Whose = keyof typeof marks;
export type Kind = Marked["kind"];

/** An organisation full of companies, of which the clerk is assigned to some, and a second organisation. */
export type World = {
  organisationId: string;
  /** The id of a thing of a company: `id("unseen", "customer", "contact active")`. */
  id: (whose: Whose, kind: Kind, name: string) => string;
  /** The id of what belongs to no company. */
  shared: IdOf;
  /** Signs in as the clerk. */
  clerk: Session;
  boss: Session;
  company: (whose: Whose, kind: Kind) => Marked;
};

const kinds: Kind[] = ["customer", "supplier"];

/** Arranges the world anew. */
export async function arrangeWorld(): Promise<World> {
  await resetDatabase();
  const world = newWorld();
  for (const [organisationId, whose] of [
    [world.organisationId, ["own", "member", "unseen"]],
    [world.shared("foreign organisation"), ["foreign"]],
  ] as [string, Whose[]][]) {
    const rows = [...frameRows(organisationId, world, whose), ...companiesOf(world, whose)];
    await arrange({ organisationId, rows, id: () => "" });
  }
  await tieTogether(world);
  return world;
}

const companiesOf = (world: World, whose: Whose[]) =>
  whose.flatMap((one) => kinds.flatMap((kind) => companyRows(world.company(one, kind))));

function ids(): IdOf {
  const known = new Map<string, string>();
  return (name) => known.get(name) ?? known.set(name, newId()).get(name) ?? "";
}

function newWorld(): World {
  const shared = ids();
  const organisationId = shared("organisation");
  const of = (whose: Whose) => (whose === "foreign" ? "foreign " : "");
  const idOf = (whose: Whose, kind: Kind, name: string) =>
    shared(name === "buyer" ? `${of(whose)}buyer` : `${whose} ${kind} ${name}`);
  const company = (whose: Whose, kind: Kind): Marked => ({
    organisationId: whose === "foreign" ? shared("foreign organisation") : organisationId,
    mark: marks[whose],
    kind,
    id: (name) => idOf(whose, kind, name),
    staff: { boss: shared(`${of(whose)}boss`), clerk: shared(`${of(whose)}clerk`) },
  });
  const session = (name: string): Session => ({
    ...{ kind: "staff", organisationId, sessionId: shared(`session ${name}`) },
  });
  return { organisationId, id: idOf, shared, clerk: session("clerk"), boss: session("boss"), company };
}

/** The organisation itself with its staff, its group role and what the clerk is assigned to. */
function frameRows(organisationId: string, { shared, id }: World, whose: Whose[]): NamedRow[] {
  const of = whose.includes("foreign") ? "foreign " : "";
  const add = (table: string, values: Record<string, unknown>): NamedRow => ({
    ...{ table, name: "frame", values: { organisation_id: organisationId, ...values } },
  });
  const assigned = (
    [
      ["own", "administrator"],
      ["member", "member"],
    ] as const
  ).flatMap(([one, level]) =>
    whose.includes(one)
      ? kinds.map((kind) =>
          add("assignments", { staff_id: shared("clerk"), company_id: id(one, kind, "company"), level }),
        )
      : [],
  );
  return [
    {
      ...{ table: "organisations", name: "frame" },
      values: { id: organisationId, slug: of ? "foryn" : "ours", name: of ? "Foryn" : "Ours" },
    },
    ...["boss", "clerk", "colleague"].flatMap((name) => [
      add("staff_users", { id: shared(of + name), email: `${name}@${of ? "foryn" : "ours"}.example`, name }),
      add("sessions", {
        ...{
          id: shared(`session ${of}${name}`),
          kind: "staff",
          staff_id: shared(of + name),
          expires_at: "2100-01-01",
        },
      }),
    ]),
    add("staff_roles", { staff_id: shared(`${of}boss`), role: "administrator" }),
    add("group_roles", {
      ...{ id: shared(`${of}buyer`), audience: "contact", code: "buyer", name: "Buyer", roles: ["invoices"] },
    }),
    add("group_roles", {
      ...{
        id: shared(`${of}seller`),
        audience: "staff",
        code: "seller",
        name: "Seller",
        roles: ["mailView"],
      },
    }),
    add("staff_group_roles", { staff_id: shared(`${of}colleague`), group_role_id: shared(`${of}seller`) }),
    add("import_runs", {
      ...{
        id: shared(`${of}import`),
        kind: "customer",
        file_name: `${of ? "foryn" : "qalfa"}.csv`,
        file: "",
      },
      ...{ mapping: {}, created_by: shared(`${of}boss`), created_by_name: "boss" },
    }),
    add("access_requests", {
      id: newId(),
      staff_id: shared(`${of}colleague`),
      message: `I need ${of ? marks.foreign : marks.unseen}`,
    }),
    ...assigned,
  ];
}

/** Gives the clerk these roles and no others. */
export async function giveRoles({ organisationId, shared }: World, roles: readonly string[]): Promise<void> {
  await asSuperuser(
    `WITH gone AS (DELETE FROM staff_roles WHERE organisation_id = $1 AND staff_id = $2 AND role <> ALL ($3))
     INSERT INTO staff_roles (organisation_id, staff_id, role) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
    [organisationId, shared("clerk"), roles],
  );
}

/** Lets what the clerk does not reach grow: more people, e-mails and events there, and more companies. */
export async function growUnseen(world: World): Promise<void> {
  const more = kinds.flatMap((kind) => {
    const company = world.company("unseen", kind);
    const second: Marked = {
      ...company,
      mark: `${company.mark}two`,
      id: (name) => (name === "buyer" ? company.id(name) : world.shared(`two ${kind} ${name}`)),
    };
    const people = ["b", "c", "d"].flatMap((suffix) =>
      (["active", "failed", "invited", "none"] as const).flatMap((stage) =>
        personRows(company, stage, suffix),
      ),
    );
    return [...people, ...companyRows(second)];
  });
  await arrange({ organisationId: world.organisationId, rows: more, id: () => "" });
}
