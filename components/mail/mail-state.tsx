import { Badge, type Tone } from "@/components/ui/badge";
import type { MailState as State } from "@/lib/mail/list-input";

/** What the states of an e-mail are called. */
export const stateNames: Record<State, string> = {
  queued: "Queued",
  sending: "Sending",
  sent: "Sent",
  captured: "Captured",
  failed: "Failed",
  cancelled: "Cancelled",
};

const tones: Record<State, Tone> = {
  queued: "info",
  sending: "info",
  sent: "good",
  captured: "warn",
  failed: "bad",
  cancelled: "neutral",
};

const meanings: Record<State, string> = {
  queued: "Waits to be sent, or to be tried again",
  sending: "The mail server is being given it",
  sent: "The mail server has taken it",
  captured: "Kept here, because no mail server is set up",
  failed: "The mail server refused it, or a day of tries was in vain",
  cancelled: "Not sent: its link had ended before",
};

/** The state of an e-mail in a word, with what it means in the tip. */
export function MailState({ state }: { state: State }) {
  return (
    <Badge tone={tones[state]} title={meanings[state]}>
      {stateNames[state]}
    </Badge>
  );
}
