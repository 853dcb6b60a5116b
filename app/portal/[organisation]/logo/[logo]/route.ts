import { publicRoute } from "@/lib/auth/route";
import { findLogo } from "@/lib/organisations/queries";

// A new logo has a new address, so a browser may keep this one for good.
const headers = {
  "content-type": "image/png",
  "cache-control": "public, max-age=31536000, immutable",
  "content-disposition": "inline; filename=logo.png",
};

export const GET = publicRoute("the logo stands on pages before sign-in", async (_, { params }) => {
  const { organisation = "", logo = "" } = await params;
  const image = await findLogo(organisation, logo);
  if (!image) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(new Uint8Array(image), { headers });
});
