import NextAuth, { type NextAuthConfig } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { env } from "@/lib/platform/env";

declare module "next-auth" {
  interface User {
    organisationId?: string;
    sessionId?: string;
  }
}

export type SessionKind = "staff" | "contact";

/** What the cookie carries: which session row to load, nothing else. */
export type SessionPointer = { organisationId: string; sessionId: string };

const TICKET_SALT = "portico.ticket";
const TICKET_SECONDS = 30;

/** The name of the session cookie; `__Host-` wherever https makes that possible. */
export const cookieName = (kind: SessionKind): string => `${env().isSecure ? "__Host-" : ""}portico.${kind}`;

const maxAge = (kind: SessionKind): number =>
  60 * (kind === "staff" ? env().STAFF_SESSION_MINUTES : env().CONTACT_SESSION_MINUTES);

const isText = (value: unknown): value is string => typeof value === "string";

function pointerIn(value: { organisationId?: unknown; sessionId?: unknown } | null): SessionPointer | null {
  if (!value || !isText(value.organisationId) || !isText(value.sessionId)) return null;
  return { organisationId: value.organisationId, sessionId: value.sessionId };
}

// The only credential accepted here is a ticket that this process signed a moment ago, after a use case had opened the session.
function configure(kind: SessionKind): NextAuthConfig {
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure: env().isSecure } as const;
  return {
    basePath: `/api/auth/${kind}`,
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: "jwt", maxAge: maxAge(kind) },
    cookies: { sessionToken: { name: cookieName(kind), options: cookie } },
    providers: [
      Credentials({
        credentials: { ticket: {} },
        authorize: async ({ ticket }) => {
          if (!isText(ticket)) return null;
          const salt = `${TICKET_SALT}.${kind}`;
          return pointerIn(await decode({ token: ticket, secret: env().AUTH_SECRET, salt }));
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...pointerIn(user) } : token),
    },
  };
}

const staffAuth = NextAuth(() => configure("staff"));
const contactAuth = NextAuth(() => configure("contact"));
const authOf = (kind: SessionKind) => (kind === "staff" ? staffAuth : contactAuth);

/** Puts the cookie for an opened session on the response; only within an action or route. */
export async function setSessionCookie(kind: SessionKind, pointer: SessionPointer): Promise<void> {
  const salt = `${TICKET_SALT}.${kind}`;
  const ticket = await encode({
    token: { ...pointer },
    secret: env().AUTH_SECRET,
    salt,
    maxAge: TICKET_SECONDS,
  });
  await authOf(kind).signIn("credentials", { ticket, redirect: false });
}

/** Takes the session cookie off; only within an action or route. */
export async function clearSessionCookie(kind: SessionKind): Promise<void> {
  (await cookies()).delete({ name: cookieName(kind), path: "/", secure: env().isSecure });
}

/** What the request's cookie points at, or null when there is none or it was not made here. */
export async function readSessionCookie(kind: SessionKind): Promise<SessionPointer | null> {
  const token = (await cookies()).get(cookieName(kind))?.value;
  if (!token) return null;
  try {
    return pointerIn(await decode({ token, secret: env().AUTH_SECRET, salt: cookieName(kind) }));
  } catch {
    return null; // a cookie that was tampered with is no cookie
  }
}
