import { expect, test } from "./support/test";

test.use({ data: "bare" });

test("a new deployment is well", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok" });
});
