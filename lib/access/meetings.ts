import type { Tx } from "@/db/as-actor";
import { listOtherNews, type OtherNews } from "./other-news";
import type { Target } from "./find-targets";
import { subjectsOf, type SaveChangeInput } from "./operations";
import type { Audience } from "./permissions";
import { subjectOf } from "./reach-of-change";
import { listTouchedChanges, type TouchedChange } from "./touched-changes";
import { loadTouchedCells, type TouchedCells } from "./touched-cells";

/** Something that happened since a screen was drawn and that one of its staged operations meets. */
export type Meeting = {
  /** The place of the staged operation. */
  operation: number;
  what: TouchedChange["what"] | OtherNews["what"];
  /** The change's summary, or the name of the group role, company or contact. */
  summary: string;
  by: string;
  at: Date;
  changeId: number | null;
};

// More than anybody reads; one is enough to refuse.
const MOST_TOLD = 100;

/** What the staged operations meet of what happened after `basis`, by operation and then the latest first; at most 100. */
export async function findMeetings(
  tx: Tx,
  { audience, operations, basis }: SaveChangeInput,
  targets: readonly Target[],
): Promise<Meeting[]> {
  const subjects = operations.map((operation) => subjectsOf(operation, audience));
  const wanted = [...new Set(subjects.flat().map((subject) => subjectOf(audience, subject)))];
  const touched = await listTouchedChanges(tx, basis, wanted);
  const cells = await loadTouchedCells(tx, { audience, operations, targets, touched });
  const news = await listOtherNews(tx, { audience, operations, basis, targets });
  const meetings = operations.flatMap((_, operation) => [
    ...touched
      .filter((change) =>
        meets({ audience, change, operation, subjects: subjects[operation] ?? [], targets, cells }),
      )
      .map(({ what, summary, by, at, changeId }) => ({ operation, what, summary, by, at, changeId })),
    ...news
      .filter((each) => each.operation === operation)
      .map(({ what, summary, by, at }) => ({ operation, what, summary, by, at, changeId: null })),
  ]);
  return meetings.slice(0, MOST_TOLD);
}

type Asked = {
  audience: Audience;
  change: TouchedChange;
  operation: number;
  subjects: readonly string[];
  targets: readonly Target[];
  cells: TouchedCells;
};

function meets({ audience, change, operation, subjects, targets, cells }: Asked): boolean {
  const target = targets[operation];
  if (!target) return false;
  const { changeId } = change;
  return subjects.some((permission) => {
    if (target.kind === "everyone") return change.subjects.includes(subjectOf(audience, permission));
    if (cells.everyone.has(`${changeId} ${permission}`)) return true;
    if (target.kind === "filter") return cells.filtered.has(`${operation} ${changeId} ${permission}`);
    if (target.kind === "contact")
      return (
        cells.contacts.has(`${target.contact.id} ${changeId} ${permission}`) ||
        cells.companies.has(`${target.contact.companyId} ${changeId} ${permission}`)
      );
    return target.companies.some(
      ({ id }) =>
        cells.companies.has(`${id} ${changeId} ${permission}`) ||
        cells.contactsAt.has(`${id} ${changeId} ${permission}`),
    );
  });
}
