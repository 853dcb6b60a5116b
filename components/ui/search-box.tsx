"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "./cn";
import { formAddress } from "./form-address";
import { useNavigation } from "./link-area";

const PAUSE_MS = 250;

/**
 * A search as a plain GET form. With a script it also searches while one types, and the field keeps the focus.
 * `keep` holds the other parameters of the address that a new search must not lose (not the page).
 */
export function SearchBox({
  action,
  name = "q",
  label,
  placeholder = label,
  defaultValue = "",
  keep = {},
  className,
}: {
  action: string;
  name?: string;
  label: string;
  placeholder?: string;
  defaultValue?: string;
  keep?: Record<string, string | string[] | undefined>;
  className?: string;
}) {
  const router = useRouter();
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(defaultValue);
  useEffect(() => () => clearTimeout(timer.current), []);

  // The address may change otherwise, by "clear filters" or the back button; what is being typed wins.
  useEffect(() => {
    if (defaultValue === sent.current) return;
    sent.current = defaultValue;
    if (field.current && field.current !== document.activeElement) field.current.value = defaultValue;
  }, [defaultValue]);

  const search = () => {
    clearTimeout(timer.current);
    const href = formAddress(form.current);
    const wanted = field.current?.value ?? "";
    if (!href || wanted === sent.current) return;
    sent.current = wanted;
    if (navigation) navigation.go(href, { replace: true });
    else router.replace(href, { scroll: false });
  };

  return (
    <form
      ref={form}
      role="search"
      aria-label={label}
      action={action}
      className={cn("relative min-w-40", className)}
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      {keptFields(keep)}
      <span className="icon-mask pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint [--icon:var(--icon-search)]" />
      <input
        ref={field}
        type="search"
        name={name}
        className="control pl-8"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
        autoComplete="off"
        spellCheck={false}
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, PAUSE_MS);
        }}
      />
    </form>
  );
}

function keptFields(keep: Record<string, string | string[] | undefined>) {
  return Object.entries(keep).flatMap(([name, values]) =>
    [values ?? []]
      .flat()
      .map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
  );
}
