import { isIPv6 } from "node:net";

const GROUPS = 8;
const OF_NETWORK = 4;

function groupsOf(address: string): string[] {
  const [front = "", back] = address.split("::");
  const before = front.split(":").filter(Boolean);
  const after = (back ?? "").split(":").filter(Boolean);
  return [
    ...before,
    ...Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill("0"),
    ...after,
  ];
}

/**
 * Whom to count an address as: itself, or of IPv6 the network of 2⁶⁴ addresses that one subscriber is given, who could otherwise take a
 * new one for each attempt.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const network = groupsOf(plain.toLowerCase()).slice(0, OF_NETWORK);
  return `${network.map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`;
}
