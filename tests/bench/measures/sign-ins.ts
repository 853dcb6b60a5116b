import { availableParallelism } from "node:os";
import { verifyPassword } from "@/lib/passwords/hash";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { figure } from "../report";
import { CLERKS, STAFF } from "../load-data";
import { verify, hash } from "@node-rs/argon2";

const SECONDS = 8;

// More at once than there are cores, so that a core has work while another sign-in waits for the disk.
async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  const began = performance.now();
  let done = 0;
  const hands = Array.from({ length: 4 * availableParallelism() }, async () => {
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
  let turn = 0;
  const portico = await perSecond(() => {
    turn += 1;
    const email = `clerk${1 + (turn % CLERKS)}@portico.example`;
    return signInStaff(
      { address: `10.0.${(turn >> 8) & 255}.${turn & 255}`, userAgent: "bench" },
      { ...STAFF, email },
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
