import { resetDatabase } from "../support/database";
import { routes } from "./reach/declared";
import { describeReach } from "./reach/promises";
import { routePlaces } from "./reach/visits";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
jest.setTimeout(180_000);
afterAll(resetDatabase);

describeReach("route", routes, routePlaces);
