import type { LintCase } from "./lint-case";

const layers = "boundaries/dependencies";

/** Which of our folders may import which. */
export const layering: LintCase[] = [
  {
    promise: "lib/platform imports nothing of ours",
    rule: layers,
    file: "lib/platform/snippet.ts",
    bad: `export { pool } from "@/db/client";`,
    good: `export { z } from "zod"; export { newId } from "./ids";`,
  },
  {
    promise: "db imports only db and lib/platform",
    rule: layers,
    file: "db/snippet.ts",
    bad: `export { asSuperuser } from "../tests/support/database";`,
    good: `export { env } from "../lib/platform/env"; export { companies } from "./schema";`,
  },
  {
    promise: "lib reaches the database",
    rule: layers,
    file: "lib/platform/snippet.ts",
    bad: `export async function f() { return import("@/db/client"); }`,
    good: `export { asActor } from "@/db/as-actor"; export { eq } from "drizzle-orm";`,
    goodFile: "lib/companies/snippet.ts",
  },
  {
    promise: "app reaches the database through lib only",
    rule: layers,
    file: "app/snippet.ts",
    bad: `export * from "@/db/as-actor";`,
    good: `export type { Actor } from "@/db/actor"; export { newId } from "@/lib/platform/ids";`,
  },
  {
    promise: "components know nothing of the database",
    rule: layers,
    file: "components/snippet.ts",
    bad: `export type { Tx } from "@/db/as-actor";`,
  },
  {
    promise: "components run in the browser, without the modules of Node",
    rule: layers,
    file: "components/snippet.ts",
    bad: `export { readFile } from "node:fs/promises";`,
    good: `export { useState } from "react"; export { default as Link } from "next/link";`,
  },
  {
    promise: "what a form shares with its action drags no database into the browser",
    rule: layers,
    file: "lib/companies/input.ts",
    bad: `export { companyKinds } from "@/db/schema/companies";`,
    good: `import type { Tx } from "@/db/as-actor"; export type T = Tx; export { z } from "zod";`,
  },
  {
    promise: "nothing of the application imports its tests or commands",
    rule: layers,
    file: "lib/companies/snippet.ts",
    bad: `export { asSuperuser } from "@/tests/support/database";`,
    good: `export { asSuperuser } from "@/tests/support/database";`,
    goodFile: "tests/companies/snippet.ts",
  },
];
