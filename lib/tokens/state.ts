import { Refusal } from "@/lib/platform/errors";
import { clock } from "@/lib/platform/clock";

/** Whether a link still works, and if not, what ended it. */
export type TokenState = "live" | "used" | "expired" | "cancelled" | "replaced";

type Ends = { usedAt: Date | null; endedReason: "cancelled" | "replaced" | null; expiresAt: Date };

/** The state of a token at this moment: being used outranks being ended, which outranks the passing of time. */
export function tokenState(token: Ends): TokenState {
  if (token.usedAt) return "used";
  if (token.endedReason) return token.endedReason;
  return token.expiresAt > clock.now() ? "live" : "expired";
}

const sentences: Record<Exclude<TokenState, "live">, string> = {
  used: "This link has been used. Sign in, or ask for a fresh link.",
  expired: "This link has expired. Ask for a fresh one.",
  cancelled: "This link was cancelled. Ask for a fresh one.",
  replaced: "A newer link was sent to you. Use that one, or ask for a fresh link.",
};

/** The refusal to show to somebody whose link no longer works; `details.state` says why. */
export function deadLink(state: Exclude<TokenState, "live">): Refusal {
  return new Refusal("expired", sentences[state], undefined, { state });
}
