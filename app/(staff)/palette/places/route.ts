import { may, staffRoute } from "@/lib/auth/route";
import { acts, places } from "../../places";

export const GET = staffRoute("ownAccount", async ({ session }) => {
  const mine = [...places, ...acts].filter((place) => may(session, place.need));
  return Response.json(mine.map(({ href, label, words }) => ({ value: href, label, keywords: words })));
});
