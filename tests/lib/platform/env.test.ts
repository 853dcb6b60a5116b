import { parseEnv } from "@/lib/platform/env";

const whole = { DATABASE_URL: "postgres://u:p@localhost/db", AUTH_SECRET: "x".repeat(32) };

test("reads what is given and fills in the rest", () => {
  const env = parseEnv({ ...whole, PORT: "3100" });
  expect(env).toMatchObject({
    PORT: 3100,
    baseUrl: "http://localhost:3100",
    isSecure: false,
    RUN_WORKER: "1",
  });
});

test("knows https from the base URL and drops its trailing slash", () => {
  expect(parseEnv({ ...whole, BASE_URL: "https://portal.example.com/" })).toMatchObject({
    baseUrl: "https://portal.example.com",
    isSecure: true,
  });
});

test("takes an empty variable for one that is not set", () => {
  expect(parseEnv({ ...whole, SMTP_URL: "", BASE_URL: "" }).SMTP_URL).toBeUndefined();
});

test("names every unusable variable and what it should hold", () => {
  const source = { DATABASE_URL: "mysql://x", AUTH_SECRET: "short", PORT: "99999", SMTP_URL: "http://mail" };
  expect(() => parseEnv(source)).toThrow(
    /DATABASE_URL must begin with postgres:\/\/[^]*AUTH_SECRET is too short[^]*PORT[^]*SMTP_URL must look like/,
  );
});
