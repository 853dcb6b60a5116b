import { reachWords } from "@/components/access/changes-words";
import type { ChangeRow } from "@/lib/access/list-changes";

const change = (given: Partial<ChangeRow>): ChangeRow => ({
  ...{ id: 1, summary: "", madeAt: new Date(0), madeBy: "Ada", undoneAt: null, undoneBy: null },
  ...{ subjects: ["customer invoices"], isForEveryone: false, companyCount: 0, contactCount: 0 },
  ...given,
});
const words = (given: Partial<ChangeRow>) => reachWords(change(given), "en-GB");

it("says for whom a change is, in numbers as they are written there", () => {
  expect(words({ isForEveryone: true })).toBe("All customer contacts");
  expect(words({ isForEveryone: true, subjects: ["customer invoices", "supplier invoices"] })).toBe(
    "All contacts",
  );
  expect(words({ isForEveryone: true, subjects: ["supplier services"] })).toBe("All suppliers");
  expect(words({ companyCount: 1, contactCount: 1204 })).toBe("1 company and 1,204 contacts");
  expect(words({ isForEveryone: true, contactCount: 1 })).toBe("All customer contacts and 1 contact");
});
