import { demandNode, readSettings } from "@/bin/lib/settings.mjs";

describe("the settings of npm start", () => {
  it("need nothing: port 3000 on this machine with the embedded database", () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      baseUrl: "http://localhost:3000",
      databaseUrl: undefined,
    });
  });

  it("follow the port, and the address that people open when it is another", () => {
    expect(readSettings({ PORT: "3001" }).baseUrl).toBe("http://localhost:3001");
    expect(readSettings({ PORT: "3001", BASE_URL: "https://portal.example.com/" }).baseUrl).toBe(
      "https://portal.example.com",
    );
  });

  it("take an empty variable, as .env.example has them, for one that is not set", () => {
    expect(readSettings({ PORT: "", BASE_URL: "", DATABASE_URL: "" })).toEqual(readSettings({}));
  });

  it.each([
    [{ PORT: "eighty" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ BASE_URL: "portal.example.com" }, "BASE_URL"],
    [{ DATABASE_URL: "mysql://localhost/portico" }, "DATABASE_URL"],
  ])("name the variable that cannot be used: %j", (source, name) => {
    expect(() => readSettings(source)).toThrow(name);
  });

  it.each(["18.20.4", "20.18.1"])("refuse Node.js %s and say what is needed", (version) => {
    expect(() => demandNode(version)).toThrow("Portico needs Node.js 20.19 or newer");
  });

  it.each(["20.19.0", "22.1.0", "24.0.0"])("accept Node.js %s", (version) => {
    expect(() => demandNode(version)).not.toThrow();
  });
});
