"use server";

import { publicAction } from "@/lib/auth/action";
import { rememberSidebar, rememberTheme, sidebarInput, themeInput } from "@/lib/auth/preferences";

const limit = { name: "preferences", points: 300, seconds: 60 };
const reason = "sets a cookie for how pages look on this device";

export const setThemeAction = publicAction({ reason, limit, input: themeInput, run: rememberTheme });
export const setSidebarAction = publicAction({ reason, limit, input: sidebarInput, run: rememberSidebar });
