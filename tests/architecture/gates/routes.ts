import { env } from "@/lib/platform/env";
import type { Demand } from "@/lib/auth/action";
import { listSources } from "../sources";

type Params = Record<string, string>;
type Handler = ((request: Request, context: { params: Promise<Params> }) => Promise<Response>) & Demand;

/** A method of a route of app, with the names of the parameters in its address and what it demands. */
export type FoundRoute = {
  name: string;
  method: string;
  params: string[];
  demand: Demand["demand"];
  handle: Handler;
};

/** Every method of every route of app that stands behind one of our gates. */
export async function loadRoutes(): Promise<FoundRoute[]> {
  const routes: FoundRoute[] = [];
  const files = listSources("app", ["route.ts"]).filter(({ path }) => path.endsWith("/route.ts"));
  for (const { path } of files) {
    const exported = (await import(`@/${path}`)) as Record<string, Handler>;
    const params = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => name);
    for (const [method, handle] of Object.entries(exported))
      if (typeof handle === "function" && "demand" in handle)
        routes.push({ name: `${method} ${path}`, method, params, demand: handle.demand, handle });
  }
  return routes;
}

/** The status with which a route answers. */
export async function statusOf({ method, handle }: FoundRoute, params: Params, query = ""): Promise<number> {
  const body = method === "GET" || method === "HEAD" ? undefined : "\u0000 not what was asked for";
  const response = await handle(new Request(`${env().baseUrl}/somewhere?${query}`, { method, body }), {
    params: Promise.resolve(params),
  });
  await response.body?.cancel();
  return response.status;
}
