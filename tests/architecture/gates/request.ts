import { encode } from "next-auth/jwt";
import { cookieName, type SessionKind, type SessionPointer } from "@/lib/auth/next-auth";
import { env } from "@/lib/platform/env";
import { request } from "./next-headers";

let visits = 0;

// Each from an address of its own, so that no limit per address is met.
const nextAddress = (): string => `198.51.${++visits >> 8}.${visits & 255}`;

/** Begins a request from one of our own pages, or from elsewhere, with a session's cookie or none. */
export async function beginRequest({
  session,
  origin = env().baseUrl,
}: {
  session?: SessionPointer & { kind: SessionKind };
  origin?: string | null;
}): Promise<void> {
  request.cookies = new Map();
  request.headers = new Headers({ "x-forwarded-for": nextAddress(), ...(origin && { origin }) });
  if (!session) return;
  const { kind, ...token } = session;
  const salt = cookieName(kind);
  request.cookies.set(salt, await encode({ token, secret: env().AUTH_SECRET, salt }));
}
