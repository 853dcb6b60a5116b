import { mailParts } from "@/lib/mail/input";
import type { SaveTemplateInput } from "./input";
import { demandAccepted, demandTemplate, writeVersion, type Context } from "./write-version";

type Saved = { template: string; version: number };

/** Saves a template as edited, which the next e-mail is made from; refused with line and reason when it could do harm or be of no use. */
export async function saveTemplate(
  { tx, actor }: Context,
  { template, version, ...sources }: SaveTemplateInput,
): Promise<Saved> {
  const current = await demandTemplate(tx, template);
  demandAccepted(current.name, sources);
  const isSame = mailParts.every((part) => current.sources[part] === sources[part]);
  if (isSame && current.version === version) return { template, version };
  return {
    template,
    version: await writeVersion({ tx, actor }, current, version, { act: "saved", sources }),
  };
}
