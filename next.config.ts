import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // pg, the worker and argon2 load files of their own at run time, which a bundle would lose.
  serverExternalPackages: [
    "pg",
    "graphile-worker",
    "@node-rs/argon2",
    "pino",
    "ejs",
    "nodemailer",
    "pg-copy-streams",
  ],
  turbopack: { root: import.meta.dirname },
};

export default config;
