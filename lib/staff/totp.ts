import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import encodeQR from "qr";
import { seal, unseal } from "@/lib/platform/seal";

const PURPOSE = "portico second factor";
// RFC 4226, 4, R6: at least 128 bits, better 160.
const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** How many recovery codes somebody is given at once. */
export const RECOVERY_CODES = 10;

/** A secret for an app, fresh and in base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The secret as it is stored, which only its owner's id opens. */
export const sealTotp = (staffId: string, secret: string): Buffer => seal(PURPOSE, staffId, secret);
/** The secret of `staffId`; null when it was sealed for somebody else or under another `AUTH_SECRET`. */
export const openTotp = (staffId: string, sealed: Buffer): string | null => unseal(PURPOSE, staffId, sealed);

/** The step of time that `code` belongs to, of this one and its two neighbours; null when it belongs to none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** What an app shows and needs: its QR code as the path of an SVG `size` units wide, and the secret in groups to type. */
export function totpCard(secret: string, email: string, issuer: string) {
  // A colon would part the label anew in some apps.
  const label = { issuer: issuer.replaceAll(":", " "), label: email };
  const totp = new TOTP({ ...label, secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  const rows = encodeQR(totp.toString(), "raw", { ecc: "medium", border: 2 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { path, size: rows.length, secret: secret.replace(/.{4}(?=.)/g, "$& ") };
}

// Without letters and digits that look alike. Sixteen of thirty-two are 80 bits: too many to try, even for whoever has the hashes.
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A recovery code as it is shown: "ABCD-EFGH-JKLM-NPQR". */
export function newRecoveryCode(): string {
  const signs = Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return signs.replace(/.{4}(?=.)/g, "$&-");
}

/** A recovery code as it is hashed, whichever way it was typed. */
export const plainRecoveryCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
