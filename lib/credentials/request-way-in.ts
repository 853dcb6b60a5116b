import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { addJob } from "@/lib/jobs/add-job";
import { countAct } from "@/lib/throttle/throttle";
import { findToken } from "@/lib/tokens/find-token";
import { demandPortal } from "./demand-portal";
import type { linkInput, requestByEmailInput } from "./input";
import { loginKey } from "./queries";
import { SEND_FRESH_LINK, SEND_WAY_IN } from "./send-way-in";

const WHY = "a way in was asked for";
const HOUR = 3600;

/** Takes a request for a reset link or for registration; only a job is written, so known and unknown e-mails are answered alike. */
export async function requestWayIn(_: unknown, input: z.output<typeof requestByEmailInput>): Promise<null> {
  const { id: organisationId } = await demandPortal(input.organisation);
  const key = loginKey(organisationId, input.email);
  await countAct("way-in", key, 6, HOUR);
  await asSystem(WHY, organisationId, (tx) =>
    addJob(tx, SEND_WAY_IN, { organisationId, email: input.email }, key),
  );
  return null;
}

/** Takes a request for a fresh link from somebody whose link no longer works; the answer is the same whatever the link was. */
export async function requestFreshLink(
  _: unknown,
  { organisation, secret }: z.output<typeof linkInput>,
): Promise<null> {
  const found = await findToken(secret);
  if (!found || found.organisationSlug !== organisation || !found.token.loginId) return null;
  const { organisationId, token } = found;
  await countAct("fresh-link", token.id, 6, HOUR);
  await asSystem(WHY, organisationId, (tx) =>
    addJob(tx, SEND_FRESH_LINK, { organisationId, tokenId: token.id }, token.id),
  );
  return null;
}
