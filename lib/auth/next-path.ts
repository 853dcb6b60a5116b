/** Where to go after sign-in: the path asked for if it is one of ours, else `fallback`. Never another site. */
export function nextPath(asked: string | undefined, fallback: string): string {
  if (!asked || !/^\/(?![/\\])[^\s\\]*$/.test(asked)) return fallback;
  const base = "http://portico.invalid";
  const url = new URL(asked, base);
  if (url.origin !== base || /^\/(login|setup|reset|api)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search;
}
