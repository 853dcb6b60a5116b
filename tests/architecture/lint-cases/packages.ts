import type { LintCase } from "./lint-case";

const layers = "boundaries/dependencies";

/** Who may import a package. */
export const packages: LintCase[] = [
  ...["app/snippet.ts", "components/snippet.ts", "lib/platform/snippet.ts", "lib/contacts/input.ts"].flatMap(
    (file) =>
      [
        `export { eq } from "drizzle-orm";`,
        `export { uuid } from "drizzle-orm/pg-core";`,
        `export { Pool } from "pg";`,
      ].map((bad) => ({
        promise: `${file} speaks no SQL: ${bad}`,
        rule: layers,
        file,
        bad,
        good: bad,
        goodFile: "lib/contacts/queries.ts",
      })),
  ),
  {
    promise: "only lib/auth and its route know next-auth",
    rule: layers,
    file: "app/snippet.ts",
    bad: `export { AuthError } from "next-auth"; `,
    good: `export { AuthError } from "next-auth";`,
    goodFile: "lib/auth/snippet.ts",
  },
  {
    promise: "only lib/mail knows nodemailer",
    rule: layers,
    file: "lib/contacts/snippet.ts",
    bad: `export { createTransport } from "nodemailer";`,
    good: `export { createTransport } from "nodemailer";`,
    goodFile: "lib/mail/snippet.ts",
  },
  {
    promise: "only lib/mail knows ejs",
    rule: layers,
    file: "lib/worker/snippet.ts",
    bad: `export { compile } from "ejs";`,
    good: `export { compile } from "ejs";`,
    goodFile: "lib/mail/snippet.ts",
  },
  {
    promise: "use cases know no graphile-worker",
    rule: layers,
    file: "lib/contacts/snippet.ts",
    bad: `export { run } from "graphile-worker";`,
    good: `export { run } from "graphile-worker";`,
    goodFile: "lib/worker/snippet.ts",
  },
  {
    promise: "nouns in lib know no Next.js",
    rule: layers,
    file: "lib/companies/snippet.ts",
    bad: `export { redirect } from "next/navigation";`,
    good: `export { redirect } from "next/navigation";`,
    goodFile: "lib/auth/snippet.ts",
  },
  {
    promise: "nouns in lib know no React",
    rule: layers,
    file: "lib/companies/snippet.ts",
    bad: `export { cache } from "react";`,
    good: `export { cache } from "react";`,
    goodFile: "lib/auth/snippet.ts",
  },
  {
    promise: "lib/auth takes nothing but cache from React",
    rule: "@typescript-eslint/no-restricted-imports",
    file: "lib/auth/snippet.ts",
    bad: `export { cache, useState } from "react";`,
  },
];
