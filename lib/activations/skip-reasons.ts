import type { SkipReason } from "@/lib/credentials/send-activations";

/** The reasons with what stands beside each contact, and what to do about it. */
export const skipWords: Record<SkipReason, { label: string; remedy: string }> = {
  active: {
    label: "Has an active login already",
    remedy: "Send a reset link instead, if they cannot sign in.",
  },
  "no-email": { label: "Has no e-mail address", remedy: "Enter one on the contact’s page first." },
  deactivated: { label: "Is deactivated", remedy: "Reactivate them first." },
  closed: { label: "Their company is closed", remedy: "Open the company first." },
  "same-login": {
    label: "Signs in with the same e-mail as another of these",
    remedy: "One link opens every company they sign in for.",
  },
  gone: { label: "Is gone, or is not yours to invite", remedy: "Nothing to do." },
  cancelled: { label: "The sending was stopped before their turn", remedy: "Send to them anew." },
};
