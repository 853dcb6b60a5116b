import { testDatabase } from "./database";

// Read by the application's modules as they load, so it has to be there before them.
process.env.DATABASE_URL = testDatabase().url;
process.env.AUTH_SECRET = "a secret for tests only, long enough to be accepted";
process.env.LOG_LEVEL = "silent";
