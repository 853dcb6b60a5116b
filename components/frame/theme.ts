export const THEMES = ["light", "dark", "system"] as const;

export type Theme = (typeof THEMES)[number];

/** The name of the cookie that remembers the choice. */
export const THEME_COOKIE = "theme";

/** Reads the cookie or a form's choice; anything but light and dark follows the system. */
export function parseTheme(value: unknown): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
