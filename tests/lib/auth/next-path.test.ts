import { nextPath } from "@/lib/auth/next-path";

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
])("never leads elsewhere or in a circle: %p", (path) => {
  expect(nextPath(path, "/home")).toBe("/home");
});
