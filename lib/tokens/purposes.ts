import type { tokenPurposes } from "@/db/schema";

/** What a link lets its holder do. */
export type TokenPurpose = (typeof tokenPurposes)[number];

/** For how many hours a link works, counted from the moment its e-mail is rendered. */
export const ttlHours: Record<TokenPurpose, number> = {
  activation: 7 * 24,
  "contact-reset": 1,
  "staff-reset": 1,
  "staff-activation": 7 * 24,
};
