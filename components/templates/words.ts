import type { MailPart } from "@/lib/mail/input";

/** What the parts of a template are called. */
export const partNames: Record<MailPart, string> = { subject: "Subject", html: "HTML", text: "Text" };

/** Where templates are listed; each has its page below it. */
export const PATH = "/templates";

/** What became of a template, said of a version. */
export function actOf({ act, restoredFrom }: { act: string; restoredFrom: number | null }): string {
  if (act === "reset") return "Reset to the built-in template";
  return act === "restored" ? `Version ${restoredFrom} restored` : "Edited";
}
