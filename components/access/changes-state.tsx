import { momentText } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";

/** Whether a change counts or was undone, and then by whom and when. */
export function ChangeState({
  undoneAt,
  undoneBy,
  ...place
}: {
  undoneAt: Date | null;
  undoneBy: string | null;
  timeZone: string;
  locale: string;
}) {
  if (!undoneAt) return <Badge tone="good">Counts</Badge>;
  return <Badge title={`Undone by ${undoneBy}, ${momentText(undoneAt, place)}`}>Undone</Badge>;
}
