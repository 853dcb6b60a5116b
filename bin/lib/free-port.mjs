import { createServer } from "node:net";

/** A port that nothing listens on at this moment, on loopback. */
export function freePort() {
  return listenOnce(0, "127.0.0.1");
}

/**
 * Whether a web server could listen on the port, on every address.
 * @param {number} port
 */
export async function isPortFree(port) {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number>}
 */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host }, () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : port));
    });
  });
}
