import { availableParallelism } from "node:os";
import { verifyPassword } from "@/lib/passwords/hash";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { figure } from "../report";
import { STAFF } from "../load-data";
import { verify, hash } from "@node-rs/argon2";

const SECONDS = 8;

// As many at once as there are cores: more would only wait for each other.
async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  const began = performance.now();
  let done = 0;
  const hands = Array.from({ length: availableParallelism() + 2 }, async () => {
    while (performance.now() < end) {
      await work();
      done += 1;
    }
  });
  await Promise.all(hands);
  return done / ((performance.now() - began) / 1000);
}

/** Sign-ins per second, with everything they write, beside bare argon2id verifications on the same cores. */
export async function measureSignIns(): Promise<void> {
  const bareHash = await hash(STAFF.password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await verifyPassword(bareHash, STAFF.password);
  const bare = await perSecond(() => verify(bareHash, STAFF.password));
  let address = 0;
  const portico = await perSecond(() => {
    address += 1;
    return signInStaff(
      { address: `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`, userAgent: "bench" },
      STAFF,
    );
  });
  const ratio = portico / bare;
  figure({
    name: "sign-ins",
    portico: `${portico.toFixed(1)}/s`,
    bare: `${bare.toFixed(1)} hashes/s`,
    ratio,
    limit: "at least 0.85",
    holds: ratio >= 0.85,
  });
}
