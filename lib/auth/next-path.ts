/** Where to go after sign-in: the path asked for if it is one of ours, else `fallback`. Never another site. */
export function nextPath(asked: string | undefined, fallback: string): string {
  if (!asked || !/^\/(?![/\\])[^\s\\]*$/.test(asked)) return fallback;
  const base = "http://portico.invalid";
  const url = new URL(asked, base);
  // Resolving dots can leave two slashes in front ("/.//evil.example"), which a browser takes for another host.
  if (
    url.origin !== base ||
    url.pathname.startsWith("//") ||
    /^\/(login|setup|reset|activate|api)(\/|$)/.test(url.pathname)
  )
    return fallback;
  return url.pathname + url.search;
}

/** Where in an organisation's portal to go after sign-in: the page asked for if it is one behind the sign-in, else the dashboard. */
export function portalPath(slug: string, asked: string | undefined): string {
  const home = `/portal/${slug}`;
  const path = nextPath(asked, home);
  const [, , , page = ""] = path.split(/[/?]/);
  const isBehind = path === home || path.startsWith(`${home}/`) || path.startsWith(`${home}?`);
  const isFront = ["login", "activate", "reset", "forgot-password", "register", "change-password"].includes(
    page,
  );
  return isBehind && !isFront ? path : home;
}
