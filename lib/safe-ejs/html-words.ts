type Kind = "link" | "picture" | "style" | "text" | "plain";

/** What each attribute may hold; attributes that are not here are refused. */
export const attributes: Record<string, Kind> = {
  href: "link",
  src: "picture",
  style: "style",
  title: "text",
  alt: "text",
  ...Object.fromEntries(
    `class lang dir role align valign width height border cellpadding cellspacing colspan rowspan bgcolor start type`
      .split(" ")
      .map((name) => [name, "plain" as const]),
  ),
};

/** Attributes that only some elements have. */
export const onlyOn: Record<string, readonly string[]> = { href: ["a"], src: ["img"], alt: ["img"] };

export const voidElements = new Set(["br", "hr", "img", "wbr"]);

const ordinary = `a abbr address b big blockquote br caption center cite code del div em font h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre q s
  small span strike strong sub sup table tbody td tfoot th thead tr u ul wbr`;

/** Elements that an e-mail may be written with. */
export const elements = new Set(ordinary.split(/\s+/));

const rows = ["table", "thead", "tbody", "tfoot"];

/** Elements that make no sense, or break the page around them, outside of these. */
export const parents: Record<string, readonly string[]> = {
  li: ["ul", "ol"],
  caption: ["table"],
  thead: ["table"],
  tbody: ["table"],
  tfoot: ["table"],
  tr: rows,
  td: ["tr"],
  th: ["tr"],
};

/** Why elements that people try are not among them. */
export const refusedElements: Record<string, string> = {
  script: "E-mails hold no scripts.",
  style: 'Put styles on the elements themselves, as in style="color:#333".',
  form: "E-mails hold no forms. Lead to a page with a link.",
  input: "E-mails hold no forms. Lead to a page with a link.",
  button: 'For a button, write <a class="button" href="…">.',
  iframe: "E-mails hold no frames.",
  ...Object.fromEntries(
    ["html", "head", "body", "meta", "title", "link", "base"].map((name) => [
      name,
      "Portico puts the page around it. Write only what stands inside.",
    ]),
  ),
};

const properties = `background background-color border border-bottom border-collapse border-color border-left border-radius border-right border-spacing
  border-style border-top border-width color direction display float font font-family font-size font-style font-variant font-weight height
  letter-spacing line-height list-style list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width
  min-height min-width overflow-wrap padding padding-bottom padding-left padding-right padding-top table-layout text-align
  text-decoration text-indent text-transform vertical-align white-space width word-break word-spacing word-wrap`;

/** Properties that a style may set. */
export const styleProperties = new Set(properties.split(/\s+/));
