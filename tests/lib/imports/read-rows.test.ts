import fc from "fast-check";
import { readRows, type FileFault, type FileRow } from "@/lib/imports/read-rows";

async function read(
  text: string,
  { delimiter = ",", sliceBytes = 1 << 20 } = {},
): Promise<{ rows: FileRow[]; fault?: FileFault }> {
  const bytes = Buffer.from(text);
  const slices = [];
  for (let at = 0; at < bytes.length; at += sliceBytes) slices.push(bytes.subarray(at, at + sliceBytes));
  const rows: FileRow[] = [];
  const reading = readRows(slices, delimiter);
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { rows, fault: value };
    rows.push(...value);
  }
}

const cells = async (text: string, delimiter = ",") =>
  (await read(text, { delimiter })).rows.map((row) => row.cells);

describe("reading a CSV file", () => {
  it("keeps quotes, doubled quotes, delimiters and line breaks inside cells", async () => {
    expect(await cells('a,"b ""c"", d","e\nf"\n')).toEqual([["a", 'b "c", d', "e\nf"]]);
  });

  it("keeps a quotation mark in the middle of a cell", async () => {
    expect(await cells('name,size\nPipe,5" wide\n')).toEqual([
      ["name", "size"],
      ["Pipe", '5" wide'],
    ]);
  });

  it.each(["\n", "\r\n", "\r"])("takes %j as the end of a line", async (end) => {
    expect(await cells(["a,b", "1,2", ""].join(end))).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("takes line ends of different kinds in one file", async () => {
    expect(await cells("\na,b\r\n1,2\n3,4\r5,6")).toHaveLength(4);
  });

  it("drops Excel's hint at the delimiter", async () => {
    expect(await cells("sep=;\na;b\n", ";")).toEqual([["a", "b"]]);
  });

  it("numbers rows by the line on which they begin, past blank lines and breaks inside cells", async () => {
    const { rows } = await read('\na,b\n"x\ny",1\n\n\n"p\r\nq",2\r\n3,4\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 7, 9]);
  });

  it("says where a quotation mark is never closed, after the rows before it", async () => {
    const { rows, fault } = await read('a,b\n1,2\n3,"4\n5,6\n');
    expect(rows).toHaveLength(2);
    expect(fault).toEqual({ line: 3, message: expect.stringContaining("never closed") });
  });

  it("stops at a row that grows beyond all measure instead of holding it in memory", async () => {
    const { rows, fault } = await read(`a,b\n1,2\n3,"${"x".repeat(2_000_000)}\n`, { sliceBytes: 65_536 });
    expect(rows).toHaveLength(2);
    expect(fault).toEqual({ line: 3, message: expect.stringContaining("256 KB") });
  });

  it("reads the same however the file is sliced, and what any writer wrote", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ä", "😀", '"', ",", "\n", "\r", " ", ";", "'") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, sliceBytes) => {
        const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const { rows: found, fault } = await read(written.join("\r\n"), { sliceBytes });
        expect(fault).toBeUndefined();
        expect(found.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });
});
