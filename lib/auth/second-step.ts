import { decode, encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import type { AwaitedCode } from "@/lib/staff/sign-in-staff";

// Long enough to find the telephone, too short to be found by somebody else.
const SECONDS = 600;
const SALT = "portico.code";

const name = () => `${env().isSecure ? "__Host-" : ""}${SALT}`;
const awaitedCode = z.object({ organisationId: z.uuid(), staffId: z.uuid(), mark: z.string() });

/** Remembers in this browser, sealed, whose password was right; only within an action. It opens nothing without a code. */
export async function setSecondStep(awaited: AwaitedCode): Promise<void> {
  const token = await encode({ token: awaited, secret: env().AUTH_SECRET, salt: SALT, maxAge: SECONDS });
  const options = { path: "/", maxAge: SECONDS, sameSite: "lax", httpOnly: true } as const;
  (await cookies()).set(name(), token, { ...options, secure: env().isSecure });
}

/** Forgets whose code is awaited; only within an action. */
export async function clearSecondStep(): Promise<void> {
  (await cookies()).delete({ name: name(), path: "/", secure: env().isSecure });
}

/** Whose code this browser is asked for, or null when none is, or its time is over. */
export async function readSecondStep(): Promise<AwaitedCode | null> {
  const token = (await cookies()).get(name())?.value;
  if (!token) return null;
  try {
    const read = await decode({ token, secret: env().AUTH_SECRET, salt: SALT });
    return awaitedCode.safeParse(read).data ?? null;
  } catch {
    return null; // a cookie that was tampered with is no cookie
  }
}
