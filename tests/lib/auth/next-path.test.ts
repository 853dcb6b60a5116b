import { nextPath, portalPath } from "@/lib/auth/next-path";

test.each(["/customers", "/customers?q=a&status=active", "/portal/acme/orders"])("leads to %s", (path) => {
  expect(nextPath(path, "/home")).toBe(path);
});

test.each([
  undefined,
  "",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/login",
  "/login?next=/login",
  "/api/health",
  "/a b",
  "/a\nb",
  "/\t/evil.example",
  "/.//evil.example",
  "/customers/..//evil.example",
  "/%2e//evil.example",
])("never leads elsewhere or in a circle: %p", (path) => {
  expect(nextPath(path, "/home")).toBe("/home");
});

describe("the way back into a portal", () => {
  it.each([
    ["/portal/winslow/invoices?all=1", "/portal/winslow/invoices?all=1"],
    ["/portal/winslow", "/portal/winslow"],
  ])("leads to the page that was asked for: %s", (asked, expected) =>
    expect(portalPath("winslow", asked)).toBe(expected),
  );

  it.each([
    undefined,
    "",
    "//evil.example/portal/winslow",
    "/portal/winslow-evil/invoices",
    "/portal/bravo/invoices",
    "/customers",
    "/portal/winslow/login?next=/portal/winslow",
    "/portal/winslow/activate/secret",
    "/portal/winslow/../bravo",
  ])("leads to the dashboard, and nowhere else, for %s", (asked) =>
    expect(portalPath("winslow", asked)).toBe("/portal/winslow"),
  );
});
