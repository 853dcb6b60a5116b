import { closePool } from "@/db/client";

// A file's connections would otherwise stay open until its worker ends.
afterAll(closePool);
