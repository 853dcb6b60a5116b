import { accentStyle } from "./accent";

/**
 * Dresses the page in an organisation's colour. A style element and not an attribute of the frame, because dialogs
 * and toasts hang from the body, outside the frame.
 */
export function AccentStyle({ colour }: { colour?: string | null }) {
  return colour ? <style>{accentStyle(colour)}</style> : null;
}
