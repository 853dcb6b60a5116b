import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor, ContactActor, StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import type { ButtonId } from "@/lib/access/buttons";
import { Refusal } from "@/lib/platform/errors";
import type { Origin } from "@/lib/sessions/open-session";
import { networkOf } from "@/lib/throttle/network-of";
import { countAct } from "@/lib/throttle/throttle";
import { parseInput, toActionError, type ActionResult } from "./action-result";
import { contactActor, isShown, meetsContactNeed, type ContactNeed } from "./contact-needs";
import { loadContactSession, type ContactSession } from "./contact-session";
import { readSubmitted, typedValues } from "./form-values";
import { reachWithin, type StaffNeed } from "./needs";
import { demandOwnOrigin, requestOrigin } from "./request";
import { isHeldBack, loadStaffSession, type StaffSession } from "./staff-session";

/** A server action: takes values, form data, or (previous state, form data) from a form hook. */
export interface Action<T> {
  (data: FormData): Promise<void>;
  (first?: unknown, second?: unknown): Promise<ActionResult<T>>;
}

type Common<S extends z.ZodType, T> = {
  input: S;
  /** Leaves the pages as they are: for actions that only tell something, or did so this time. */
  onlyReads?: boolean | ((data: T) => boolean);
  /** Where a form goes afterwards; with script, forms that pass plain values decide themselves. */
  then?: (data: T, input: z.output<S>) => string;
};

type Described = { kind: "staff" | "contact" | "public"; needs: string };

/** What a wrapped action or page demands, by which the authorisation matrix is checked. */
export type Demand = { demand: Described };

const SESSION_OVER =
  "You are not signed in any more. Sign in again in another tab, then come back and repeat this: what you typed is still here.";

function act<S extends z.ZodType, T>(
  demand: Described,
  options: Common<S, T>,
  perform: (values: unknown) => Promise<{ data: T; input: z.output<S> }>,
): Action<T> & Demand {
  const action = async (first?: unknown, second?: unknown): Promise<ActionResult<T>> => {
    const submitted = readSubmitted(first, second);
    let done: { data: T; input: z.output<S> };
    try {
      await demandOwnOrigin();
      done = await perform(submitted.values);
    } catch (thrown) {
      const values = typedValues(submitted);
      return { ok: false, error: { ...toActionError(thrown), ...(values && { values }) } };
    }
    // Also before a redirect, which would otherwise keep the frame around the page as it was.
    const { onlyReads } = options;
    if (!(typeof onlyReads === "function" ? onlyReads(done.data) : onlyReads)) revalidatePath("/", "layout");
    // After the commit: redirect works by throwing, which must not look like a failure.
    if (submitted.isForm && options.then) redirect(options.then(done.data, done.input));
    return { ok: true, data: done.data };
  };
  return Object.assign(action as Action<T>, { demand });
}

/**
 * What an action does: `run` gets a transaction open as whoever asks. `runAlone` opens its own, for acts that count attempts or act as the
 * system: a second connection asked for while one is held would, with enough people at once, be waited for by all and given to none.
 */
type Work<C extends { tx: Tx }, S extends z.ZodType, T> =
  | { run: (context: C, input: z.output<S>) => Promise<T>; runAlone?: undefined }
  | { run?: undefined; runAlone: (context: Omit<C, "tx">, input: z.output<S>) => Promise<T> };

type StaffContext = { tx: Tx; actor: StaffActor; session: StaffSession };

/** An action for staff who meet `needs`, done as them with the reach that the need gives. */
export function staffAction<S extends z.ZodType, T>(
  options: Common<S, T> & Work<StaffContext, S, T> & { needs: StaffNeed },
): Action<T> & Demand {
  return act({ kind: "staff", needs: options.needs }, options, async (values) => {
    const session = await loadStaffSession();
    if (!session) throw new Refusal("unauthenticated", SESSION_OVER);
    const actor = demandStaffActor(session, options.needs);
    const input = parseInput(options.input, values);
    const { run, runAlone } = options;
    if (!run) return { input, data: await runAlone({ actor, session }, input) };
    return { input, data: await asActor(actor, (tx) => run({ tx, actor, session }, input)) };
  });
}

type ContactContext = { tx: Tx; actor: ContactActor; session: ContactSession };

/** An action for a signed-in contact who meets `needs`, done as them; refused while portal settings hide the button that it stands behind. */
export function contactAction<S extends z.ZodType, T>(
  options: Common<S, T> & Work<ContactContext, S, T> & { needs: ContactNeed; button?: ButtonId },
): Action<T> & Demand {
  return act({ kind: "contact", needs: options.needs }, options, async (values) => {
    const session = await loadContactSession();
    if (!session) throw new Refusal("unauthenticated", SESSION_OVER);
    if (!meetsContactNeed(session, options.needs))
      throw new Refusal(
        "forbidden",
        "Your access does not include this. Ask your contact person at the company that runs this portal.",
      );
    if (options.button && !isShown(session, options.button))
      throw new Refusal(
        "forbidden",
        `${session.organisation.name} does not offer this in its portal. Ask your contact person there.`,
      );
    const input = parseInput(options.input, values);
    const actor = contactActor(session);
    const { run, runAlone } = options;
    if (!run) return { input, data: await runAlone({ actor, session }, input) };
    return { input, data: await asActor(actor, (tx) => run({ tx, actor, session }, input)) };
  });
}

type PublicContext = { origin: Origin };

/** An action for anybody, with the reason why that is right and the limit of calls per address; `run` opens its own transactions. */
export function publicAction<S extends z.ZodType, T>(
  options: Common<S, T> & {
    reason: string;
    limit: { name: string; points: number; seconds: number };
    run: (context: PublicContext, input: z.output<S>) => Promise<T>;
  },
): Action<T> & Demand {
  return act({ kind: "public", needs: options.reason }, options, async (values) => {
    const origin = await requestOrigin();
    await countAct(
      options.limit.name,
      networkOf(origin.address),
      options.limit.points,
      options.limit.seconds,
    );
    const input = parseInput(options.input, values);
    return { input, data: await options.run({ origin }, input) };
  });
}

/** The actor that `session` is for this need, or null when the roles do not meet it. */
export function staffActor(session: StaffSession, need: StaffNeed): StaffActor | null {
  const reach = isHeldBack(session, need) ? null : reachWithin(session.organisation, need, session.roles);
  if (!reach) return null;
  const { id: staffId, name, roles } = session;
  return { kind: "staff", organisationId: session.organisation.id, staffId, name, roles, reach };
}

/** The actor that `session` is for this need; refuses, saying why, when the need is not met. */
export function demandStaffActor(session: StaffSession, need: StaffNeed): StaffActor {
  const actor = staffActor(session, need);
  if (actor) return actor;
  throw new Refusal(
    "forbidden",
    isHeldBack(session, need)
      ? "Your organisation asks for a second factor. Set it up under Account first."
      : "Your roles do not allow this. Ask an administrator for the right to do it.",
  );
}

export type { Actor };
