import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort, isPortFree } from "@/bin/lib/free-port.mjs";
import { demandFreePort } from "@/bin/lib/web-server.mjs";

describe("a port that is taken", () => {
  const other = createServer();
  const taken = () => (other.address() as AddressInfo).port;

  beforeAll(() => new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve)));
  afterAll(() => other.close());

  it("is named, with the way out", async () => {
    await expect(demandFreePort(taken())).rejects.toThrow(
      new RegExp(`Port ${taken()} is used .* PORT=${taken() + 1} npm start`),
    );
  });

  it("is not chosen for the database", async () => {
    const chosen = await freePort();
    expect(chosen).not.toBe(taken());
    expect(await isPortFree(chosen)).toBe(true);
  });
});
