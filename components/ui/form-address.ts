/**
 * The address, without origin, that a GET form would go to as it is filled in now, empty fields left out; null when
 * it is no such form or leads elsewhere.
 */
export function formAddress(form: unknown, submitter?: HTMLElement | null): string | null {
  if (!(form instanceof HTMLFormElement)) return null;
  if (form.method !== "get" || form.target) return null;
  // A form may hold a field named "action", which would hide the property of that name.
  const url = new URL(form.getAttribute("action") || location.pathname, location.href);
  if (url.origin !== location.origin) return null;
  const filled = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string" && value !== "") filled.append(name, value);
  }
  const query = filled.toString();
  return url.pathname + (query ? `?${query}` : "");
}
