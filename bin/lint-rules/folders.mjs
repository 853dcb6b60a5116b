/** What each of our files is; the most specific folder first, because a file is the first one that fits. */
export const files = Object.entries({
  // Runs in the browser too, so it leans on nothing that only a server has.
  basics: "lib/platform/{inputs,address,errors,date-format}.ts",
  platform: "lib/platform/**",
  shared: [
    "lib/*/{input,*-input}.ts",
    "lib/access/{resolve-access,permissions,buttons,explain,days,operations,access-filter,access-address,describe-operation,staged-entries}.ts",
    "lib/activations/{stages,skip-reasons}.ts",
    "lib/passwords/limits.ts",
    "lib/safe-ejs/limits.ts",
    "lib/staff/roles.ts",
    "lib/audit/{act-words,act-groups,finding-words}.ts",
  ],
  auth: "lib/auth/**",
  mail: "lib/mail/**",
  worker: "lib/worker/**",
  imports: "lib/imports/**",
  noun: "lib/*/**",
  migrate: "db/migrate.ts",
  db: "db/**",
  "auth-route": "app/api/auth/**",
  app: "app/**",
  components: "components/**",
  emails: "emails/**",
  tests: "tests/**",
  bin: "bin/**",
  root: "*",
}).map(([category, pattern]) => ({ category, pattern }));

const nouns = ["auth", "mail", "worker", "imports", "noun"];
const platform = ["platform", "basics"];
const lib = [...nouns, "shared", ...platform];
const database = ["db", "migrate"];

/** Imports go one way: app → components, lib → db. */
const mayImport = [
  { who: ["basics"], what: ["basics"] },
  { who: ["platform"], what: platform },
  { who: database, what: [...database, ...platform] },
  { who: ["shared"], what: ["shared", "basics"], typesOf: [...lib, ...database] },
  { who: nouns, what: [...lib, ...database] },
  { who: ["components"], what: ["components", "shared", "basics"], typesOf: lib },
  { who: ["app", "auth-route"], what: ["app", "auth-route", "components", ...lib], typesOf: database },
];

/** Who may import a package; packages that are not named here are free, except that components run in the browser. */
const packages = [
  { name: ["drizzle-orm", "pg", "pg-copy-streams"], who: [...database, ...nouns] },
  { name: ["next-auth", "@auth/core"], who: ["auth", "auth-route"] },
  { name: ["nodemailer", "ejs"], who: ["mail"] },
  { name: ["graphile-worker"], who: ["worker", "migrate", "mail", "imports"] },
  { name: ["next"], who: ["app", "auth-route", "components", "auth"] },
  // lib/auth takes `cache` from react, and no-restricted-imports sees that it takes nothing else.
  { name: ["react"], who: ["app", "components", "auth"] },
  { name: ["react-dom"], who: ["app", "components"] },
];

// Tests, commands and configuration stand outside the application: they use it, it knows nothing of them.
const outside = ["tests", "bin", "root"];

/** @param {string[]} categories */
const is = (categories) => ({ file: { categories } });
/** @param {string[]} categories */
const isNot = (categories) => ({ file: { categories: { noneOf: categories } } });

export const policies = [
  { from: is(outside), allow: { to: { module: { origin: "*" } } } },
  { allow: { to: { module: { origin: ["core", "external"] } } } },
  ...mayImport.flatMap(({ who, what, typesOf }) => [
    { from: is(who), allow: { to: is(what) } },
    ...(typesOf ? [{ from: is(who), allow: { to: is(typesOf), dependency: { kind: "type" } } }] : []),
  ]),
  {
    from: is(["components", "shared", "basics"]),
    disallow: { to: { module: { origin: "core" } } },
    message: "This file also runs in the browser, where there is no {{to.module.source}}.",
  },
  ...packages.map(({ name, who }) => ({
    from: isNot([...who, ...outside]),
    disallow: { to: { module: { source: name } } },
    message: `Only ${who.join(", ")} may import {{to.module.source}} (see bin/lint-rules/folders.mjs).`,
  })),
];
