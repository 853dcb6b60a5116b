// Run as a process of its own, because ESLint loads its configuration with an import that Jest's sandbox does not offer.
// Reads [{ filePath, code }] as JSON on standard input; writes one list of messages for each.
import { text } from "node:stream/consumers";
import { ESLint } from "eslint";

const eslint = new ESLint({ cwd: process.cwd() });
const found = [];
for (const { filePath, code } of JSON.parse(await text(process.stdin))) {
  const results = await eslint.lintText(code, { filePath });
  found.push(
    results.flatMap((result) => result.messages.map(({ ruleId, message }) => ({ ruleId, message }))),
  );
}
process.stdout.write(JSON.stringify(found));
