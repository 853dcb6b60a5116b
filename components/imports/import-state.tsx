import { Badge } from "@/components/ui/badge";
import type { ImportState as State } from "@/lib/imports/states";
import { stateNames, stateTones } from "./words";

/** The state of an import in a word. */
export function ImportState({ state }: { state: State }) {
  return <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>;
}
