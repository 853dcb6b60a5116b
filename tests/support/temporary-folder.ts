import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Gives each test of a file an empty folder of its own, removed after the test; call it in `describe`. */
export function temporaryFolder(): { path: string } {
  const folder = { path: "" };
  beforeEach(async () => {
    folder.path = await mkdtemp(path.join(tmpdir(), "portico-test-"));
  });
  afterEach(() => rm(folder.path, { recursive: true, force: true }));
  return folder;
}
