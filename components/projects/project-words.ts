import type { Tone } from "@/components/ui/badge";
import type { ProjectStatus } from "@/lib/projects/input";

/** How screens call a project's status. */
export const projectStatusWords: Record<ProjectStatus, string> = {
  planned: "Planned",
  active: "Active",
  "on-hold": "On hold",
  done: "Done",
};

/** The colour that goes with each of them. */
export const projectStatusTones: Record<ProjectStatus, Tone> = {
  planned: "info",
  active: "good",
  "on-hold": "warn",
  done: "neutral",
};
