"use client";

import { useState } from "react";
import { accentTokens, type Accent } from "@/components/frame/accent";
import { parseHex } from "@/components/frame/contrast";
import { useRefused } from "@/components/forms/action-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const HELP =
  "As # and six digits or letters a–f. Where it would be too pale or too dark to read, Portico darkens or lightens it.";

/** The organisation's colour: typed or picked, and shown as pages will use it, corrected where it could not be read. */
export function ColourField({ colour }: { colour: string }) {
  const { error, typed } = useRefused("colour");
  return <Colour key={typed} initial={typed ?? colour} error={error} />;
}

function Colour({ initial, error }: { initial: string; error?: string }) {
  const [value, setValue] = useState(initial);
  const isColour = /^#[0-9a-f]{6}$/i.test(value.trim()) && parseHex(value) !== null;
  const { light, dark } = accentTokens(isColour ? value : initial);
  return (
    <div className="grid gap-3">
      <Field id="colour" label="Colour" help={HELP} error={error}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              name="colour"
              value={value}
              onChange={(event) => setValue(event.target.value)}
              className="max-w-40"
              spellCheck={false}
              autoComplete="off"
            />
            <input
              type="color"
              aria-label="Pick the colour"
              className="needs-script h-control w-12 flex-none cursor-pointer rounded-control border border-line bg-surface p-1"
              value={isColour ? value.trim().toLowerCase() : initial}
              onChange={(event) => setValue(event.target.value)}
            />
          </div>
        )}
      </Field>
      <div
        className="flex flex-wrap gap-3"
        role="img"
        aria-label="Preview of the colour in light and in dark"
      >
        <Sample name="Light" accent={light} ground="#ffffff" ink="#18191b" />
        <Sample name="Dark" accent={dark} ground="#141518" ink="#ececf0" />
      </div>
      {isColour && light.fill !== value.trim().toLowerCase() ? (
        <p className="text-small text-muted">
          This colour is too pale on white, so buttons are drawn in {light.fill} there.
        </p>
      ) : null}
    </div>
  );
}

function Sample({
  name,
  accent,
  ground,
  ink,
}: {
  name: string;
  accent: Accent;
  ground: string;
  ink: string;
}) {
  return (
    <span
      className="flex items-center gap-3 rounded-control border border-line px-3 py-2 text-small"
      style={{ background: ground, color: ink }}
    >
      {name}
      <span
        className="rounded-control px-2.5 py-1 font-medium"
        style={{ background: accent.fill, color: accent.onFill }}
      >
        Button
      </span>
      <span className="underline" style={{ color: accent.text }}>
        Link
      </span>
    </span>
  );
}
