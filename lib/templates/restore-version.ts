import { Refusal } from "@/lib/platform/errors";
import type { ResetTemplateInput, RestoreVersionInput } from "./input";
import { findVersionToShow } from "./queries";
import { demandAccepted, demandTemplate, writeVersion, type Context } from "./write-version";

type Restored = { template: string; version: number };

/** Puts an earlier version into use again, as a new one; refused when it would not be accepted today. */
export async function restoreVersion(
  { tx, actor }: Context,
  { template, version, restored }: RestoreVersionInput,
): Promise<Restored> {
  const current = await demandTemplate(tx, template);
  const found = await findVersionToShow(tx, current.name, restored);
  if (!found) throw new Refusal("not-found", "There is no such version of this template.");
  const isBuiltIn = found.act === "reset";
  if (!isBuiltIn) demandAccepted(current.name, found.sources);
  const next = isBuiltIn
    ? { act: "reset" as const, sources: null }
    : { act: "restored" as const, sources: found.sources, restoredFrom: restored };
  return { template, version: await writeVersion({ tx, actor }, current, version, next) };
}

/** Puts the built-in template into use again; the organisation's versions are kept. */
export async function resetTemplate(
  { tx, actor }: Context,
  { template, version }: ResetTemplateInput,
): Promise<Restored> {
  const current = await demandTemplate(tx, template);
  if (!current.isOwn && current.version === version) return { template, version };
  const next = { act: "reset" as const, sources: null };
  return { template, version: await writeVersion({ tx, actor }, current, version, next) };
}
