import { stateNames, stateTones, stateUntil } from "@/components/credentials/words";
import { Badge } from "@/components/ui/badge";
import type { CredentialState } from "@/lib/credentials/state";

/** How a staff user's account stands, and until when. */
export function StaffBadge({
  state,
  ...place
}: {
  state: CredentialState;
  timeZone: string;
  locale: string;
}) {
  const until = stateUntil(state, place);
  return (
    <span className="whitespace-normal">
      <Badge tone={stateTones[state.kind]}>
        {state.kind === "none" ? "Not invited" : stateNames[state.kind]}
      </Badge>{" "}
      {until ? <span className="text-small text-muted">{until}</span> : null}
    </span>
  );
}
