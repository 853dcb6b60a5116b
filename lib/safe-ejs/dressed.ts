import type { Tag } from "./read-tag";

/** The fields that buttons are painted with. */
export const COLOUR = ["organisation", "colour"];
export const ON_COLOUR = ["organisation", "onColour"];
const [colour, onColour] = ["\ue000", "\ue001"];

const BUTTON = `display:inline-block;padding:12px 24px;color:${onColour} !important;font:600 16px/1.25 'Segoe UI',Helvetica,Arial,sans-serif;text-decoration:none;`;
const BOX =
  '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;"><tr>' +
  `<td style="background:${colour};border-radius:6px;">`;

/** Styles of elements that bring none of their own: mail programs drop style sheets. */
const styles: Record<string, string> = {
  a: "color:#1c5bbf;word-break:break-word;",
  p: "margin:0 0 16px;",
  ul: "margin:0 0 16px;padding-left:24px;",
  ol: "margin:0 0 16px;padding-left:24px;",
  h1: "margin:0 0 16px;font-size:22px;line-height:1.3;",
  h2: "margin:0 0 12px;font-size:18px;line-height:1.3;",
  h3: "margin:0 0 8px;font-size:16px;line-height:1.4;",
  blockquote: "margin:0 0 16px;padding-left:12px;border-left:3px solid #b6bfca;",
  img: "max-width:100%;height:auto;",
  hr: "margin:16px 0;border:0;border-top:1px solid #d9dee5;",
};

/** A tag as mail programs understand it, and what closes it; `<a class="button">` becomes a button that Outlook draws, too. */
export function dressed(
  { name, attributes }: Tag,
  around: readonly string[],
): { before: string; after: string } {
  const isButton =
    name === "a" && attributes.some((each) => each.name === "class" && each.value === "button");
  const own = attributes.some((each) => each.name === "style");
  const style = own ? "" : isButton ? BUTTON : styles[name];
  const written = attributes.map((each) => ` ${each.name}="${each.value.replaceAll('"', "&#34;")}"`);
  const tag = `<${name}${written.join("")}${style ? ` style="${style}"` : ""}>`;
  // A table would end the paragraph that it stands in.
  const isBoxed = isButton && !own && !around.some((each) => each !== "td" && each !== "div");
  if (!isBoxed) return { before: tag, after: `</${name}>` };
  return { before: BOX + tag, after: "</a></td></tr></table>" };
}
