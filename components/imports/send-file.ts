/** How much of an upload has gone. */
export type Sent = { bytes: number; total: number };

type Answer = { ok: true; href: string } | { ok: false; message: string };

const UNREACHED = "Portico could not be reached, so nothing was uploaded. Try again.";
const CANCELLED = "The upload was cancelled. Nothing of it was kept.";

/** Posts a form with a file and tells how far it has come; fetch() cannot say that. */
export function sendFile(
  action: string,
  data: FormData,
  onProgress: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress({ bytes: loaded, total });
    request.onload = () => resolve(readAnswer(request.response));
    request.onerror = () => resolve({ ok: false, message: UNREACHED });
    request.onabort = () => resolve({ ok: false, message: CANCELLED });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    onProgress({ bytes: 0, total: 1 });
    request.send(data);
  });
}

function readAnswer(response: unknown): Answer {
  const { ok, data, error } = (response ?? {}) as {
    ok?: boolean;
    data?: { href?: string };
    error?: { message?: string };
  };
  if (ok && data?.href) return { ok: true, href: data.href };
  return { ok: false, message: error?.message ?? UNREACHED };
}
