import nextVitals from "eslint-config-next/core-web-vitals";
import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";
import { files, policies } from "./bin/lint-rules/folders.mjs";
import { portico } from "./bin/lint-rules/index.mjs";

// What draws something: the rules of React and Next.js cost much, and elsewhere find nothing.
const drawing = ["app/**", "components/**"];
const [next] = nextVitals;

const application = ["app/**", "components/**", "db/**", "lib/**"];

const layers = {
  plugins: { boundaries },
  settings: {
    "import/resolver": next.settings["import/resolver"],
    "boundaries/files": files,
    "boundaries/files-single-match": true,
    "boundaries/dependency-nodes": ["import", "export", "dynamic-import", "require"],
  },
  rules: {
    "boundaries/dependencies": [
      "error",
      {
        default: "disallow",
        checkAllOrigins: true,
        message:
          "Imports go one way, app → components, lib → db: {{from.file.categories}} may not import {{to.file.categories}} (see bin/lint-rules/folders.mjs).",
        policies,
      },
    ],
  },
};

const everywhere = {
  // Whoever meets a rule obeys it or improves it; comments that switch one off have no effect and are reported.
  linterOptions: { noInlineConfig: true },
  plugins: { portico, import: next.plugins.import },
  rules: {
    "portico/server-actions": "error",
    "portico/no-inline-server-actions": "error",
    "import/no-default-export": "error",
    "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "anywhere" }],
    eqeqeq: ["error", "always", { null: "ignore" }],
    "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/no-explicit-any": "error",
    // Leaving a field out of a copy is what rest siblings are for.
    "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
    "@typescript-eslint/no-unused-expressions": "error",
  },
};

const configuration = "Configuration is read in lib/platform/env.ts and nowhere else.";
const noProcess = ["process", "node:process"].map((name) => ({ name, message: configuration }));
const onlyCache = {
  name: "react",
  allowImportNames: ["cache"],
  allowTypeImports: true,
  message: "lib/auth remembers per request and draws nothing.",
};

const inApplication = {
  files: application,
  rules: {
    "no-console": "error",
    "no-restricted-properties": ["error", { object: "process", property: "env", message: configuration }],
    "@typescript-eslint/no-restricted-imports": ["error", { paths: noProcess }],
  },
};

// The rules that need types are the slow ones; these guard against work that outlives its transaction.
const typed = {
  files: ["**/*.{ts,tsx}"],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    "@typescript-eslint/no-floating-promises": "error",
    // React takes handlers that answer a promise.
    "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    "@typescript-eslint/await-thenable": "error",
  },
};

const config = [
  {
    ignores: ["**/.next/", ".data/", "coverage/", "test-results/", "playwright-report/", "**/next-env.d.ts"],
  },
  ...nextVitals.map((part) => (part.rules ? { ...part, files: drawing } : part)),
  ...tseslint.configs.recommended,
  everywhere,
  layers,
  typed,
  inApplication,
  {
    files: drawing,
    rules: {
      // An organisation's logo comes from wherever it keeps it.
      "@next/next/no-img-element": "off",
      "import/no-anonymous-default-export": "off",
    },
  },
  {
    files: ["lib/auth/**"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { paths: [...noProcess, onlyCache] }] },
  },
  { files: ["lib/platform/env.ts"], rules: { "no-restricted-properties": "off" } },
  { files: ["app/**/page.{ts,tsx}"], rules: { "portico/pages": "error" } },
  {
    files: ["app/**/route.{ts,tsx}"],
    ignores: ["app/api/auth/**", "app/api/health/**"],
    rules: { "portico/routes": "error" },
  },
  {
    // The bare application that the benchmark compares with: Next.js wants its default exports, and it has nothing to guard.
    files: ["tests/bench/bare/**"],
    rules: { "import/no-default-export": "off", "portico/no-inline-server-actions": "off" },
  },
  { files: ["emails/**"], rules: { "portico/no-code": "error" } },
  {
    files: ["app/**", "*.config.{ts,mjs}", "tests/**/support/global-*.{ts,mjs}"],
    rules: { "import/no-default-export": "off" },
  },
];

export default config;
