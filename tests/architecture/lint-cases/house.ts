import type { LintCase } from "./lint-case";

/** The style of the house. */
export const house: LintCase[] = [
  {
    promise: "configuration is read in one place",
    rule: "no-restricted-properties",
    file: "lib/companies/snippet.ts",
    bad: `export const url = process.env.BASE_URL;`,
    good: `export const url = process.env.BASE_URL;`,
    goodFile: "lib/platform/env.ts",
  },
  {
    promise: "taking the environment apart is reading it",
    rule: "no-restricted-properties",
    file: "app/snippet.ts",
    bad: `export const { env } = process;`,
    good: `export const { pid } = process;`,
  },
  {
    promise: "the environment cannot be imported either",
    rule: "@typescript-eslint/no-restricted-imports",
    file: "lib/companies/snippet.ts",
    bad: `export { env } from "node:process";`,
    good: `export { env } from "@/lib/platform/env";`,
  },
  {
    promise: "the application logs through lib/platform/log",
    rule: "no-console",
    file: "components/snippet.ts",
    bad: `console.log("here");`,
    good: `console.log("ready");`,
    goodFile: "bin/snippet.mjs",
  },
  {
    promise: "what has a name is exported by it",
    rule: "import/no-default-export",
    file: "lib/companies/snippet.ts",
    bad: `export default function f() {}`,
    good: `export default function Layout() { return null; }`,
    goodFile: "app/snippet/layout.tsx",
  },
  {
    promise: "nothing is any",
    rule: "@typescript-eslint/no-explicit-any",
    file: "lib/companies/snippet.ts",
    bad: `export const f = (value: any) => value;`,
    good: `export const f = (value: unknown) => value;`,
  },
  ...["@ts-ignore", "@ts-expect-error", "@ts-nocheck"].map((words) => ({
    promise: `types are not silenced by ${words}`,
    rule: "@typescript-eslint/ban-ts-comment",
    file: "lib/companies/snippet.ts",
    bad: `// ${words}\nexport const a = 1;`,
  })),
  {
    promise: "nothing is left for later in a comment",
    rule: "no-warning-comments",
    file: "db/snippet.ts",
    bad: ["// TO", "DO: tidy up\nexport const a = 1;"].join(""),
    good: `// The time is UTC.\nexport const a = 1;`,
  },
  {
    promise: "imports of types say so, and vanish",
    rule: "@typescript-eslint/consistent-type-imports",
    file: "db/snippet.ts",
    bad: `import { Actor } from "./actor"; export type A = Actor;`,
    good: `import type { Actor } from "./actor"; export type A = Actor;`,
  },
  {
    promise: "no promise is left floating",
    rule: "@typescript-eslint/no-floating-promises",
    file: "lib/platform/clock.ts",
    bad: `Promise.resolve(1).then(String);`,
    good: `export const f = async () => { await Promise.resolve(1).then(String); };`,
  },
  {
    promise: "no promise stands for a condition",
    rule: "@typescript-eslint/no-misused-promises",
    file: "lib/platform/clock.ts",
    bad: `const f = async () => true; export const g = () => (f() ? 1 : 2);`,
    good: `const f = async () => true; export const g = async () => ((await f()) ? 1 : 2);`,
  },
];
