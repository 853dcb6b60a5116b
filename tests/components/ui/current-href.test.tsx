import { currentHref } from "@/components/ui/current-href";

it.each([
  ["/customers", "/customers"],
  ["/customers/7/contacts", "/customers"],
  ["/settings/staff/1", "/settings/staff"],
  ["/settings", "/settings"],
  ["/customers-of-old", undefined],
  ["/", undefined],
])("%p lies under %p", (path, href) => {
  expect(currentHref(path, ["/customers", "/settings", "/settings/staff", "/mail?state=failed"])).toBe(href);
});
