type FailedQuery = Error & { query: string; params: unknown[] };

const isFailedQuery = (error: unknown): error is FailedQuery =>
  error instanceof Error && "query" in error && "params" in error;

/** The same error without the values that the query was given: they hold password hashes and addresses, and errors end up in logs. */
export function withoutValues(error: unknown): unknown {
  if (!isFailedQuery(error)) return error;
  const { message, stack } = error;
  error.message = `Failed query: ${error.query}`;
  error.stack = stack?.replace(message, () => error.message);
  error.params = [];
  return error;
}
