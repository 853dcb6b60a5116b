import fc from "fast-check";
import { resolveAccess, type AccessSubject, type LedgerEntry } from "@/lib/access/resolve-access";
import { line, naiveAnswers } from "./naive-model";
import { counted, placeAbove, stories, TODAY, treeOf, type Story, type StoryEntry } from "./random-stories";

type Told = { entries: LedgerEntry[]; subjects: AccessSubject[] };

// Ids are the places of companies and contacts in the story.
function tell(story: Story): Told {
  const told: Told = { entries: [], subjects: [] };
  const companies: (AccessSubject["company"] & { audience: AccessSubject["audience"] })[] = [];
  const above: (number | null)[] = [];
  let changes = 0;
  const targetsOf = ({ scope, target }: StoryEntry) => {
    const none = { scope: "everyone" as const, companyId: null, contactId: null };
    if (scope === "everyone") return [none];
    if (scope === "contact") return [{ ...none, scope, contactId: counted(told.subjects, target).contactId }];
    const place = target % companies.length;
    const meant = scope === "tree" ? treeOf(place, above) : [place];
    return meant.map((each) => ({ ...none, scope: "company" as const, companyId: String(each) }));
  };
  for (const step of story.steps) {
    if (step.kind === "company") {
      above.push(
        placeAbove(
          companies.map((company) => company.audience),
          step,
        ),
      );
      companies.push({
        id: String(companies.length),
        audience: step.audience,
        accessSince: changes + 1,
        isClosed: false,
      });
    } else if (step.kind === "contact") {
      const company = counted(companies, step.company);
      told.subjects.push({
        contactId: String(told.subjects.length),
        audience: company.audience,
        isActive: true,
        accessSince: changes + 1,
        company,
        groupRoles: [],
        modules: story.modules,
        hidden: story.hidden,
      });
    } else {
      changes += 1;
      const lines = step.entries.flatMap((entry) =>
        targetsOf(entry).map((target) => ({ ...entry, ...target })),
      );
      for (const [position, { target: _, ...entry }] of lines.entries())
        told.entries.push({
          ...entry,
          ...{ changeId: changes, position, isUndone: step.isUndone },
          ...{ summary: `Change ${changes}`, madeBy: "Ada", madeAt: new Date(0) },
        });
    }
  }
  story.closed.forEach((index) => (counted(companies, index).isClosed = true));
  story.deactivated.forEach((index) => (counted(told.subjects, index).isActive = false));
  for (const { contact, role } of story.holdings) {
    const subject = counted(told.subjects, contact);
    subject.groupRoles = [...subject.groupRoles, { name: `Role ${role}`, ...counted(story.roles, role) }];
  }
  return told;
}

function answers(story: Story, shuffled?: (entries: LedgerEntry[]) => LedgerEntry[]): string[] {
  const { entries, subjects } = tell(story);
  return subjects
    .flatMap((subject, index) =>
      [...resolveAccess(subject, shuffled?.(entries) ?? entries, TODAY).permissions].map(([id, answer]) =>
        line(index, id, answer.allowed, answer.usable),
      ),
    )
    .sort();
}

describe("access as resolved from the ledger", () => {
  it("is what a table of ticks would hold, had the undone and ended entries never been made", () => {
    fc.assert(
      fc.property(stories, (story) => expect(answers(story)).toEqual(naiveAnswers(story))),
      { numRuns: 1_000 },
    );
  });

  it("does not depend on the order in which entries are read", () => {
    fc.assert(
      fc.property(stories, (story) =>
        expect(answers(story, (entries) => [...entries].reverse())).toEqual(answers(story)),
      ),
      { numRuns: 100 },
    );
  });

  it("is, after any change is undone, as if that change had been empty", () => {
    fc.assert(
      fc.property(stories, fc.nat(50), (story, which) => {
        const changes = story.steps.flatMap((step, index) => (step.kind === "change" ? [index] : []));
        fc.pre(changes.length > 0);
        const chosen = counted(changes, which);
        const as = (change: object) => ({
          ...story,
          steps: story.steps.map((step, index) => (index === chosen ? { ...step, ...change } : step)),
        });
        expect(answers(as({ isUndone: true }))).toEqual(answers(as({ entries: [], isUndone: false })));
      }),
      { numRuns: 300 },
    );
  });
});
