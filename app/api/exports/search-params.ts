/** The search parameters of a request as pages are given them: one value, or several. */
export function searchParamsOf(request: Request): Record<string, string | string[]> {
  const params = new URL(request.url).searchParams;
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
