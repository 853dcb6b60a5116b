// Run as a process of its own, because ESLint loads its configuration with an import that Jest's sandbox does not offer.
// Reads [{ filePath, code }] as JSON on standard input; writes one list of messages for each.
import { text } from "node:stream/consumers";
import { ESLint } from "eslint";

// Snippets have no file, and without a file there are no types.
/** @type {import("eslint").Linter.Config} */
const untyped = {
  files: ["**/*snippet*", "**/*snippet*/**", "**/input.ts", "**/queries.ts", "app/api/health/route.ts"],
  languageOptions: { parserOptions: { projectService: false } },
  rules: {
    "@typescript-eslint/no-floating-promises": "off",
    "@typescript-eslint/no-misused-promises": "off",
    "@typescript-eslint/await-thenable": "off",
  },
};

const eslint = new ESLint({ overrideConfig: [untyped] });
const found = [];
for (const { filePath, code } of JSON.parse(await text(process.stdin))) {
  const results = await eslint.lintText(code, { filePath });
  found.push(
    results.flatMap((result) => result.messages.map(({ ruleId, message }) => ({ ruleId, message }))),
  );
}
process.stdout.write(JSON.stringify(found));
