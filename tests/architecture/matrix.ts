/**
 * The authorisation matrix: who may see each page, post to each action and call each route. "staff" and "contact" are
 * followed by the need, which lib/auth/needs.ts and lib/auth/contact-needs.ts turn into roles and reach; "public" means
 * anybody, for the reason that stands in the code.
 */
export const matrix: Record<string, Record<string, string>> = {
  "app/(public)/actions.ts": {
    requestStaffResetAction: "public",
    resetStaffPasswordAction: "public",
    setUpAction: "public",
    signInStaffAction: "public",
    signOutStaffAction: "staff ownAccount",
  },
  "app/(public)/forgot-password/page.tsx": { default: "public" },
  "app/(public)/login/page.tsx": { default: "public" },
  "app/(public)/reset/[secret]/page.tsx": { default: "public" },
  "app/(public)/setup/page.tsx": { default: "public" },
  "app/(staff)/account/actions.ts": {
    changeStaffPasswordAction: "staff ownAccount",
    endOwnStaffSessionAction: "staff ownAccount",
  },
  "app/(staff)/account/page.tsx": { default: "staff ownAccount" },
  "app/(staff)/contacts/[contactId]/page.tsx": { default: "staff viewContact" },
  "app/(staff)/contacts/actions.ts": {
    inviteContactAction: "staff editContacts",
    updateContactAction: "staff editContacts",
  },
  "app/(staff)/contacts/companies/route.ts": { GET: "staff editContacts" },
  "app/(staff)/contacts/new/page.tsx": { default: "staff editContacts" },
  "app/(staff)/contacts/page.tsx": { default: "staff viewContacts" },
  "app/(staff)/customers/[companyId]/contacts/new/page.tsx": { default: "staff editContacts" },
  "app/(staff)/mail/[mailId]/page.tsx": { default: "staff viewMail" },
  "app/(staff)/mail/actions.ts": { resendMailAction: "staff sendMail" },
  "app/(staff)/mail/page.tsx": { default: "staff viewMail" },
  "app/(staff)/suppliers/[companyId]/contacts/new/page.tsx": { default: "staff editContacts" },
  "app/api/health/route.ts": { GET: "public" },
  "app/page.tsx": { default: "public" },
  "app/portal/[organisation]/(shell)/[tab]/page.tsx": {
    default: "contact the permission that opens the tab",
  },
  "app/portal/[organisation]/(shell)/account/page.tsx": { default: "contact signedIn" },
  "app/portal/[organisation]/(shell)/page.tsx": { default: "contact signedIn" },
  "app/portal/[organisation]/actions.ts": {
    activateLoginAction: "public",
    changeContactPasswordAction: "contact signedIn",
    continueActivationAction: "public",
    endContactSessionAction: "contact signedIn",
    registerContactAction: "public",
    replaceTemporaryPasswordAction: "contact changingPassword",
    requestContactResetAction: "public",
    requestFreshLinkAction: "public",
    resetContactPasswordAction: "public",
    signInContactAction: "public",
    signOutContactAction: "contact changingPassword",
    switchCompanyAction: "contact signedIn",
  },
  "app/portal/[organisation]/activate/[secret]/page.tsx": { default: "public" },
  "app/portal/[organisation]/change-password/page.tsx": { default: "contact changingPassword" },
  "app/portal/[organisation]/forgot-password/page.tsx": { default: "public" },
  "app/portal/[organisation]/login/page.tsx": { default: "public" },
  "app/portal/[organisation]/register/page.tsx": { default: "public" },
  "app/portal/[organisation]/reset/[secret]/page.tsx": { default: "public" },
  "app/preferences/actions.ts": { setSidebarAction: "public", setThemeAction: "public" },
};
