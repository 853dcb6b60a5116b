import { staffStream } from "@/lib/auth/route";
import { readUpload } from "@/lib/imports/read-upload";
import { uploadImport } from "@/lib/imports/upload-import";
import { Refusal } from "@/lib/platform/errors";

/** Takes a file in. A plain form is led on to the next page, or back with the reason; a script is answered in JSON. */
export const POST = staffStream("importCompanies", async ({ request, actor }) => {
  const isPlainForm = request.headers.get("accept")?.includes("text/html") ?? false;
  try {
    const id = await uploadImport(actor, await readUpload(request));
    const href = `/imports/${id}/columns`;
    return isPlainForm ? seeOther(href) : Response.json({ ok: true, data: { href } });
  } catch (error) {
    const why = error instanceof Refusal ? error.details?.why : undefined;
    if (!isPlainForm || typeof why !== "string") throw error;
    return seeOther(`/imports/new?refused=${encodeURIComponent(why)}`);
  }
});

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
