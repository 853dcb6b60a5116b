/**
 * What each page and route that staff of limited reach can open says of companies: "their companies" are those that the reader is assigned
 * to, and it says of them what stands in its address; "nothing" is a page that names no company. A page for another need reaches the whole
 * organisation, for the reason that stands beside the need in ./needs.ts.
 */
export type Says = "their companies" | "nothing";

export const pages: Record<string, Says> = {
  "app/(staff)/account/page.tsx": "nothing",
  "app/(staff)/account/second-factor/page.tsx": "nothing",
  "app/(staff)/activations/[runId]/page.tsx": "their companies",
  "app/(staff)/activations/page.tsx": "their companies",
  "app/(staff)/audit/[eventId]/page.tsx": "their companies",
  "app/(staff)/audit/page.tsx": "their companies",
  "app/(staff)/contacts/[contactId]/page.tsx": "their companies",
  "app/(staff)/contacts/[contactId]/preview/page.tsx": "their companies",
  "app/(staff)/contacts/new/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/activity/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/contacts/new/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/contacts/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/edit/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/mail/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/projects/[projectId]/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/projects/new/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/projects/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/settings/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/sites/page.tsx": "their companies",
  "app/(staff)/customers/[companyId]/users/page.tsx": "their companies",
  "app/(staff)/customers/assign/page.tsx": "nothing",
  "app/(staff)/customers/new/page.tsx": "their companies",
  "app/(staff)/customers/page.tsx": "their companies",
  "app/(staff)/mail/[mailId]/page.tsx": "their companies",
  "app/(staff)/mail/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/activity/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/contacts/new/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/contacts/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/edit/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/mail/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/projects/[projectId]/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/projects/new/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/projects/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/settings/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/sites/page.tsx": "their companies",
  "app/(staff)/suppliers/[companyId]/users/page.tsx": "their companies",
  "app/(staff)/suppliers/assign/page.tsx": "nothing",
  "app/(staff)/suppliers/new/page.tsx": "their companies",
  "app/(staff)/suppliers/page.tsx": "their companies",
};

export const routes: Record<string, Says> = {
  "GET app/(staff)/audit/options/route.ts": "their companies",
  "GET app/(staff)/contacts/companies/route.ts": "their companies",
  "GET app/(staff)/customers/[companyId]/activity/newer/route.ts": "nothing",
  "GET app/(staff)/customers/options/route.ts": "their companies",
  "GET app/(staff)/palette/companies/route.ts": "their companies",
  "GET app/(staff)/palette/contacts/route.ts": "their companies",
  "GET app/(staff)/palette/places/route.ts": "nothing",
  "GET app/api/exports/activity/route.ts": "their companies",
  "GET app/api/exports/audit/route.ts": "their companies",
  "GET app/api/exports/companies/route.ts": "their companies",
};
