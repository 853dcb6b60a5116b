import { readFileSync } from "node:fs";
import { isInstalled, stampOf } from "@/bin/lib/dependencies.mjs";

const lock = (packages: object) => JSON.stringify({ packages });
const next = { version: "16.4.6", integrity: "sha512-a" };

// Without an entry for each of them `npm ci` refuses, on every kind of machine.
it("the lock file names the variants of a package for all kinds of machine", () => {
  const packages: Record<string, { optionalDependencies?: object }> = JSON.parse(
    readFileSync("package-lock.json", "utf8"),
  ).packages;
  const locked = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, "")));
  const variants = Object.values(packages).flatMap((found) => Object.keys(found.optionalDependencies ?? {}));
  expect(variants.filter((name) => !locked.has(name))).toEqual([]);
});

describe("the packages that are installed", () => {
  it("are good when npm noted exactly the locked ones", () => {
    const locked = lock({ "": { name: "portico" }, "node_modules/next": next });
    expect(isInstalled(locked, lock({ "node_modules/next": next }))).toBe(true);
  });

  it("may lack those for other kinds of machine", () => {
    const locked = lock({ "node_modules/next": next, "node_modules/win": { ...next, optional: true } });
    expect(isInstalled(locked, lock({ "node_modules/next": next }))).toBe(true);
  });

  it.each([
    ["nothing is installed, or an installation was cut short", ""],
    ["one is missing", lock({})],
    ["one has another version", lock({ "node_modules/next": { ...next, version: "16.4.5" } })],
    ["one has other contents", lock({ "node_modules/next": { ...next, integrity: "sha512-b" } })],
  ])("are installed again when %s", (_reason, installed) => {
    expect(isInstalled(lock({ "node_modules/next": next }), installed)).toBe(false);
  });

  it("are stamped anew when the lock file changes", () => {
    expect(stampOf(lock({ "node_modules/next": next }))).not.toBe(stampOf(lock({})));
  });
});
