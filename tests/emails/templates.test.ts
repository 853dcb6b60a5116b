import { templateNames, type TemplateName } from "@/lib/mail/templates";
import { renderMail, sampleView } from "@/lib/mail/render";
import { viewOf, type MailFacts } from "@/lib/mail/view";

const isAboutTheButton = (words: string) =>
  ["Activate account", "Choose a new password", "Or copy this address into your browser"].includes(words);

const wordsOf = (html: string) =>
  html
    .replace(/<(head|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<\/?strong>|<!doctype html>/g, "")
    .replace(/\s*<[^>]+>\s*/g, "\n")
    .replace(/&#39;/g, "'")
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\n+/g, "\n")
    .trim();

const facts = (changes: Partial<MailFacts> = {}): MailFacts => ({
  organisation: {
    name: "Winslow Estates",
    slug: "winslow",
    colour: "#ffd500",
    locale: "en-GB",
    timeZone: "Europe/Berlin",
  },
  toName: "Ana Trujillo",
  companyName: "Parkway Cinemas",
  staffId: null,
  purpose: "activation",
  createdAt: new Date("2025-11-07T13:00:00Z"),
  data: { happenedAt: "2025-11-07T13:00:00Z", temporaryUntil: "2025-11-10T13:00:00Z" },
  ...changes,
});
const link = { secret: "s".repeat(43), expiresAt: new Date("2025-11-14T13:00:00Z") };

const hostile = `"><script>alert(1)</script><a href="https://evil.example/x">Bank</a> www.evil.example
Bcc: victim@evil.example\r\nhttps://evil.example \u202Egnp.exe`;

describe.each(templateNames)("the template %s", (name: TemplateName) => {
  it("says the same in text as in HTML", () => {
    const { html, text } = renderMail(name, sampleView(name));
    const said = text.replace(/\s+/g, " ");
    const unsaid = wordsOf(html)
      .split(/[.:]?(?:\n|(?<=[.:]) )+/)
      .filter((sentence) => !said.includes(sentence) && !isAboutTheButton(sentence));
    expect(unsaid).toEqual([]);
  });

  it("has a subject, no empty places and nothing unrendered", () => {
    const { subject, html, text } = renderMail(name, sampleView(name));
    expect(subject).toMatch(/^[^\n]{10,78}$/);
    for (const part of [subject, html, text]) expect(part).not.toMatch(/<%|%>|undefined|null|\[object/);
    expect(text).not.toMatch(/&\w+;|&#\d+;/);
  });

  it("can be read in the dark and in Outlook", () => {
    const { html } = renderMail(name, sampleView(name));
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain('<table role="presentation"');
    expect(html).not.toMatch(/<(script|img|link|form|iframe)\b/);
  });

  it("carries no more than names when names are hostile", () => {
    const { subject, html, text } = renderMail(
      name,
      viewOf(facts({ toName: hostile, companyName: hostile, purpose: "activation" }), link),
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|<a href="(?!http:\/\/localhost:3000\/portal\/winslow\/)/);
    for (const part of [subject, text, wordsOf(html)]) {
      expect(part).not.toMatch(/https?:\/\/(?!localhost:3000\/portal\/winslow\/)/);
      expect(part).not.toMatch(/www\.\w|evil\.example|\w@\w|\u202e/);
      expect(part).not.toMatch(/^Bcc:/m);
    }
  });

  it("greets somebody without a name and without a company", () => {
    const { text } = renderMail(name, viewOf(facts({ toName: "", companyName: null }), link));
    expect(text).toMatch(/^Hello,\n/);
    expect(text).not.toContain(" for .");
  });
});

it("gives times in the organisation's time zone and language", () => {
  const in_ = (locale: string, timeZone: string) =>
    viewOf(facts({ organisation: { ...facts().organisation, locale, timeZone } }), link).link.expires;
  expect(in_("en-GB", "Europe/Berlin")).toMatch(/^Friday,? 14 November 2025 at 14:00 CET$/);
  expect(in_("de-DE", "America/New_York")).toMatch(/^Freitag, 14\. November 2025 um 08:00/);
  expect(in_("no such locale", "Mars/Base")).toMatch(/^Friday,? 14 November 2025 at 13:00 UTC$/);
});

it("puts words on the organisation's colour that can be read, and takes no other style from it", () => {
  expect(renderMail("account-activation", viewOf(facts(), link)).html).toContain(
    "background:#ffd500;color:#000000",
  );
  const sly = { ...facts().organisation, colour: "red;background:url(https://evil.example)" };
  expect(renderMail("account-activation", viewOf(facts({ organisation: sly }), link)).html).not.toContain(
    "evil",
  );
});

it("never names the temporary password, and leads to the sign-in page", () => {
  const { text } = renderMail("temporary-password-set", viewOf(facts({ purpose: null }), null));
  expect(text).toContain("It is not in this e-mail");
  expect(text).toContain("http://localhost:3000/portal/winslow/login");
  expect(text).toContain("10 November 2025");
});

it("leads staff to their own sign-in page and their own reset page", () => {
  const staff = viewOf(facts({ staffId: "s", purpose: "staff-reset" }), link);
  expect(staff.login.url).toBe("http://localhost:3000/login");
  expect(staff.link.url).toBe(`http://localhost:3000/reset/${link.secret}`);
});

it("keeps names of every script as they are", () => {
  for (const name of ["Åse Łukasiewicz", "J. R. Smith", "O'Neill & Søn", "می‌خواهم", "株式会社", "Zoë 👩‍🌾"])
    expect(viewOf(facts({ toName: name }), null).recipient.name).toBe(name);
});
