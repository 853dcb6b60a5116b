"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The button that sends its form; pending while the form's action runs, or while `pending` says so. */
export function SubmitButton({ pending, variant = "primary", ...rest }: ComponentProps<typeof Button>) {
  const status = useFormStatus();
  return <Button type="submit" variant={variant} pending={pending || status.pending} {...rest} />;
}
