import { isValidElement, type ReactNode } from "react";

type Component = (props: unknown) => unknown;

const isPlain = (value: object) =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/**
 * All that leaves the server by a page: the text of its elements and every value in their properties, at any depth. More than is drawn, and
 * no less than what Next.js sends to the browser.
 */
export async function payloadOf(page: ReactNode): Promise<string> {
  const said: string[] = [];
  const met = new Set<unknown>();
  await walk(page);
  return said.join("\n");

  async function walk(value: unknown): Promise<void> {
    if (typeof value === "string" || typeof value === "number") said.push(String(value));
    if (value instanceof Date) said.push(value.toISOString());
    if (typeof value !== "object" || value === null || met.has(value)) return;
    met.add(value);
    if (isValidElement(value)) return walkElement(value.type, value.props as object);
    if (value instanceof Promise) return walk(await value);
    if (value instanceof Map || value instanceof Set) return walk([...(value as Iterable<unknown>)]);
    if (isPlain(value)) for (const inner of Object.values(value)) await walk(inner);
  }

  async function walkElement(type: unknown, props: object): Promise<void> {
    await walk({ ...props });
    if (typeof type !== "function") return;
    await walk(await drawn(type as Component, props));
  }
}

// A component that keeps a state is drawn by the browser, from the properties that were looked through already.
async function drawn(component: Component, props: object): Promise<unknown> {
  try {
    return await component(props);
  } catch {
    return null;
  }
}
