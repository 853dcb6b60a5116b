import type { Tone } from "@/components/ui/badge";
import { stateNames } from "@/components/credentials/words";
import type { ActivationRun } from "@/lib/activations/queries";
import type { Stage, StuckKind } from "@/lib/activations/stages";
import { currentStates, readContactFilter } from "@/lib/contacts/list-input";

/** What each stage of an activation e-mail is called, and with which colour it is shown. */
export const stageWords: Record<Stage, { label: string; tone: Tone }> = {
  waiting: { label: "Waiting", tone: "neutral" },
  queued: { label: "Queued", tone: "neutral" },
  sent: { label: "Sent", tone: "info" },
  opened: { label: "Link opened", tone: "info" },
  activated: { label: "Password set", tone: "good" },
  "signed-in": { label: "Signed in", tone: "good" },
  failed: { label: "E-mail failed", tone: "bad" },
  expired: { label: "Expired", tone: "warn" },
  replaced: { label: "Replaced by a later link", tone: "neutral" },
  skipped: { label: "Skipped", tone: "warn" },
};

/** In what way an invitation is stuck, and what helps. */
export const stuckWords: Record<StuckKind, { label: string; remedy: string }> = {
  failed: {
    label: "E-mail failed",
    remedy: "Read the mail server’s words, correct the address on the contact’s page, and send it again.",
  },
  expired: {
    label: "Link expired",
    remedy: "Send a fresh link. Ask on the phone whether the first one ever arrived.",
  },
  opened: {
    label: "Opened, no password yet",
    remedy: "They got as far as the page. Call and help, or give a temporary password on the phone.",
  },
  unopened: {
    label: "Not opened for three days",
    remedy:
      "Ask them to look in their spam folder, send it again, or give a temporary password on the phone.",
  },
  unsent: {
    label: "Not sent for an hour",
    remedy: "The mail server does not take it yet: look on the Mail page what it says.",
  },
};

/** What each state of a run is called. */
export const runStates: Record<ActivationRun["state"], { label: string; tone: Tone }> = {
  draft: { label: "Not sent yet", tone: "neutral" },
  running: { label: "Sending", tone: "info" },
  done: { label: "Queued", tone: "good" },
  cancelled: { label: "Stopped", tone: "warn" },
  failed: { label: "Failed", tone: "bad" },
};

const kinds = { customer: "customers", supplier: "suppliers" } as const;

/** Who was chosen, in words, such as "Contacts of customers: no login, found by “ana”". */
export function selectionText({ selection }: Pick<ActivationRun, "selection">): string {
  if ("chosen" in selection)
    return selection.chosen === 1 ? "1 contact chosen" : `${selection.chosen} contacts chosen`;
  if ("stuck" in selection) return `Stuck: ${stuckWords[selection.stuck].label}`;
  const { q, kind, states } = readContactFilter(selection.filter);
  const isUsual = states.length === currentStates.length;
  const parts = [
    isUsual ? "" : states.map((state) => stateNames[state].toLowerCase()).join(" or "),
    q ? `found by “${q}”` : "",
  ].filter(Boolean);
  const whose = kind ? `Contacts of ${kinds[kind]}` : "All contacts";
  return parts.length > 0 ? `${whose}: ${parts.join(", ")}` : whose;
}
