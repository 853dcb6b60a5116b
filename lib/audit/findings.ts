import type { AuditFinding } from "@/db/schema";

// Whoever has more than this to look into begins with these.
const MOST_KEPT = 100;

/** What was found on the way through a chain: the first of it, and how much there is. */
export class Findings {
  readonly kept: AuditFinding[] = [];
  count = 0;

  /** Notes a finding, or adds to the one before where it goes on. */
  add(finding: AuditFinding): void {
    const last = this.kept.at(-1);
    const goesOn = last && joins.has(finding.kind) && last.kind === finding.kind && continues(last, finding);
    this.count += 1;
    if (goesOn) last.upTo = finding.upTo ?? finding.position;
    else if (this.kept.length < MOST_KEPT) this.kept.push(finding);
  }
}

// Of these one line for a stretch says more than a line for each place.
const joins = new Set<AuditFinding["kind"]>(["key"]);

const continues = (last: AuditFinding, next: AuditFinding): boolean =>
  next.position !== undefined && (last.upTo ?? last.position) === next.position - 1;
