import type { NextConfig } from "next";

const security = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

// A link that holds a secret must not travel on in a Referer header, nor stay in a cache.
const secretPages = [
  "/portal/:organisation/activate/:secret*",
  "/portal/:organisation/reset/:secret*",
  "/reset/:secret*",
  "/activate/:secret*",
  "/setup",
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are held by `npm run check`; whoever starts Portico need not wait for them.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // What a form on a page without referrer sends when there is no script; lib/auth/request.ts then asks for Sec-Fetch-Site.
    // A logo of 2 MB comes by a form.
    serverActions: { allowedOrigins: ["null"], bodySizeLimit: "3mb" },
  },
  // While developing, Next.js would print what actions are called with, passwords included.
  logging: { serverFunctions: false },
  // pg, the worker and argon2 load files of their own at run time, which a bundle would lose.
  serverExternalPackages: [
    "pg",
    "graphile-worker",
    "@node-rs/argon2",
    "pino",
    "ejs",
    "nodemailer",
    "pg-copy-streams",
    "sharp",
  ],
  // While developing, a page opened by this name would be refused its socket and reload itself again and again.
  allowedDevOrigins: ["127.0.0.1"],
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    { source: "/:path*", headers: [...security, { key: "Referrer-Policy", value: "same-origin" }] },
    ...secretPages.map((source) => ({
      source,
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
      ],
    })),
  ],
};

export default config;
