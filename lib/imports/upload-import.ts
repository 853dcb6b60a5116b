import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { importRuns } from "@/db/schema";
import type { CompanyKind } from "@/lib/companies/input";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { inspectFile } from "./inspect-file";
import { guessMapping } from "./mapping";

/** Takes a file in, guesses what its columns mean, and returns the id of the new run. Nothing is imported yet. */
export async function uploadImport(
  actor: StaffActor,
  { kind, fileName, bytes }: { kind: CompanyKind; fileName: string; bytes: Buffer },
): Promise<string> {
  const { text, encoding, delimiter, columns, rowsTotal, hash } = await inspectFile(bytes);
  const id = newId();
  await asActor(actor, (tx) =>
    tx.insert(importRuns).values({
      ...{ organisationId: actor.organisationId, id, kind, fileName: fileName || "Unnamed file" },
      ...{ file: text, fileHash: hash, byteSize: bytes.length, encoding, delimiter, columns, rowsTotal },
      mapping: guessMapping(columns),
      createdBy: actor.staffId,
      createdByName: actor.name,
      createdAt: clock.now(),
    }),
  );
  return id;
}
