import { availableParallelism } from "node:os";

const transform = {
  "^.+\\.(ts|tsx|js|jsx|mjs)$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  ],
};

// Published as ES modules only, which Jest turns into CommonJS like our own code.
const esModulesOnly = [
  "next-auth",
  "@auth/core",
  "jose",
  "oauth4webapi",
  "preact[^/]*",
  "uuid",
  "@faker-js/faker",
  "@noble/hashes",
  "qr",
];

const shared = {
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join("|")})/)`],
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
  modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/"],
};

export default {
  // Two also on two cores, where Jest would take one: much of a test's time is spent waiting for PostgreSQL.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Far more than any needs: a machine that is busy with other things must not fail a test. Jest reads it only here.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/e2e/"],
      globalSetup: "<rootDir>/tests/support/global-setup.mjs",
      globalTeardown: "<rootDir>/tests/support/global-teardown.mjs",
      setupFiles: ["<rootDir>/tests/support/worker-environment.ts"],
      setupFilesAfterEnv: ["<rootDir>/tests/support/after-each-file.ts"],
    },
    {
      ...shared,
      displayName: "jsdom",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/tests/**/*.test.tsx"],
      setupFilesAfterEnv: ["@testing-library/jest-dom", "<rootDir>/tests/support/patience.ts"],
    },
  ],
};
