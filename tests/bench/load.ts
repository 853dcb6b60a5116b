import autocannon from "autocannon";

const CLIENTS = 16;
const SECONDS = 12;

/** What a page answers under load: whole requests per second at 16 clients, and the bytes of one. */
export type Load = { perSecond: number; p50: number; p99: number; bytes: number };

/** Asks for `url` again and again from 16 clients for 12 seconds, after 3 that do not count; throws when an answer is not 200. */
export async function loadPage(url: string, cookie = ""): Promise<Load> {
  const headers = { cookie, accept: "text/html" };
  const once = await fetch(url, { headers, redirect: "manual" });
  if (once.status !== 200) throw new Error(`${url} answered ${once.status}.`);
  const bytes = (await once.arrayBuffer()).byteLength;
  await autocannon({ url, headers, connections: CLIENTS, duration: 3 });
  const run = await autocannon({ url, headers, connections: CLIENTS, duration: SECONDS });
  if (run.non2xx > 0 || run.errors > 0)
    throw new Error(`${url}: ${run.non2xx} bad answers, ${run.errors} errors.`);
  return { perSecond: run["2xx"] / run.duration, p50: run.latency.p50, p99: run.latency.p99, bytes };
}
