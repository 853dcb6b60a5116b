import { oneOf, searchedWords, several, single, those } from "@/lib/platform/address";

const kinds = ["customer", "supplier"] as const;

it("takes a name that is missing, given once or given several times", () => {
  expect([undefined, "a", ["a", "b"]].map(several)).toEqual([[], ["a"], ["a", "b"]]);
  expect([undefined, "a", ["a", "b"]].map(single)).toEqual(["", "a", "a"]);
});

it("knows what can be asked for, and leaves out the rest", () => {
  expect(oneOf(kinds, "supplier")).toBe("supplier");
  expect(oneOf(kinds, "__proto__")).toBeUndefined();
  expect(those(kinds, ["supplier", "nobody", "customer"])).toEqual(["customer", "supplier"]);
});

it("keeps words to search for on one line, trimmed and short, without what PostgreSQL cannot store", () => {
  expect(searchedWords("  alfreds\n\u0000futter ")).toBe("alfreds  futter");
  expect(searchedWords("x".repeat(300))).toHaveLength(100);
});
