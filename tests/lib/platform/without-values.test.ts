import { sql } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";

it("an error of the database names the query and its cause, never the values it was given", async () => {
  const failed: unknown = await asSystem("a test", "any", (tx) =>
    tx.execute(sql`SELECT 1 / (length(${"$argon2id$hash"}) - length(${"ana@winslow.example"}) + 5)`),
  ).catch((error: unknown) => error);
  const { message, stack, cause } = failed as Error;
  expect(`${message} ${stack} ${JSON.stringify(failed)}`).not.toMatch(/argon2id|ana@/);
  expect(stack).toContain("Failed query: SELECT 1 / ");
  expect((cause as Error).message).toBe("division by zero");
});
