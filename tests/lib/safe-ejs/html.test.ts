import { refusal, rendered } from "./support";

const html = (source: string) => rendered(source, "html");
const why = (source: string) => refusal(source, "html");

describe("HTML that staff write", () => {
  it("comes out as it was written, in the styles that mail programs need", () => {
    expect(html("<p>Hello <b>you</b> &amp; all<br/>5 > 3</p>")).toBe(
      '<p style="margin:0 0 16px;">Hello <b>you</b> &amp; all<br>5 > 3</p>',
    );
    expect(html(`<p style='color:#333'>x</p>`)).toBe('<p style="color:#333">x</p>');
    expect(html("<ul><% for (const a of notice.areas) { %><li><%= a.name %></li><% } %></ul>")).toBe(
      '<ul style="margin:0 0 16px;padding-left:24px;"><li>Invoices</li><li>&lt;i&gt;</li></ul>',
    );
  });

  it("leads where a field that is an address says", () => {
    expect(html('<a href="<%= link.url %>" title="For <%= recipient.name %>">go</a>')).toBe(
      '<a href="https://portal.example/a?b=1&amp;c=2" title="For Ana &#34;&lt;b&gt;&#39; &amp; Söhne" style="color:#1c5bbf;word-break:break-word;">go</a>',
    );
  });

  it("has buttons in the organisation's colour, which Outlook draws too", () => {
    const button = html('<a class="button" href="<%= link.url %>">Go</a>');
    expect(button).toMatch(
      /^<table role="presentation".*background:#2457a6;.*color:#ffffff !important.*<\/table>$/,
    );
    const inText = html('<p><a class="button" href="https://a.example">Go</a></p>');
    expect(inText).not.toContain("<table");
    expect(inText).toContain("padding:12px 24px");
  });

  it("may paint with the organisation's colour", () => {
    expect(html('<div style="background:<%= organisation.colour %>;color: rgb(1, 2, 3)">x</div>')).toBe(
      '<div style="background:#2457a6;color: rgb(1, 2, 3)">x</div>',
    );
  });
});

it.each([
  "<script>alert(1)</script>",
  "<SCRIPT>alert(1)</SCRIPT>",
  "<scr<script>ipt>",
  "<style>a{}</style>",
  "<iframe src='https://evil.example'></iframe>",
  "<object></object>",
  "<embed>",
  "<form action='https://evil.example'><input></form>",
  "<input>",
  "<button>x</button>",
  "<svg onload=alert(1)></svg>",
  "<math></math>",
  "<video></video>",
  "<html><body></body></html>",
  "<meta http-equiv='refresh' content='0;url=https://evil.example'>",
  "<base href='https://evil.example'>",
  "<link rel='stylesheet' href='https://evil.example'>",
  "<template></template>",
  "<noscript></noscript>",
  "<textarea></textarea>",
  "<plaintext>",
  "<xmp></xmp>",
  "<!-- comment -->",
  "<!--[if mso]><p><![endif]-->",
  "<!doctype html>",
  "<![CDATA[x]]>",
  "<?php ?>",
  "a < b",
  "<",
  "<p",
  "</",
  "<p>",
  "</p>",
  "<b><i></b></i>",
  "<p></p></p>",
  "</td></tr></table>",
  "<td>x</td>",
  "<li>x</li>",
  "<div><tr></tr></div>",
  "</br>",
  "<a href='https://a.example'><b><a href='https://b.example'>x</a></b></a>",
  "<p onclick='x'>a</p>",
  "<p ONCLICK=x>a</p>",
  "<p/onclick='x'>a</p>",
  "<img src='https://a.example/x.png' onerror='x'>",
  "<p id='x'>a</p>",
  "<p data-x='1'>a</p>",
  "<p class=x>a</p>",
  "<p class='a' class='b'>a</p>",
  "<p class='a\"b'>a</p>",
  "<p style='background:url(https://evil.example)'>a</p>",
  "<p style='background:u\\72l(x)'>a</p>",
  "<p style='width:expression(alert(1))'>a</p>",
  "<p style='behavior:url(x)'>a</p>",
  "<p style='position:fixed'>a</p>",
  "<p style='color:red;/**/background:image-set(x)'>a</p>",
  "<p style='color:&#117;rl(x)'>a</p>",
  "<p style='--x:1'>a</p>",
  "<p style='color'>a</p>",
  "<a href='javascript:alert(1)'>x</a>",
  "<a href='JaVaScRiPt:alert(1)'>x</a>",
  "<a href=' javascript:alert(1)'>x</a>",
  "<a href='java\nscript:alert(1)'>x</a>",
  "<a href='&#106;avascript:alert(1)'>x</a>",
  "<a href='data:text/html,x'>x</a>",
  "<a href='vbscript:x'>x</a>",
  "<a href='//evil.example'>x</a>",
  "<a href='/relative'>x</a>",
  "<a href=''>x</a>",
  "<a href>x</a>",
  "<a href='https://a.example/ b'>x</a>",
  "<a href='https://a.example/<%= recipient.name %>'>x</a>",
  "<a href='<%= recipient.name %>'>x</a>",
  "<a href='<%= \"javascript:alert(1)\" %>'>x</a>",
  "<a href='<%= link.url %>/more'>x</a>",
  "<a href='javascript:<%= link.url %>'>x</a>",
  "<a href=<%= link.url %>>x</a>",
  "<img src='http://a.example/x.png'>",
  "<img src='data:image/svg+xml,x'>",
  "<img src='<%= link.url %>'>",
  "<div href='https://a.example'>x</div>",
  "<p style='color:<%= recipient.name %>'>a</p>",
  "<p class='<%= recipient.name %>'>a</p>",
  "<<%= recipient.name %>>",
  "<p <%= recipient.name %>>a</p>",
  "<p title=<%= recipient.name %>>a</p>",
  "<p title='a' <% if (true) { %>class='b'<% } %>>a</p>",
  "<p title='<% if (true) { %>a<% } %>'>a</p>",
  "<% if (true) { %><p><% } %>a</p>",
  "<p><% if (true) { %>a</p><% } %>",
  "<% if (true) { %><p title='<% } %>'>a</p>",
  "<% if (true) { %><scr<% } %>ipt>",
  "<% for (const a of notice.areas) { %></p><p><% } %>",
  "<% if (true) { %><td>x</td><% } %>",
  "<a href='https://a.example'><% if (true) { %><a href='https://b.example'>x</a><% } %></a>",
])("refuses %j", (source) => {
  expect(why(source)).toMatch(/^Line \d+: \S/);
});

it.each([
  ["<p>a</p>\n<p>\n<scrip>", "Line 3: <scrip> is not allowed."],
  ["<p>a</p>\n<script>", "Line 2: <script> is not allowed. E-mails hold no scripts."],
  ["<p>a\n<b>b</p>", "Line 2: </p> stands where </b> is expected: <b> is still open."],
  ["<p><% if (true) { %>\n\n<b>x<% } %></p>", "Line 3: <b> is not closed with </b> here."],
  [
    "<p>a</p>\n<a href='x'>b</a>",
    'Line 2: A link leads to a field that holds an address, as in href="<%= login.url %>", or to an address that begins with https://, mailto: or tel:.',
  ],
])("says where and why: %j", (source, words) => {
  expect(why(source)).toBe(words);
});

it("lets a table have its rows in a condition or a loop", () => {
  expect(
    why("<table><% for (const a of notice.areas) { %><tr><td><%= a.name %></td></tr><% } %></table>"),
  ).toBeNull();
});
