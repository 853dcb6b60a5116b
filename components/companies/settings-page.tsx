"use client";

import type { ComponentProps } from "react";
import { SettingsForm } from "./settings-form";
import { useWayBack } from "./use-way-back";

/** The settings of a company on a page of their own, which leads back to the company. */
export function SettingsPage(props: Pick<ComponentProps<typeof SettingsForm>, "company" | "action">) {
  return <SettingsForm {...props} {...useWayBack(props.company)} />;
}
