import type { LintCase } from "./lint-case";

const actions = "portico/server-actions";

/** Nothing that a browser can reach is exported without its gate. */
export const gates: LintCase[] = [
  {
    promise: 'a "use server" file exports no bare function',
    rule: actions,
    file: "app/snippet/actions.ts",
    bad: `"use server"; export async function inviteContactAction() {}`,
    good: `"use server"; import { staffAction } from "@/lib/auth/actions"; export type T = string; export const inviteContactAction = staffAction({});`,
  },
  {
    promise: "a wrapper by the same name from elsewhere is no gate",
    rule: actions,
    file: "app/snippet/actions.ts",
    bad: `"use server"; const staffAction = (run: unknown) => run; export const inviteContactAction = staffAction({});`,
    good: `"use server"; import { contactAction } from "@/lib/auth/actions"; export const endSessionAction = contactAction({});`,
  },
  {
    promise: "another import called by a wrapper's name is no gate",
    rule: actions,
    file: "app/snippet/actions.ts",
    bad: `"use server"; import { newId as staffAction } from "@/lib/auth/actions"; export const inviteContactAction = staffAction();`,
    good: `"use server"; import { publicAction } from "@/lib/auth/actions"; export const signInAction = publicAction({});`,
  },
  ...[
    `"use server"; const f = async () => {}; export { f };`,
    `"use server"; export * from "./others";`,
    `"use server"; export default async () => {};`,
    `"use server"; export const { a } = { a: async () => {} };`,
    `"use server"; import { staffAction } from "@/lib/auth/actions"; export const a = staffAction({}), b = async () => {};`,
    `"use server"; import { staffAction } from "@/lib/auth/actions"; export const invite = staffAction({});`,
    `"use server"; import { staffAction } from "@/lib/auth/actions"; export let inviteAction = staffAction({});`,
  ].map((bad) => ({
    promise: `no way around it: ${bad}`,
    rule: actions,
    file: "app/snippet/actions.ts",
    bad,
  })),
  {
    promise: "no function is an action by itself",
    rule: "portico/no-inline-server-actions",
    file: "app/snippet.tsx",
    bad: `export const f = async () => { "use server"; };`,
    good: `export const f = async () => {};`,
  },
  {
    promise: "a page states its need",
    rule: "portico/pages",
    file: "app/snippet/page.tsx",
    bad: `export default function Page() { return null; }`,
    good: `import { staffPage } from "@/lib/auth/pages"; export const metadata = { title: "Customers" }; export default staffPage({});`,
  },
  {
    promise: "a page's title runs no code before the gate",
    rule: "portico/pages",
    file: "app/snippet/page.tsx",
    bad: `export async function generateMetadata() { return {}; }`,
  },
  {
    promise: "a page exports no other thing",
    rule: "portico/pages",
    file: "app/snippet/page.tsx",
    bad: `export const helper = () => 1;`,
  },
  {
    promise: "a route states its need",
    rule: "portico/routes",
    file: "app/snippet/route.ts",
    bad: `export async function GET() { return new Response(); }`,
    good: `import { staffRoute } from "@/lib/auth/routes"; export const dynamic = "force-dynamic"; export const GET = staffRoute({});`,
  },
  {
    promise: "the health check is a route without a need",
    rule: "portico/routes",
    file: "app/api/snippet/route.ts",
    bad: `export const POST = async () => new Response();`,
    good: `export const GET = async () => new Response();`,
    goodFile: "app/api/health/route.ts",
  },
  {
    promise: "emails hold no code",
    rule: "portico/no-code",
    file: "emails/snippet/sample.ts",
    bad: `export const sample = {};`,
  },
];
