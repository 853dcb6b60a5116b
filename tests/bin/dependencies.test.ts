import { isInstalled, stampOf } from "@/bin/lib/dependencies.mjs";

const lock = (packages: object) => JSON.stringify({ packages });
const next = { version: "16.4.6", integrity: "sha512-a" };

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
