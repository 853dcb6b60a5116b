import type { Tone } from "@/components/ui/badge";
import type { RowFilter } from "@/lib/imports/input";
import type { ImportState } from "@/lib/imports/states";
import type { Phase } from "@/lib/imports/work";

/** What the states of an import are called. */
export const stateNames: Record<ImportState, string> = {
  uploaded: "Not checked yet",
  checking: "Being checked",
  checked: "Checked",
  queued: "Waiting",
  running: "Running",
  done: "Imported",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const stateTones: Record<ImportState, Tone> = {
  uploaded: "neutral",
  checking: "info",
  checked: "info",
  queued: "info",
  running: "info",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
};

/** What is being done, before how far it has come. */
export const phaseNames: Record<Phase | "interrupted", string> = {
  reading: "Reading the file",
  comparing: "Comparing with what is there",
  companies: "Writing companies",
  contacts: "Writing contacts",
  recording: "Putting it on record",
  interrupted: "Interrupted; it begins again by itself in a moment",
};

type Words = Record<RowFilter, string>;

/** What becomes of rows, before the import and after it. */
export const willBe: Words = { create: "New", update: "Changed", unchanged: "Unchanged", error: "Error" };
export const wasDone: Words = {
  create: "Created",
  update: "Changed",
  unchanged: "Unchanged",
  error: "Error",
};

export const outcomeTones: Record<RowFilter, Tone> = {
  create: "good",
  update: "info",
  unchanged: "neutral",
  error: "bad",
};

/** A number with its noun: "1 row", "2,155 rows". */
export function counted(count: number, one: string, many: string, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}

/** How much data: "13.7 MB". */
export function sizeText(bytes: number, locale: string): string {
  const units = ["bytes", "KB", "MB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = (bytes / 1000 ** power).toLocaleString(locale, {
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
  return `${value} ${units[power]}`;
}

/** How long something has lasted: "12 s", "2 min", "1 h 5 min". */
export function lastingText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
