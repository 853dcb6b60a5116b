"use client";

import { FormTextField } from "@/components/forms/action-form";

/** A time zone, found by typing a part of its name; the browser's own list works without script too. */
export function ZoneField({ zone, zones }: { zone: string; zones: readonly string[] }) {
  return (
    <>
      <FormTextField
        name="timeZone"
        label="Time zone"
        help="Type a city, such as Berlin. Dates are shown and days end by it."
        defaultValue={zone}
        list="time-zones"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="time-zones">
        {zones.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
