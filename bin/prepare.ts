import { migrate } from "@/db/migrate";

await migrate(process.env.DATABASE_URL ?? "");
