// Stands in for the module next/headers, which works only within Next.js.

/** What the pretended request brings; Next.js would take it from the socket. */
export const request = { cookies: new Map<string, string>(), headers: new Headers() };

/** The request's headers. */
export const headers = () => Promise.resolve(request.headers);

/** The request's cookies. */
export const cookies = () =>
  Promise.resolve({
    get: (name: string) => {
      const value = request.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string) => request.cookies.set(name, value),
    delete: ({ name }: { name: string }) => request.cookies.delete(name),
  });
