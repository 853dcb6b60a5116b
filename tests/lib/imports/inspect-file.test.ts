import { decodeFile } from "@/lib/imports/decode-file";
import { guessDelimiter } from "@/lib/imports/guess-delimiter";
import { inspectFile } from "@/lib/imports/inspect-file";

const inspect = (text: string | Buffer) => inspectFile(Buffer.from(text));

describe("an uploaded file", () => {
  it("shows its headings with the first values of each column", async () => {
    const file = await inspect("Code;Name\nA1;Ärzte\nA2;NULL\n");
    expect(file).toMatchObject({ delimiter: ";", encoding: "UTF-8", rowsTotal: 2 });
    expect(file.columns).toEqual([
      { heading: "Code", samples: ["A1", "A2"] },
      { heading: "Name", samples: ["Ärzte"] },
    ]);
  });

  it.each([
    ["nothing", "", /empty/],
    ["blank lines", "\n \n", /empty/],
    ["headings alone", "code,name\n", /no row below/],
    ["10,000 columns", `${"a,".repeat(10_000)}\n1\n`, /10,001 columns, and at most 200/],
    ["a line without end", `a,b\n1,2\n${",".repeat(300_000)}\n`, /Line 3 .* longer than 256 KB/],
    ["an Excel workbook", Buffer.from("PK\u0003\u0004rest"), /CSV UTF-8/],
    ["NUL bytes", "code,name\nA\u00001,B\n", /not a text file/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /not a text file/],
  ])("is refused with the remedy when it holds %s", async (_, text, words) => {
    await expect(inspect(text)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(words),
    });
  });

  it("may end its lines as old Macintoshes did, however long it is", async () => {
    const file = await inspect(`code,name\r${"A,B\r".repeat(100_000)}`);
    expect(file.columns).toHaveLength(2);
  });

  it("may have headings that are names of an object's own workings", async () => {
    const file = await inspect("__proto__,constructor,toString\n1,2,3\n");
    expect(file.columns.map(({ heading }) => heading)).toEqual(["__proto__", "constructor", "toString"]);
  });

  it("is known again by its fingerprint", async () => {
    expect((await inspect("a\n1")).hash).toBe((await inspect("a\n1")).hash);
    expect((await inspect("a\n1")).hash).not.toBe((await inspect("a\n2")).hash);
  });
});

describe("the letters of a file", () => {
  const text = "name\nMüller – “Café” €\n";
  it.each([
    ["UTF-8", Buffer.from(text), "UTF-8"],
    ["UTF-8 with mark", Buffer.from(`\ufeff${text}`), "UTF-8"],
    ["UTF-16LE with mark", Buffer.from(`\ufeff${text}`, "utf16le"), "UTF-16LE"],
    ["UTF-16BE with mark", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "UTF-16BE"],
    ["Windows-1252", Buffer.from("name\nM\xfcller \x96 \x93Caf\xe9\x94 \x80\n", "latin1"), "Windows-1252"],
  ])("are read from %s", (_, bytes, encoding) => {
    const decoded = decodeFile(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.toString()).toBe(text);
  });
});

describe("the sign between cells", () => {
  it.each([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\n1,5;2;3\n", ";"],
    ["a\tb\n1, 2\t3\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ['"a,b,c";d\n"1,2,3";4\n', ";"],
    ["name\nA\n", ","],
    ["sep=;\na,x;b,y\n", ";"],
    ["name;note\nA;one, two, three\nB;four\n", ";"],
  ])("is guessed in %j", (text, sign) => {
    expect(guessDelimiter(text)).toBe(sign);
  });
});
