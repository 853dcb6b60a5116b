/** A form of a page as a browser without script sees it. */
export type PageForm = { fields: FormData; cookie: string };

/** Fetches the page at `url` and reads the hidden fields of its form with a field named `having`. */
export async function openForm(url: string, having: string): Promise<FormData> {
  const html = await (await fetch(url)).text();
  const form = [...html.matchAll(/<form[^>]*>([^]*?)<\/form>/g)]
    .map((match) => match[1] ?? "")
    .find((body) => body.includes(`name="${having}"`));
  if (!form) throw new Error(`${url} has no form with a field named ${having}.`);
  const fields = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields.append(name, decode(/value="([^"]*)"/.exec(input)?.[1] ?? ""));
  }
  return fields;
}

const entities: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
};
const decode = (text: string) =>
  text.replace(/&(quot|amp|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** Signs in by the form at /login, as a browser without script would, and returns the cookie. */
export async function signIn(base: string, account: { email: string; password: string }): Promise<string> {
  const fields = await openForm(`${base}/login`, "password");
  fields.set("email", account.email);
  fields.set("password", account.password);
  const answer = await fetch(`${base}/login`, {
    method: "POST",
    body: fields,
    headers: { origin: base },
    redirect: "manual",
  });
  const cookie = answer.headers
    .getSetCookie()
    .find((line) => line.startsWith("portico.staff="))
    ?.split(";")[0];
  if (!cookie) throw new Error(`Sign-in failed with ${answer.status}.`);
  return cookie;
}
