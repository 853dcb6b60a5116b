import { NextResponse, type NextRequest } from "next/server";
import { env } from "./lib/platform/env";

const isDevelopment = process.env.NODE_ENV === "development";

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // React's development build evaluates code to show where errors come from.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Radix and sonner position what floats with style attributes, which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Next.js answers a form from another site with a bare 500; people who come by another name of this server deserve better.
function isFromElsewhere(request: NextRequest): boolean {
  const origin = request.headers.get("origin");
  if (request.method !== "POST" || !origin || origin === "null") return false;
  return origin !== new URL(env().baseUrl).origin;
}

/** Gives every page its Content-Security-Policy with a nonce of its own, and tells pages their path for the way back after sign-in. */
export function proxy(request: NextRequest): NextResponse {
  if (isFromElsewhere(request))
    return new NextResponse(
      `This was not sent from Portico's own pages. Open ${env().baseUrl} and try again there.`,
      {
        status: 403,
      },
    );
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-portico-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Uploads go to route handlers under /api, which this leaves alone: a proxied body would be held in memory and cut off.
export const config = { matcher: [{ source: "/((?!api/|_next/static|_next/image|favicon.ico).*)" }] };
