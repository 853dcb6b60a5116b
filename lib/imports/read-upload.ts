import { kindInput, type CompanyKind } from "@/lib/companies/input";
import { Refusal } from "@/lib/platform/errors";
import { uploadInput } from "./input";
import { MOST_BYTES } from "./limits";
import { refuseUpload } from "./upload-refusals";

/** A file as a form has sent it. */
export type Upload = { kind: CompanyKind; fileName: string; bytes: Buffer };

// What the form sends around the file.
const ENVELOPE_BYTES = 64 * 1024;

/** Reads an upload form; refuses it as soon as it is known to be too large, without holding more than that in memory. */
export async function readUpload(request: Request): Promise<Upload> {
  const most = MOST_BYTES + ENVELOPE_BYTES;
  if (Number(request.headers.get("content-length")) > most) throw refuseUpload("too-large");
  const form = await readForm(request, most);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    throw refuseUpload(file instanceof File && file.name ? "empty" : "no-file");
  if (file.size > MOST_BYTES) throw refuseUpload("too-large");
  const { kind, fileName } = uploadInput.parse({
    kind: kindInput.catch("customer").parse(form.get("kind")),
    fileName: file.name,
  });
  return { kind, fileName, bytes: Buffer.from(await file.arrayBuffer()) };
}

async function readForm(request: Request, most: number): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data\b/i.test(type)) throw refuseUpload("no-file");
  const body = request.body.pipeThrough(atMost(most));
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    throw refusalIn(error) ?? refuseUpload("broken-off");
  }
}

function refusalIn(error: unknown): Refusal | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof Refusal) return cause;
  return undefined;
}

function atMost(most: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(part, stream) {
      seen += part.byteLength;
      if (seen > most) stream.error(refuseUpload("too-large"));
      else stream.enqueue(part);
    },
  });
}
