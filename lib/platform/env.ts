import { z } from "zod";

const optionalText = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());
const minutes = (byDefault: number) => z.coerce.number().int().min(1).max(525_600).default(byDefault);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z
    .string({ error: "is missing: give the PostgreSQL connection URL" })
    .regex(/^postgres(ql)?:\/\//, {
      error: "must begin with postgres:// or postgresql://",
    }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  AUTH_SECRET: z.string({ error: "is missing: give at least 32 random characters" }).min(32, {
    error: "is too short: give at least 32 random characters",
  }),
  AUTH_SECRETS_BEFORE: z
    .string()
    .default("")
    .transform((text) => text.split("|").filter(Boolean)),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  BASE_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^https?$/ }).optional(),
  ),
  SMTP_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@mail.example.com:587" })
      .optional(),
  ),
  MAIL_FROM: optionalText,
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  RUN_WORKER: z.enum(["0", "1"]).default("1"),
  SETUP_TOKEN_HASH: optionalText,
  STAFF_IDLE_MINUTES: minutes(60),
  STAFF_SESSION_MINUTES: minutes(12 * 60),
  CONTACT_IDLE_MINUTES: minutes(60),
  CONTACT_SESSION_MINUTES: minutes(24 * 60),
});

/** The configuration of this process, as checked once when it is first read. */
export type Env = z.infer<typeof schema> & { baseUrl: string; isSecure: boolean };

/** Reads configuration from `source`; throws one Error that names every unusable variable and what it should hold. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new Error(`Portico cannot start with this configuration:\n${lines.join("\n")}\nSee .env.example.`);
  }
  const baseUrl = (parsed.data.BASE_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/+$/, "");
  return { ...parsed.data, baseUrl, isSecure: baseUrl.startsWith("https:") };
}

let current: Env | undefined;

/** The checked configuration; read lazily so that building needs none. */
export function env(): Env {
  return (current ??= parseEnv(process.env));
}
