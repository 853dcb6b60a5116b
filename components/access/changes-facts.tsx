import { Moment, type Place } from "@/components/time/moment";
import { DescriptionList } from "@/components/ui/description-list";
import type { ChangeDetail } from "@/lib/access/list-changes";
import { reachWords } from "./changes-words";

/** Who made a change, when and for whom, and every time that it was undone and redone. */
export function ChangeFacts({ change, ...place }: { change: ChangeDetail } & Place) {
  const turns = change.turns.flatMap(({ undoneAt, undoneBy, redoneAt, redoneBy }) => [
    { term: "Undone", detail: <Turn by={undoneBy} at={undoneAt} {...place} /> },
    ...(redoneAt ? [{ term: "Redone", detail: <Turn by={redoneBy} at={redoneAt} {...place} /> }] : []),
  ]);
  return (
    <DescriptionList
      facts={[
        { term: "Made", detail: <Turn by={change.madeBy} at={change.madeAt} {...place} /> },
        { term: "Reach", detail: reachWords(change, place.locale) },
        ...turns,
      ]}
    />
  );
}

function Turn({ by, at, ...place }: { by: string | null; at: Date } & Place) {
  return (
    <>
      {by ? `${by}, ` : null}
      <Moment at={at} {...place} />
    </>
  );
}
