import { explainAccess, explainServices, type Reader } from "@/lib/access/explain";
import type { AccessAnswer, Because, ServicesAnswer } from "@/lib/access/resolve-access";
import { STAGED_CHANGE } from "@/lib/access/staged-entries";

/** What a cell shows: allowed or not, decided here or wider, staged or saved, without effect, and why. */
export type CellView = {
  isOn: boolean;
  origin: "own" | "wider" | "none";
  isStaged: boolean;
  isVoid: boolean;
  why: string;
};

/** A permission of a contact as its cell shows it; `saved` is how it stands without what is staged. */
export function accessCell(answer: AccessAnswer, saved: AccessAnswer, reader: Reader): CellView {
  const isStaged = isOfStaged(answer.because);
  const before = isStaged && saved.allowed !== answer.allowed ? `. Now: ${explainAccess(saved, reader)}` : "";
  return {
    isOn: answer.allowed,
    origin: originOf(answer.because, "contact"),
    isStaged,
    isVoid: answer.allowed && !answer.usable,
    why: `${isStaged ? "Staged. " : ""}${explainAccess(answer, reader)}${before}`,
  };
}

/** The Services switch of a company as its cell shows it. */
export function servicesCell(services: ServicesAnswer, isClosed: boolean, reader: Reader): CellView {
  const isStaged = isOfStaged(services.because);
  const why = explainServices(services, reader);
  return {
    isOn: services.on,
    origin: originOf(services.because, "company"),
    isStaged,
    isVoid: services.on && isClosed,
    why: `${isStaged ? "Staged. " : ""}${services.on && isClosed ? "No effect: the company is closed. " : ""}${why}`,
  };
}

const isOfStaged = (because: Because) =>
  (because.kind === "entry" || because.kind === "no-group-role") && because.entry.changeId === STAGED_CHANGE;

function originOf(because: Because, own: "contact" | "company"): CellView["origin"] {
  if (because.kind === "never-granted") return "none";
  return because.kind === "entry" && because.entry.scope === own ? "own" : "wider";
}
