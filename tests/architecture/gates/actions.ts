import type { Demand } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";
import { listSources } from "../sources";

type Call = (first?: unknown, second?: unknown) => Promise<ActionResult<unknown>>;

/** An action of app, with what it demands. */
export type FoundAction = { name: string; demand: Demand["demand"]; call: Call };

/** Every action of app. */
export async function loadActions(): Promise<FoundAction[]> {
  const found: FoundAction[] = [];
  for (const { path } of listSources("app").filter(({ text }) => /^\s*["']use server["']/.test(text))) {
    const exported = (await import(`@/${path}`)) as Record<string, Call & Demand>;
    for (const [name, action] of Object.entries(exported))
      found.push({ name: `${path} ${name}`, demand: action.demand, call: action });
  }
  return found;
}

/** How an action ended: "done", or the code of its refusal. */
export async function outcomeOf(call: () => Promise<ActionResult<unknown>>): Promise<string> {
  try {
    const result = await call();
    return result.ok ? "done" : result.error.code;
  } catch (thrown) {
    const { digest } = thrown as { digest?: string };
    if (digest?.startsWith("NEXT_REDIRECT")) return "done";
    throw thrown;
  }
}
