import { Refusal } from "@/lib/platform/errors";

/** Why an uploaded file is not taken, and what to do instead; a page without script is told only the reason's name. */
export const uploadRefusals = {
  "no-file": "Choose a CSV file.",
  "too-large":
    "The file is larger than 64 MB. Split it into smaller ones and import them one after the other.",
  "broken-off": "The upload broke off before the file was whole. Upload it again.",
  workbook:
    "This is an Excel workbook. Open it in Excel, choose Save As, the type “CSV UTF-8”, and upload that file.",
  "no-text": "This is not a text file. Save the list as CSV and upload that file.",
  empty: "The file is empty. Choose one with a row of headings and a row for each company.",
  "no-rows": "The file has headings, but no row below them.",
  "too-wide": "The file has more than 200 columns. Keep those that you need.",
  "too-long":
    "A line of the file is longer than 256 KB. This is no list of companies, or its line ends are missing.",
} as const;

export type UploadRefusal = keyof typeof uploadRefusals;

/** The refusal of an uploaded file; `message` says it more precisely where more is known. */
export const refuseUpload = (why: UploadRefusal, message: string = uploadRefusals[why]): Refusal =>
  new Refusal("invalid", message, { file: message }, { why });

/** The sentence for a reason's name from an address; undefined when it is none. */
export const uploadRefusalNamed = (name: unknown): string | undefined =>
  typeof name === "string" && Object.hasOwn(uploadRefusals, name)
    ? uploadRefusals[name as UploadRefusal]
    : undefined;
