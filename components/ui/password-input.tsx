"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { cn } from "./cn";

/** A password that can be shown while it is typed, and pasted or filled by a password manager. */
export function PasswordInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  const label = shown ? "Hide password" : "Show password";
  return (
    <span className={cn("relative block", className)}>
      <input
        className="control pr-11"
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...rest}
      />
      <button
        type="button"
        className="needs-script absolute inset-y-px right-px grid w-10 place-content-center rounded-control text-muted hover:text-ink"
        aria-label={label}
        title={label}
        aria-controls={rest.id}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff className="size-4" /> : <Eye className="size-4" />}
      </button>
    </span>
  );
}
