import { createHash, randomBytes } from "node:crypto";
import { v7, validate } from "uuid";

/** A new UUID v7: time-ordered, so that indexes grow at their end. */
export const newId = (): string => v7();

/** Whether `value` is a UUID of any version; guards ids that come from URLs. */
export const isId = (value: unknown): value is string => typeof value === "string" && validate(value);

/** A new 256-bit secret in base64url (43 characters), for links. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** The SHA-256 of a secret in hexadecimal: all that the database ever learns of it. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
