import { headers } from "next/headers";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import type { Origin } from "@/lib/sessions/open-session";

/** Where the current request comes from. The server that runs Next.js sets the address and drops what a client claims. */
export async function requestOrigin(): Promise<Origin> {
  const from = await headers();
  return {
    address: from.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "",
    userAgent: from.get("user-agent") ?? "",
  };
}

/** Throws a Refusal unless the browser says that the form was on one of our own pages. */
export async function demandOwnOrigin(): Promise<void> {
  const from = await headers();
  const origin = from.get("origin");
  // A form on a page with Referrer-Policy no-referrer, posted without script, comes with Origin "null"; browsers, and they alone, then
  // still say in Sec-Fetch-Site whether it was a page of ours.
  const isOwnForm = origin === "null" && from.get("sec-fetch-site") === "same-origin";
  if (origin !== new URL(env().baseUrl).origin && !isOwnForm)
    throw new Refusal(
      "wrong-origin",
      `This was not sent from Portico's own pages. Open ${env().baseUrl} and try again there.`,
    );
}
