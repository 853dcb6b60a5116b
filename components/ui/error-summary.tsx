"use client";

import type { MouseEvent } from "react";
import { useAttention } from "./use-attention";

export type FormProblem = { field?: string; message: string };

/**
 * What is wrong with a form, at its top, each line a link to its field (`field` is the field's id); takes the focus
 * whenever there is something new to say. Shows nothing when nothing is wrong.
 */
export function ErrorSummary({ problems, title }: { problems: FormProblem[]; title?: string }) {
  const wording = problems.map((problem) => problem.message).join("\n");
  const box = useAttention<HTMLDivElement>(wording);

  if (!wording) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-control border border-bad bg-bad-soft px-4 py-3 focus:outline-2 focus:outline-offset-2 focus:outline-bad"
    >
      <h2 className="font-medium text-bad">{title ?? defaultTitle(problems.length)}</h2>
      <ul className="mt-1 grid gap-1">
        {problems.map((problem) => (
          <li key={`${problem.field}${problem.message}`}>
            {problem.field ? (
              <a className="underline underline-offset-3" href={`#${problem.field}`} onClick={focusField}>
                {problem.message}
              </a>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function defaultTitle(count: number): string {
  return count === 1 ? "One thing needs your attention" : `${count} things need your attention`;
}

/** A link to an id scrolls by itself; the focus it leaves behind, so that typing would go nowhere. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView?.({ block: "center" });
  field.focus({ preventScroll: true });
}
