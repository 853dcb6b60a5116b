"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Action } from "@/lib/auth/action";
import type { TemplateFormValues } from "@/lib/templates/input";
import type { TemplatePreview } from "@/lib/templates/preview-template";

const PAUSE_MS = 350;

export type PreviewAction = Action<TemplatePreview>;
type Asked = TemplateFormValues & { template: string; contactId: string };

/** The last that could be shown, what is wrong now, and whether an answer is awaited. */
export type Preview = ReturnType<typeof usePreview>;

/** What the template being typed looks like: the last that could be shown, what is wrong now, and whether an answer is awaited. */
export function usePreview(asked: Asked, initial: TemplatePreview, action: PreviewAction) {
  const key = JSON.stringify(asked);
  const [answer, setAnswer] = useState({ ...initial, key });
  const [failure, setFailure] = useState("");
  const first = useRef(key);

  const ask = useEffectEvent(async (isStale: () => boolean) => {
    const result = await action(asked).catch(() => null);
    if (isStale()) return;
    if (!result?.ok)
      return setFailure(result?.error.message ?? "Portico could not be reached. Type again to retry.");
    setFailure("");
    setAnswer(({ shown }) => ({ ...result.data, shown: result.data.shown ?? shown, key }));
  });

  useEffect(() => {
    if (first.current === key) return;
    first.current = "";
    let isStale = false;
    const timer = setTimeout(() => void ask(() => isStale), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [key]);

  return { problems: answer.problems, shown: answer.shown, isWaiting: answer.key !== key, failure };
}
