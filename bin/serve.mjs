// Serves the built application. A server of our own rather than `next start`, because only here is it known who is really connected.
import { createServer } from "node:http";
import next from "next";

const port = Number(process.env.PORT ?? 3000);
const behindProxy = process.env.TRUST_PROXY === "1";
const CLAIMS = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
  "x-real-ip",
];

const process_ = /** @type {typeof globalThis & { porticoWorker?: { stop(): Promise<void> } }} */ (
  globalThis
);
const app = next({ dev: false, dir: new URL("..", import.meta.url).pathname, port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  // Throttling counts by address, so nobody may choose theirs.
  if (!behindProxy) {
    for (const claim of CLAIMS) delete request.headers[claim];
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  }
  void handle(request, response);
});
server.keepAliveTimeout = 5_000;
server.listen(port);

for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    // What is still being answered or worked on gets two seconds; an unfinished job is taken up again after the next start.
    setTimeout(() => process.exit(0), 2_000).unref();
    const answered = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    void Promise.all([answered, process_.porticoWorker?.stop()])
      .then(() => app.close())
      .finally(() => process.exit(0));
  });
