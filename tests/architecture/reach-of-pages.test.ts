import { resetDatabase } from "../support/database";
import { pages } from "./reach/declared";
import { describeReach } from "./reach/promises";
import { pagePlaces } from "./reach/visits";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";
jest.setTimeout(180_000);

// Components that keep a state are tried without a browser, of which React complains each time.
beforeAll(() => jest.spyOn(console, "error").mockImplementation(() => undefined));
afterAll(resetDatabase);

describeReach("page", pages, pagePlaces);
