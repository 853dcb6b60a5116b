import fc from "fast-check";
import { guardCell, unguardCell } from "@/lib/imports/guard";

describe("a cell for a spreadsheet", () => {
  it.each(["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "NULL", "'NULL"])(
    "is guarded: %j",
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
    },
  );

  it.each(["Alfreds", "", "'t Hoen", "1-2", "a=b", "NULLA", "null"])("is left as it is: %j", (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  it("comes back as it was, whatever it was", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "＋", "a", " ", "NULL") });
    fc.assert(fc.property(text, (value) => expect(unguardCell(guardCell(value))).toBe(value)));
  });

  it("never begins as a formula does", () => {
    fc.assert(
      fc.property(fc.string(), (value) => expect(guardCell(value)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)),
    );
  });
});
