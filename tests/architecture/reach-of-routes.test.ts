import { resetDatabase } from "../support/database";
import { loadRoutes } from "./gates/routes";
import { routes as declared } from "./reach/declared";
import { canBeLimited } from "./reach/needs";
import { describeReach } from "./reach/promises";
import { routePlace } from "./reach/visits";

jest.mock("next/headers", () => jest.requireActual("./gates/next-headers"));
jest.setTimeout(180_000);
afterAll(resetDatabase);

describeReach("route", declared, async () =>
  (await loadRoutes())
    .filter(({ demand }) => demand.kind === "staff" && canBeLimited(demand.needs))
    .map(routePlace),
);
