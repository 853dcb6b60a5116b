import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { companies, contactGroupRoles, contacts, groupRoles, organisations } from "@/db/schema";
import { appendChange, nextChangeId, type NewEntry } from "@/lib/access/append-change";
import { undoChange } from "@/lib/access/undo-change";
import type { LedgerSubject } from "@/lib/access/permissions";
import { newId } from "@/lib/platform/ids";
import { findTargets } from "@/lib/access/find-targets";
import { operationInput } from "@/lib/access/operations";
import { counted, placeAbove, type Step, type Story, type StoryEntry } from "./random-stories";

/** The ids of a story's companies, contacts and changes, in its order. */
export type World = {
  companies: (typeof companies.$inferSelect)[];
  contacts: (typeof contacts.$inferSelect)[];
  changes: number[];
};

class Enough extends Error {}

/** What else happens around each step, by its place in the story. */
type Around = {
  before?: (step: number) => void;
  after?: (tx: Tx, world: World, step: number) => Promise<void>;
};

/** Plays a story as that staff user, shows its end to `look`, and rolls it all back. */
export async function played(
  staff: StaffActor,
  story: Story,
  look: (tx: Tx, world: World) => Promise<void>,
  { before, after }: Around = {},
): Promise<void> {
  const world: World = { companies: [], contacts: [], changes: [] };
  const run = asActor(staff, async (tx) => {
    for (const [index, step] of story.steps.entries()) {
      before?.(index);
      await play(tx, staff, step, world);
      await after?.(tx, world, index);
    }
    await end(tx, staff, story, world);
    await look(tx, world);
    throw new Enough();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof Enough)) throw error;
  });
}

async function play(tx: Tx, staff: StaffActor, step: Step, world: World): Promise<void> {
  const { organisationId } = staff;
  if (step.kind === "company") {
    const id = newId();
    const kinds = world.companies.map(({ kind }) => kind);
    const above = placeAbove(kinds, step);
    const parentId = above === null ? null : world.companies[above]?.id;
    const company = { organisationId, id, kind: step.audience, code: id, name: id, parentId };
    const accessSince = await nextChangeId(tx, organisationId);
    const [row] = await tx
      .insert(companies)
      .values({ ...company, accessSince })
      .returning();
    if (row) world.companies.push(row);
  } else if (step.kind === "contact") {
    const { id: companyId, kind } = counted(world.companies, step.company);
    const contact = { organisationId, id: newId(), companyId, kind, name: "Ana" };
    const accessSince = await nextChangeId(tx, organisationId);
    const [row] = await tx
      .insert(contacts)
      .values({ ...contact, accessSince })
      .returning();
    if (row) world.contacts.push(row);
  } else await change(tx, staff, step, world);
}

async function change(
  tx: Tx,
  staff: StaffActor,
  step: Step & { kind: "change" },
  world: World,
): Promise<void> {
  const entries: NewEntry[] = [];
  for (const entry of step.entries) entries.push(...(await targeted(tx, entry, world)));
  const id = await appendChange(tx, staff, { summary: `Change ${world.changes.length}`, entries });
  world.changes.push(id);
  if (step.isUndone) await undoChange({ tx, actor: staff }, { id });
}

async function targeted(tx: Tx, { target, scope, ...entry }: StoryEntry, world: World): Promise<NewEntry[]> {
  const common = { ...entry, permission: entry.permission as LedgerSubject };
  if (scope === "everyone") return [{ ...common, scope }];
  if (scope === "contact") return [{ ...common, scope, contactId: counted(world.contacts, target).id }];
  const company = counted(world.companies, target);
  if (scope === "company") return [{ ...common, scope, companyId: company.id }];
  const { permission: subject, effect } = common;
  const operation = operationInput.parse({ subject, effect, reach: { kind: "tree", companyId: company.id } });
  const [tree] = await findTargets(tx, company.kind, [operation]);
  if (tree?.kind !== "companies") throw new Error("A company and its sites are companies.");
  return tree.companies.map(({ id }) => ({ ...common, scope: "company", companyId: id }));
}

async function end(tx: Tx, { organisationId }: StaffActor, story: Story, world: World): Promise<void> {
  const roles = story.roles.map((role, index) => ({
    organisationId,
    id: newId(),
    audience: "contact" as const,
    code: `R${index}`,
    name: `Role ${index}`,
    ...role,
  }));
  await tx.insert(groupRoles).values(roles);
  for (const { contact, role } of story.holdings)
    await tx
      .insert(contactGroupRoles)
      .values({
        organisationId,
        contactId: counted(world.contacts, contact).id,
        groupRoleId: counted(roles, role).id,
      })
      .onConflictDoNothing();
  for (const index of story.deactivated)
    await tx
      .update(contacts)
      .set({ deactivatedAt: new Date(0) })
      .where(eq(contacts.id, counted(world.contacts, index).id));
  for (const index of story.closed)
    await tx
      .update(companies)
      .set({ status: "closed" })
      .where(eq(companies.id, counted(world.companies, index).id));
  await tx.update(organisations).set({ modules: story.modules, hidden: story.hidden });
}
