import { isUtf8 } from "node:buffer";
import { refuseUpload } from "./upload-refusals";

/** A file's text in UTF-8 without byte order mark, and how it was written. */
export type DecodedFile = { text: Buffer; encoding: string };

const workbooks = [Buffer.from("PK\u0003\u0004"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];
const marks = [
  { mark: Buffer.from([0xef, 0xbb, 0xbf]), encoding: "UTF-8" },
  { mark: Buffer.from([0xff, 0xfe]), encoding: "UTF-16LE" },
  { mark: Buffer.from([0xfe, 0xff]), encoding: "UTF-16BE" },
];

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start);

/** Reads what a spreadsheet or a database wrote: UTF-8, UTF-16 with its mark, else Windows-1252; refuses what is no text. */
export function decodeFile(bytes: Buffer): DecodedFile {
  if (workbooks.some((start) => startsWith(bytes, start))) throw refuseUpload("workbook");
  const marked = marks.find(({ mark }) => startsWith(bytes, mark));
  const rest = marked ? bytes.subarray(marked.mark.length) : bytes;
  const decoded = decode(rest, marked?.encoding);
  if (decoded.text.includes(0)) throw refuseUpload("no-text");
  return decoded;
}

function decode(bytes: Buffer, marked: string | undefined): DecodedFile {
  if (marked?.startsWith("UTF-16"))
    return { text: Buffer.from(new TextDecoder(marked).decode(bytes)), encoding: marked };
  if (isUtf8(bytes)) return { text: bytes, encoding: "UTF-8" };
  return { text: Buffer.from(windows1252(bytes)), encoding: "Windows-1252" };
}

// What Windows-1252 has where ISO 8859-1 has control characters; some versions of Node take the one for the other.
const differing = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windows1252 = (bytes: Buffer): string =>
  bytes
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => differing[sign.charCodeAt(0) - 0x80] ?? sign);
