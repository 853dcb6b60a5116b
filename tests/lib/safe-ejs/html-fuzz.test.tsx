import fc from "fast-check";
import { refusal, rendered } from "./support";

const scraps = fc.constantFrom(
  ..."< > </ /> <!-- --> <![CDATA[ ]]> & &lt; &#106; \" ' = / ` \0 <p <a <b <td <img <svg <script <style <table <math <title".split(
    " ",
  ),
  ..."<p> </p> <a> </a> <b> </b> <table> </table> <tr> </tr> <td> </td> <ul> </ul> <li> </li> <div> </div> <br> <br/> <hr>".split(
    " ",
  ),
  ..."<script> </script> <style> </style> <svg> </svg> <template> <iframe> <form> <select> <textarea> <title> <noscript> <plaintext>".split(
    " ",
  ),
  ` href="https://a.example"`,
  ` href='<%= link.url %>'`,
  ` href="javascript:alert(1)"`,
  ` title="<%= recipient.name %>"`,
  ` class="button"`,
  ` style="color:red"`,
  ` style="color:<%= organisation.colour %>"`,
  ` onclick="x"`,
  `<a class="button" href="<%= link.url %>">`,
  `<p style="`,
  `">`,
  "<%= recipient.name %>",
  "<%= link.url %>",
  "<% if (notice.byStaff) { %>",
  "<% for (const a of notice.areas) { %>",
  "<% } else { %>",
  "<% } %>",
  "words",
  " ",
  "\n",
);

const hostile = {
  recipient: { name: `"'><script>alert(1)</script><img src=x onerror=alert(1)> onclick=x \`` },
  company: { name: "x" },
  organisation: { colour: "#2457a6", onColour: "#ffffff" },
  link: { url: `javascript:alert(1)"'><script>` },
  notice: { byStaff: true, areas: [{ name: "</td></tr></table>", url: "x" }] },
};

const allowed =
  /^(href|src|style|title|alt|class|lang|dir|role|align|valign|width|height|border|cell(padding|spacing)|(col|row)span|bgcolor|start|type)$/;

function faultsIn(body: string): string[] {
  const page = new DOMParser().parseFromString(
    `<!doctype html><body><div id="inside">${body}</div><div id="after"></div></body>`,
    "text/html",
  );
  const faults: string[] = [];
  if (page.body.lastElementChild?.id !== "after") faults.push("swallowed what follows");
  for (const element of page.querySelectorAll("*")) {
    const name = element.localName;
    if (
      /^(script|style|svg|math|iframe|form|input|object|embed|template|select|textarea|title|meta|link|base)$/.test(
        name,
      )
    )
      faults.push(`<${name}>`);
    for (const attribute of element.attributes)
      if (attribute.name !== "id" && !allowed.test(attribute.name)) faults.push(attribute.name);
  }
  return faults;
}

it("whatever HTML is accepted, a browser finds nothing in it that could act, whatever the fields hold", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 14 }), (parts) => {
      const source = parts.join("");
      if (refusal(source, "html") !== null) return;
      accepted += 1;
      expect(faultsIn(rendered(source, "html", hostile))).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

it("would find it", () => {
  expect(faultsIn("<p onclick=x>a</p><svg></svg>")).toEqual(["onclick", "<svg>"]);
  expect(faultsIn("<textarea>")).toContain("swallowed what follows");
});
