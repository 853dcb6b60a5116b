import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { activityParams, KEPT_DAYS, type ActivityQuery } from "@/lib/activity/list-input";

/** Why the activity log shows nothing: nothing fits, or nothing has been recorded. */
export function NoActivity({
  path,
  query,
  isOff,
}: {
  path: string;
  query: ActivityQuery;
  /** Whether the company's log level keeps everything out. */
  isOff: boolean;
}) {
  if (Object.keys(activityParams(query)).length > 0)
    return (
      <EmptyState title="Nothing fits" actions={<LinkButton href={path}>Show everything</LinkButton>}>
        Search for another word, or choose other days or levels.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing recorded yet">
      {isOff
        ? "The log level is Off, so nothing is recorded here. Choose another in the settings."
        : `Sign-ins, activations, e-mails and changes of access appear here and are kept for ${KEPT_DAYS} days.`}
    </EmptyState>
  );
}
