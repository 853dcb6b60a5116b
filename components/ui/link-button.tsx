import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button";

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, small, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link prefetch={false} className={buttonClass({ variant, small }, className)} {...rest} />;
}
