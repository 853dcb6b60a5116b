import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "@/lib/platform/env";

export const themeInput = z.object({ theme: z.enum(["light", "dark", "system"]) });
export const sidebarInput = z.object({ sidebar: z.enum(["open", "collapsed"]) });

const YEAR_SECONDS = 31_536_000;

async function remember(name: string, value: string): Promise<null> {
  const options = {
    path: "/",
    maxAge: YEAR_SECONDS,
    sameSite: "lax",
    secure: env().isSecure,
    httpOnly: true,
  } as const;
  (await cookies()).set(name, value, options);
  return null;
}

/** Remembers on this device whether pages are light, dark or as the system says. */
export const rememberTheme = (_: unknown, { theme }: z.output<typeof themeInput>) => remember("theme", theme);

/** Remembers on this device whether the sidebar is narrow. */
export const rememberSidebar = (_: unknown, { sidebar }: z.output<typeof sidebarInput>) =>
  remember("sidebar", sidebar);
