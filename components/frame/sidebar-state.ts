/** The name of the cookie that remembers whether the sidebar is narrow. */
export const SIDEBAR_COOKIE = "sidebar";

export type SidebarState = "open" | "collapsed";

/** Reads the cookie or a form's choice; open unless it says collapsed. */
export function parseSidebar(value: unknown): SidebarState {
  return value === "collapsed" ? "collapsed" : "open";
}
