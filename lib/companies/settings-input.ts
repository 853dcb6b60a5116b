import { z } from "zod";
import { idInput } from "@/lib/platform/inputs";

export const logLevelInput = z.enum(["off", "error", "warning", "information", "debug"], {
  error: "Choose a log level.",
});

export type LogLevel = z.output<typeof logLevelInput>;

export const companySettingsInput = z.object({ companyId: idInput, logLevel: logLevelInput });
