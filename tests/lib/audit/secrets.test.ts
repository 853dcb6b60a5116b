import { asActor } from "@/db/as-actor";
import { record, type AuditEvent } from "@/lib/audit/record";
import { loadDemo } from "@/lib/demo/load-demo";
import { hashPassword } from "@/lib/passwords/hash";
import { hashSecret, newSecret } from "@/lib/platform/ids";
import { asSuperuser, refuseSecretsOnRecord, resetDatabase } from "../../support/database";
import { somePeople } from "../../support/people";
import { newestLink, staffActs } from "../credentials/scene";
import { tamper } from "./tampering";

const empty = () => tamper("TRUNCATE audit_events, audit_unsealed");

beforeEach(resetDatabase);
afterEach(empty);

it("the demo puts no password, hash, token or link on record", async () => {
  await loadDemo({ staff: "amber-kettle-drifts-42", customer: "quiet-harbour-lantern-7" });
  expect(
    await asSuperuser(
      "SELECT 1 FROM audit_events WHERE to_jsonb(audit_events)::text ~ 'amber-kettle|quiet-harbour'",
    ),
  ).toEqual([]);
  await expect(refuseSecretsOnRecord()).resolves.toBeUndefined();
});

it("the watch that every test stands under sees each kind of secret", async () => {
  const people = await somePeople();
  await staffActs(people.staff).activation(people.contactId);
  const secret = await newestLink(people);
  const kept: Partial<AuditEvent>[] = [
    { after: { note: await hashPassword("violet tractor sings on monday") } },
    { after: { note: newSecret() } },
    { after: { note: `X ${hashSecret(secret)}` } },
    { subject: `http://localhost/portal/winslow/activate/${secret}` },
    { before: { passwordHash: "x" } },
    { after: { temporary_password: "x" } },
  ];
  await empty();
  for (const event of kept) {
    await asActor(people.staff, (tx) => record(tx, people.staff, { act: "contact.changed", ...event }));
    await expect(refuseSecretsOnRecord()).rejects.toThrow("A secret is on record");
    await empty();
  }
});
