import { z } from "zod";
import { findingWords } from "@/lib/audit/finding-words";
import { verifyChain, type Mark } from "@/lib/audit/verify-chain";
import { parseInput } from "@/lib/auth/action-result";
import { listOrganisations } from "@/lib/organisations/queries";
import { Refusal } from "@/lib/platform/errors";
import type { Order } from "./run";

const input = z.object({
  organisation: z.string().optional(),
  head: z
    .string()
    .regex(/^\d{1,15}:[0-9a-f]{64}$/, {
      error: "Give it as it was printed: the place, a colon and 64 signs.",
    })
    .optional(),
});

/** Verifies one chain or all of them; false when one is not as it was sealed. */
export async function verifyAudit({ values }: Order): Promise<boolean> {
  const { organisation, head } = parseInput(input, values);
  const found = (await listOrganisations()).filter(({ slug }) => !organisation || slug === organisation);
  if (found.length === 0)
    throw new Refusal(
      "not-found",
      organisation ? `There is no organisation “${organisation}”.` : "There is no organisation yet.",
    );
  if (head && found.length > 1)
    throw new Refusal("invalid", "A head is of one organisation: name it with --organisation.");
  let isIntact = true;
  for (const one of found) isIntact = (await verifyOne(one, markOf(head))) && isIntact;
  return isIntact;
}

function markOf(head: string | undefined): Mark | undefined {
  const [position, hash] = head?.split(":") ?? [];
  return position && hash ? { position: Number(position), hash } : undefined;
}

async function verifyOne(
  { id, slug }: { id: string; slug: string },
  mark: Mark | undefined,
): Promise<boolean> {
  const onProgress = (checked: number, total: number) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${slug}: ${Math.floor((100 * checked) / Math.max(total, 1))} %  `);
  };
  const { head, checked, findings, findingCount } = await verifyChain(id, { mark, onProgress });
  if (process.stderr.isTTY) process.stderr.write("\r");
  const events = `${checked.toLocaleString("en")} ${checked === 1 ? "event" : "events"}`;
  console.log(
    findingCount === 0
      ? `${slug}: ${events}, every one as it was sealed.`
      : `${slug}: ${events}, NOT as they were sealed:`,
  );
  for (const finding of findings)
    console.log(
      `  ${findingWords(finding, (moment) => moment.toISOString())}${finding.eventId ? ` (event ${finding.eventId})` : ""}`,
    );
  if (findingCount > findings.length)
    console.log(`  and ${(findingCount - findings.length).toLocaleString("en")} more.`);
  console.log(`  Head: ${head.position}:${head.hash}`);
  return findingCount === 0;
}
