import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { currentBasis } from "@/lib/access/current-basis";
import { saveChange } from "@/lib/access/save-change";
import { inviteContact } from "@/lib/contacts/invite-contact";
import { inviteContactInput } from "@/lib/contacts/input";
import { asSuperuser } from "../../support/database";
import type { Kind, World } from "./world";

/**
 * What ties the clerk's companies to one that they do not reach: a parent and a site, a person who signs in for both, changes of access
 * that are for both, and activation e-mails that the clerk drew up while both were theirs.
 */
export async function tieTogether(world: World): Promise<void> {
  const { organisationId, id, shared } = world;
  const boss: StaffActor = {
    ...{ kind: "staff", organisationId, staffId: shared("boss"), name: "boss", reach: "all" },
    roles: ["administrator"],
  };
  for (const kind of ["customer", "supplier"] as const) {
    await shareLogin(boss, world, kind);
    await changeAccess(boss, world, kind);
    // Its id stands in the form of the company that is theirs, which keeps it; its name does not.
    await asSuperuser("UPDATE companies SET parent_id = $1 WHERE id = ANY ($2)", [
      id("unseen", kind, "holding"),
      [id("own", kind, "company"), id("member", kind, "company")],
    ]);
    await asSuperuser("UPDATE companies SET parent_id = $1 WHERE id = $2", [
      ...[id("own", kind, "company"), id("unseen", kind, "company")],
    ]);
  }
  for (const staff of ["clerk", "boss"]) await drawUp(world, staff);
}

/** Somebody of the company that is not theirs signs in for one that is, too: their address is known there, and nothing else. */
async function shareLogin(boss: StaffActor, { id }: World, kind: Kind): Promise<void> {
  for (const [whose, name] of [
    ["unseen", "brovo both"],
    ["own", "qalfa both"],
  ] as const) {
    const input = { companyId: id(whose, kind, "company"), name, email: `both@${kind}.example`, link: true };
    await asActor(boss, (tx) => inviteContact({ tx, actor: boss }, inviteContactInput.parse(input)));
  }
}

/** One change that is for both companies, and one for a contact of each; the first that each names is out of the clerk's reach. */
async function changeAccess(boss: StaffActor, { id }: World, kind: Kind): Promise<void> {
  const subject = "invoices" as const;
  const on = { subject, effect: "allow", lastDay: null } as const;
  const both = (["unseen", "own"] as const).map((whose) => id(whose, kind, "company"));
  const contacts = (["unseen", "own"] as const).map((whose) => id(whose, kind, "contact active"));
  for (const operations of [
    [{ ...on, reach: { kind: "companies" as const, companyIds: both } }],
    contacts.map((contactId) => ({ ...on, reach: { kind: "contact" as const, contactId } })),
  ])
    await asActor(boss, async (tx) =>
      saveChange({ tx, actor: boss }, { audience: kind, operations, basis: await currentBasis(tx) }),
    );
}

async function drawUp({ organisationId, id, shared }: World, staff: string): Promise<void> {
  const runId = shared(`run ${staff}`);
  await asSuperuser(
    `INSERT INTO activation_runs (organisation_id, id, selection, template, recipients, created_by, created_by_name)
     VALUES ($1, $2, '{"chosen": 4}', 'account-activation', 4, $3, $4)`,
    [organisationId, runId, shared(staff), staff],
  );
  await asSuperuser(
    `INSERT INTO activation_recipients (organisation_id, run_id, contact_id, outcome)
     SELECT $1, $2, unnest($3::uuid[]), 'waiting'`,
    [
      ...[organisationId, runId],
      (["own", "unseen"] as const).flatMap((whose) =>
        ["contact invited", "contact failed"].map((name) => id(whose, "customer", name)),
      ),
    ],
  );
}
