import { asSystem } from "@/db/as-actor";
import { asSuperuser, resetDatabase, testDatabase } from "./database";

describe("the database of a test run", () => {
  beforeEach(resetDatabase);

  it("is the one the application uses", async () => {
    const [row] = await asSystem("a test", "any", async (tx) => {
      const { rows } = await tx.execute<{ name: string; user: string }>(
        "SELECT current_database() AS name, current_user AS user",
      );
      return rows;
    });
    expect(testDatabase().url).toContain(`/${row?.name}`);
    expect(row?.user).toBe("portico");
  });

  it("holds the application's user to row-level security, and lets arrangements pass it", async () => {
    await asSuperuser("INSERT INTO organisations (id, slug, name) VALUES ($1, 'a', 'A')", [
      "00000000-0000-7000-8000-000000000001",
    ]);
    const seen = await asSystem("a test", "any", (tx) => tx.execute("SELECT 1 FROM companies"));
    expect(seen.rows).toEqual([]);
    expect(await asSuperuser("SELECT slug FROM organisations")).toEqual([{ slug: "a" }]);
  });

  it("is emptied by a reset", async () => {
    expect(await asSuperuser("SELECT 1 FROM organisations")).toEqual([]);
  });

  it("takes letters beyond ASCII for letters in trigram search", async () => {
    const [row] = await asSuperuser<{ found: boolean }>(
      "SELECT 'Café Müller' ILIKE '%müller%' AND cardinality(show_trgm('Müü')) = 4 AS found",
    );
    expect(row?.found).toBe(true);
  });
});
