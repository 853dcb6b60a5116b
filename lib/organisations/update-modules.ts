import type { z } from "zod";
import { inOrder, moduleNames, type modulesInput } from "./module-input";
import { savePart, type Context, type Part } from "./save-part";

type Values = { modules: string[] };

/** What the Modules page keeps. */
export const modulesPart: Part<Values> = {
  name: "modules",
  act: "organisation.modules-changed",
  read: ({ modules }) => ({ modules: inOrder(modules) }),
  write: (values) => values,
  words: { modules: moduleNames },
};

/** Offers exactly these modules; whoever is signed in meets that with their next request. */
export const updateModules = (context: Context, { version, modules }: z.output<typeof modulesInput>) =>
  savePart<Values>(context, modulesPart, version, { modules });
