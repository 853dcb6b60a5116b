import type { StaffNeed } from "@/lib/auth/needs";
import { isId } from "@/lib/platform/ids";
import { env } from "@/lib/platform/env";
import { loadPages, type FoundPage } from "../gates/pages";
import { beginRequest } from "../gates/request";
import { loadRoutes, type FoundRoute } from "../gates/routes";
import { addressOf, tellsOf } from "./addresses";
import { expectedReach } from "./needs";
import { payloadOf } from "./payload";
import type { Whose, World } from "./world";

/** How something answered: all that it said, or how it refused. */
export type Answer = { refused?: string; said: string };

type Params = Record<string, string>;
type Ask = (world: World, whose: Whose, question: Params) => Promise<Answer>;

/** A page or route as a reader meets it. */
export type Place = { name: string; params: readonly string[]; need: StaffNeed; ask: Ask };

const pagePlace = (page: FoundPage): Place => ({
  ...{ name: page.path, params: page.params, need: page.demand.needs as StaffNeed },
  ask: (world, whose, question) => draw(page, addressOf(world, page.path, whose), question),
});

async function draw({ render }: FoundPage, address: Params, question: Params): Promise<Answer> {
  try {
    const drawn = await render({ params: Promise.resolve(address), searchParams: Promise.resolve(question) });
    return { said: await payloadOf(drawn as Parameters<typeof payloadOf>[0]) };
  } catch (thrown) {
    const { digest } = thrown as { digest?: string };
    if (!digest?.startsWith("NEXT_")) throw thrown;
    return { refused: digest.split(";")[1], said: digest };
  }
}

const routePlace = ({ name, params, demand, handle }: FoundRoute): Place => ({
  ...{ name, params, need: demand.needs as StaffNeed },
  ask: async (world, whose, question) => {
    const query = new URLSearchParams(question);
    const response = await handle(new Request(`${env().baseUrl}/somewhere?${query}`), {
      params: Promise.resolve(addressOf(world, name, whose)),
    });
    const said = [...response.headers.values(), await response.text()].join("\n");
    return response.ok ? { said } : { refused: String(response.status), said };
  },
});

/** Asks a place something as the clerk. */
export async function ask(place: Place, world: World, whose: Whose, question: Params): Promise<Answer> {
  await beginRequest({ session: world.clerk });
  return place.ask(world, whose, question);
}

/** What an answer tells of a company, of all by which it can be told; an id that was asked for may come back in links. */
export function tells(world: World, { said }: Answer, whose: Whose, question: Params = {}): string[] {
  const text = Object.values(question)
    .filter(isId)
    .reduce((left, asked) => left.replaceAll(asked, ""), said.toLowerCase());
  return tellsOf(world, whose).filter((tell) => text.includes(tell));
}

/** Every page for staff as a place. */
export const pagePlaces = async (): Promise<Place[]> =>
  (await loadPages()).filter(({ demand }) => demand.kind === "staff").map(pagePlace);

/** Every route for staff as a place. */
export const routePlaces = async (): Promise<Place[]> =>
  (await loadRoutes())
    .filter(({ demand, method }) => demand.kind === "staff" && method === "GET")
    .map(routePlace);

/** The places that staff with these roles open with a limited reach. */
export const limitedFor = (places: Place[], roles: readonly string[]) =>
  places.filter(({ need }) => !["all", null].includes(expectedReach(need, roles)));
