import { env } from "@/lib/platform/env";
import type { TokenPurpose } from "./purposes";

/** The address that carries `secret`, on the configured base URL and never on one that a request names. */
export function tokenUrl(purpose: TokenPurpose, slug: string, secret: string): string {
  const base = env().baseUrl;
  if (purpose === "staff-reset") return `${base}/reset/${secret}`;
  if (purpose === "staff-activation") return `${base}/activate/${secret}`;
  return `${base}/portal/${slug}/${purpose === "activation" ? "activate" : "reset"}/${secret}`;
}

/** Where the owner of such a link signs in once it has done its work. */
export function loginUrl(audience: "staff" | "contact", slug: string): string {
  const base = env().baseUrl;
  return audience === "staff" ? `${base}/login` : `${base}/portal/${slug}/login`;
}
