import { readFileSync } from "node:fs";

/** A server action as the build knows it: the id that browsers post to, and where it stands in the code. */
export type ServerAction = { id: string; name: string; file: string; path: string };

type Manifest = {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
};

const someValue: Record<string, string> = { "[organisation]": "demo" };

function pathOf(worker: string): string {
  const segments = worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .split("/");
  const visible = segments.filter((segment) => !/^\(.*\)$/.test(segment));
  return (
    visible.map((segment) => (segment.startsWith("[") ? (someValue[segment] ?? "x") : segment)).join("/") ||
    "/"
  );
}

/** Every server action of the built application. */
export function listServerActions(): ServerAction[] {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as Manifest;
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: exportedName,
    file: filename,
    path: pathOf(Object.keys(workers)[0] ?? "app/page"),
  }));
}

/** Posts to a server action as a browser's script would, with arguments as they are. */
export async function postAction(
  base: string,
  action: ServerAction,
  args: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const answer = await fetch(base + action.path, {
    method: "POST",
    redirect: "manual",
    headers: {
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      ...headers,
    },
    body: args,
  });
  return { status: answer.status, text: await answer.text() };
}
