import { POST } from "@/app/api/imports/route";
import { MOST_BYTES } from "@/lib/imports/limits";
import { env } from "@/lib/platform/env";
import { beginRequest } from "@/tests/architecture/gates/request";
import { arrangeScene, type Scene } from "@/tests/architecture/gates/scene";
import { asSuperuser, resetDatabase } from "@/tests/support/database";

jest.mock("next/headers", () => jest.requireActual("../../architecture/gates/next-headers"));

let scene: Scene;

beforeAll(async () => {
  scene = await arrangeScene();
}, 60_000);
beforeEach(() => asSuperuser("DELETE FROM import_runs"));
afterAll(resetDatabase);

type Sent = { body: BodyInit; headers?: Record<string, string>; origin?: string };

async function post({ body, headers = {}, origin }: Sent): Promise<Response> {
  await beginRequest({ session: scene.sessions.administrator, origin });
  const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
  return POST(new Request(`${env().baseUrl}/api/imports`, init), { params: Promise.resolve({}) });
}

const form = (text = "code,name\nA,Alpha\n", name = "list.csv") => {
  const filled = new FormData();
  filled.set("kind", "customer");
  filled.set("file", new File([text], name));
  return filled;
};
const runs = () => asSuperuser<{ file_name: string }>("SELECT file_name FROM import_runs");
const refusal = async (answer: Response) =>
  ((await answer.json()) as { error: { code: string; message: string } }).error;
const plain = { accept: "text/html,application/xhtml+xml" };

it("takes a file and answers a script with where to go on", async () => {
  const answer = await post({ body: form() });
  expect(answer.status).toBe(200);
  const { href } = ((await answer.json()) as { data: { href: string } }).data;
  expect(href).toMatch(/^\/imports\/[\w-]{36}\/columns$/);
  expect(await runs()).toEqual([{ file_name: "list.csv" }]);
});

it("leads a form without script on to the columns", async () => {
  const answer = await post({ body: form(), headers: plain });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toMatch(/^\/imports\/[\w-]{36}\/columns$/);
});

it("leads a form without script back with the reason", async () => {
  const answer = await post({ body: form(""), headers: plain });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/imports/new?refused=empty"]);
  expect(await runs()).toEqual([]);
});

it.each(["application/json", "text/csv", "application/x-www-form-urlencoded"])(
  "takes no file sent as %s",
  async (type) => {
    const answer = await post({ body: "code,name\nA,Alpha\n", headers: { "content-type": type } });
    expect([answer.status, await refusal(answer)]).toMatchObject([400, { message: "Choose a CSV file." }]);
    expect(await runs()).toEqual([]);
  },
);

it("refuses by its announced length a file of more than 64 MB, and reads none of it", async () => {
  let parts = 0;
  const body = new ReadableStream({ pull: (stream) => (parts++, stream.enqueue(new Uint8Array(1024))) });
  const headers = {
    "content-type": "multipart/form-data; boundary=x",
    "content-length": `${2 * MOST_BYTES}`,
  };
  const answer = await post({ body, headers });
  expect((await refusal(answer)).message).toMatch(/larger than 64 MB/);
  expect(parts).toBeLessThan(10);
});

it("stops reading at 64 MB, whatever was announced", async () => {
  let read = 0;
  const head = new TextEncoder().encode(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="endless.csv"\r\n\r\n',
  );
  const part = new Uint8Array(1024 * 1024).fill(65);
  const body = new ReadableStream({
    pull: (stream) => stream.enqueue(read === 0 ? ((read = 1), head) : ((read += part.length), part)),
  });
  const answer = await post({ body, headers: { "content-type": "multipart/form-data; boundary=x" } });
  expect((await refusal(answer)).message).toMatch(/larger than 64 MB/);
  expect(read).toBeLessThan(MOST_BYTES + 8 * part.length);
  expect(await runs()).toEqual([]);
}, 30_000);

it("takes nothing from another site's page", async () => {
  const answer = await post({ body: form(), headers: plain, origin: "https://evil.example" });
  expect([answer.status, await refusal(answer)]).toMatchObject([403, { code: "wrong-origin" }]);
  expect(await runs()).toEqual([]);
});
