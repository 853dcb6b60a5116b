import type { Tone } from "@/components/ui/badge";
import type { EventLevel } from "@/lib/activity/list-input";

/** How screens call the level of an event. */
export const levelWords: Record<EventLevel, string> = {
  error: "Error",
  warning: "Warning",
  information: "Information",
  debug: "Debug",
};

/** The colour that goes with each level. */
export const levelTones: Record<EventLevel, Tone> = {
  error: "bad",
  warning: "warn",
  information: "info",
  debug: "neutral",
};

/** The levels as filters: each with what is graver. */
export const filterWords: Record<EventLevel, string> = {
  debug: "Everything",
  information: "Information and graver",
  warning: "Warnings and errors",
  error: "Errors",
};
