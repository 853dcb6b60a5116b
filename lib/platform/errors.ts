/** Every way in which an act can be refused; the closed set that forms and tests know. */
export const refusalCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "stale",
  "throttled",
  "expired",
  "wrong-origin",
  "unexpected",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Messages by field path ("email", "billing.city"), each a sentence for the person at the form. */
export type FieldMessages = Record<string, string>;

/** Structured help beside a refusal, such as the contact that already has an e-mail, or what a newer save changed. */
export type RefusalDetails = Record<string, unknown>;

/** An expected failure: thrown by a use case so that its transaction rolls back, shown to the person as it stands. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly fields?: FieldMessages,
    readonly details?: RefusalDetails,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

type DatabaseFailure = { code?: string; constraint?: string };

/** The name of the unique or foreign-key constraint that PostgreSQL refused `error` for, or undefined when it is no such error. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as Error & DatabaseFailure;
    if (code === "23505" || code === "23503" || code === "23514") return constraint;
  }
  return undefined;
}
