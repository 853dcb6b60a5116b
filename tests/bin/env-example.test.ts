import { readFileSync } from "node:fs";
import { parseEnv } from "@/lib/platform/env";

const example = readFileSync(".env.example", "utf8");
const settings = Object.fromEntries(
  [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
);
const needed = {
  DATABASE_URL: "postgresql://portico@localhost/portico",
  AUTH_SECRET: "at least thirty-two characters long",
};

// npm start makes these two, and Next.js the third.
const made = ["SETUP_TOKEN_HASH", "NODE_ENV"];

it(".env.example names every variable that can be set", () => {
  const read = new Set<string>(made);
  parseEnv(
    new Proxy({ ...needed }, { get: (source, name) => (read.add(String(name)), Reflect.get(source, name)) }),
  );
  expect(Object.keys(settings).concat(made).sort()).toEqual([...read].sort());
});

it(".env.example shows the values that hold when nothing is set", () => {
  const { PORT, BASE_URL, ...shown } = settings;
  expect([PORT, BASE_URL]).toEqual(["", ""]);
  expect(parseEnv({ ...shown, ...needed })).toEqual(parseEnv(needed));
});
