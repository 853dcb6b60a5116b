import type { z } from "zod";
import { savePart, type Context, type Part } from "./save-part";
import type { organisationInput } from "./settings-input";

type Values = Omit<z.output<typeof organisationInput>, "version" | "locale"> & { locale: string };

/** What the Organisation page keeps. */
export const organisationPart: Part<Values> = {
  name: "organisation",
  act: "organisation.changed",
  read: ({ name, colour, timeZone, locale, currency }) => ({ name, colour, timeZone, locale, currency }),
  write: (values) => values,
};

/** Saves the organisation's name, colour, time zone, locale and currency, which every page shows from the next request on. */
export const updateOrganisation = (
  context: Context,
  { version, ...typed }: z.output<typeof organisationInput>,
) => savePart<Values>(context, organisationPart, version, typed);
