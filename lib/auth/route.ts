import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { demandStaffActor, staffActor, type Demand } from "./action";
import { toActionError } from "./action-result";
import type { StaffNeed } from "./needs";
import { demandOwnOrigin } from "./request";
import { loadStaffSession, type StaffSession } from "./staff-session";

type RouteContext = { params: Promise<Record<string, string>> };
type Handler = ((request: Request, context: RouteContext) => Promise<Response>) & Demand;
type Given = { request: Request; params: Record<string, string>; actor: StaffActor; session: StaffSession };

const statusOf: Record<string, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "wrong-origin": 403,
  "not-found": 404,
  conflict: 409,
  stale: 409,
  throttled: 429,
};

async function answer(
  need: StaffNeed,
  request: Request,
  work: (actor: StaffActor, session: StaffSession) => Promise<Response>,
) {
  try {
    if (request.method !== "GET") await demandOwnOrigin();
    const session = await loadStaffSession();
    if (!session)
      throw new Refusal("unauthenticated", `You are not signed in. Sign in at ${env().baseUrl}/login.`);
    return await work(demandStaffActor(session, need), session);
  } catch (thrown) {
    const error = toActionError(thrown);
    return Response.json({ ok: false, error }, { status: statusOf[error.code] ?? 500 });
  }
}

/** A route handler for staff who meet `need`, run in one transaction open as them; refusals are JSON with a fitting status. */
export function staffRoute(need: StaffNeed, run: (given: Given & { tx: Tx }) => Promise<Response>): Handler {
  const handler = (request: Request, context: RouteContext) =>
    answer(need, request, async (actor, session) => {
      const params = await context.params;
      return asActor(actor, (tx) => run({ request, params, actor, session, tx }));
    });
  return Object.assign(handler, { demand: { kind: "staff" as const, needs: need } });
}

/** Like `staffRoute` for answers that stream: `run` opens its own transactions as `actor` while the answer is under way. */
export function staffStream(need: StaffNeed, run: (given: Given) => Promise<Response>): Handler {
  const handler = (request: Request, context: RouteContext) =>
    answer(need, request, async (actor, session) =>
      run({ request, params: await context.params, actor, session }),
    );
  return Object.assign(handler, { demand: { kind: "staff" as const, needs: need } });
}

/** Whether a staff user may do what `need` stands for, for showing or leaving out a control; the act itself checks again. */
export const may = (session: StaffSession, need: StaffNeed): boolean => staffActor(session, need) !== null;

/** A route handler for anybody, with the reason why that is right. */
export function publicRoute(
  reason: string,
  run: (request: Request, context: RouteContext) => Promise<Response>,
) {
  return Object.assign(run, { demand: { kind: "public" as const, needs: reason } });
}
