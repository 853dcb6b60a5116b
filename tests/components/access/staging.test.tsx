import { changeStaging, findOnCell, nothingStaged, type Staging } from "@/components/access/staging";
import { keepStaging, readStaging } from "@/components/access/staging-storage";
import type { Operation } from "@/lib/access/operations";
import { ANA, COMPANY } from "./screen-props";

const basis = { changeId: 7, at: new Date("2026-11-21T10:00:00Z"), snapshot: "7:7:" };
const later = { changeId: 9, at: new Date("2026-11-21T11:00:00Z"), snapshot: "9:9:" };
const operation = (changed: Partial<Operation> = {}): Operation => ({
  ...{ subject: "invoices", effect: "allow", lastDay: null },
  reach: { kind: "contact", contactId: ANA },
  ...changed,
});
const staged = (id: string, changed?: Partial<Operation>) => ({
  id,
  label: id,
  operation: operation(changed),
});
const add = (staging: Staging, ...all: ReturnType<typeof staged>[]) =>
  changeStaging(staging, { kind: "add", staged: all, basis: later });

describe("the staged list", () => {
  const one = changeStaging(nothingStaged, { kind: "add", staged: [staged("a")], basis });

  it("keeps what was known of the ledger when the first was staged", () => {
    expect(add(one, staged("b", { subject: "issues" })).basis).toEqual(basis);
    expect(changeStaging(one, { kind: "rebase", basis: later }).basis).toEqual(later);
  });

  it("holds one decision for a cell, the latest, at the end", () => {
    const other = staged("b", { reach: { kind: "companies", companyIds: [COMPANY] } });
    const { operations } = add(add(one, other), staged("c", { effect: "deny" }));
    expect(operations.map(({ id }) => id)).toEqual(["b", "c"]);
  });

  it("finds the operation on just one cell, and none on a wider one", () => {
    const wide = add(nothingStaged, staged("w", { reach: { kind: "everyone" } }));
    expect(findOnCell(one, "invoices", { kind: "contact", contactId: ANA })?.id).toBe("a");
    expect(findOnCell(wide, "invoices", { kind: "contact", contactId: ANA })).toBeUndefined();
  });

  it("forgets what it knew of the ledger with its last operation", () => {
    expect(changeStaging(one, { kind: "remove", ids: ["a"] })).toBe(nothingStaged);
  });
});

describe("what a tab keeps", () => {
  beforeEach(() => sessionStorage.clear());

  it("comes back as it was", () => {
    const staging = changeStaging(nothingStaged, { kind: "add", staged: [staged("a")], basis });
    keepStaging("k", staging);
    expect(readStaging("k")).toEqual(staging);
    keepStaging("k", nothingStaged);
    expect(sessionStorage).toHaveLength(0);
  });

  it.each(["", "{", "null", '{"operations":[{"id":1}],"basis":null}', '{"operations":"x"}'])(
    "is nothing when it cannot be read: %s",
    (text) => {
      sessionStorage.setItem("k", text);
      expect(readStaging("k")).toBe(nothingStaged);
    },
  );
});
