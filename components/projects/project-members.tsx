import { StaffLevels, type StaffOfLevel } from "@/components/staff-levels/staff-levels";
import type { Action } from "@/lib/auth/action";

/** Who works on a project and, for those who may edit it, the means to change that. */
export function ProjectMembers({
  projectId,
  members,
  action,
  ...place
}: {
  projectId: string;
  members: readonly StaffOfLevel[];
  action?: Action<unknown>;
  timeZone: string;
  locale: string;
}) {
  return (
    <StaffLevels
      title="On this project"
      empty="Nobody works on this project yet."
      staff={members}
      acts={
        action && {
          action,
          hidden: { projectId },
          removeName: (name) => `Take ${name} off the project`,
          form: {
            title: "Put a colleague on it",
            help: "The one with which they sign in here. They must be able to see the company.",
            button: "Save",
            levels: {
              member: "Member: works on the project",
              administrator: "Administrator: also edits it and says who works on it",
              none: "Not on the project any more",
            },
          },
        }
      }
      {...place}
    />
  );
}
