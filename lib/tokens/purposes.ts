import type { tokenPurposes } from "@/db/schema";

/** What a link lets its holder do. */
export type TokenPurpose = (typeof tokenPurposes)[number];
