import { resetDatabase } from "../support/database";
import { loadPages } from "./gates/pages";
import { pages as declared } from "./reach/declared";
import { canBeLimited } from "./reach/needs";
import { describeReach } from "./reach/promises";
import { pagePlace } from "./reach/visits";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";
jest.setTimeout(180_000);

// Components that keep a state are tried without a browser, of which React complains each time.
beforeAll(() => jest.spyOn(console, "error").mockImplementation(() => undefined));
afterAll(resetDatabase);

describeReach("page", declared, async () =>
  (await loadPages())
    .filter(({ demand }) => demand.kind === "staff" && canBeLimited(demand.needs))
    .map(pagePlace),
);
