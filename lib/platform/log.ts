import pino from "pino";

/** The application's log: one JSON object a line on standard output; secrets are never given to it. */
export const log = pino({
  level: "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "*.password", "token", "*.token", "secret", "*.secret", "*.passwordHash"],
    censor: "[kept out]",
  },
});

/** Sets how much is logged; called once when the process starts. */
export function setLogLevel(level: string): void {
  log.level = level;
}
