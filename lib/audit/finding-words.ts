import type { AuditFinding } from "@/db/schema";

type Write = (moment: Date) => string;

const places = ({ position = 0, upTo = position }: AuditFinding): string =>
  upTo > position ? `Places ${position} to ${upTo}` : `Place ${position}`;

/** A finding as a sentence for people; `write` puts a moment as they write it. */
export function findingWords(finding: AuditFinding, write: Write): string {
  const moment = (text: string | undefined) => (text ? write(new Date(text)) : "an unknown time");
  const { at, recordedAt } = finding;
  switch (finding.kind) {
    case "edited":
      return `${places(finding)}: the event of ${moment(at)} is not as it was sealed. It, or its place, was changed.`;
    case "removed":
      return `${places(finding)}: the event recorded ${moment(recordedAt)} was removed.`;
    case "inserted":
      return `An event that says it happened ${moment(at)} is not in the chain. It was added past Portico, or its place was taken away.`;
    case "backdated":
      return `${places(finding)}: an event says it happened ${moment(at)}, but came in after ${moment(recordedAt)}.`;
    case "gap":
      return `${places(finding)} of the chain ${finding.upTo === finding.position ? "was" : "were"} removed.`;
    case "shortened":
      return `The end of the chain was removed: ${places(finding).toLowerCase()}.`;
    case "head":
      return "The record of where the chain ends was changed or removed.";
    case "elsewhere":
      return `Place ${finding.position} does not hold the head that was noted down. The chain was made anew since, or the note is of another one.`;
    case "key":
      return `${places(finding)} cannot be checked: sealed under another AUTH_SECRET. Give the former one in AUTH_SECRETS_BEFORE.`;
  }
}
