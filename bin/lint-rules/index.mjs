import { onlyCalls } from "./only-calls.mjs";

const actions = ["staffAction", "contactAction", "publicAction"];
const pages = ["staffPage", "contactPage", "contactTabPage", "publicPage", "portalFrontPage"];
const routes = ["staffRoute", "staffStream", "contactRoute", "publicRoute"];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

// What Next.js reads from a page or route beside its code; functions such as generateMetadata would run before the gate.
const segment = ["metadata", "viewport", "dynamic", "revalidate", "runtime", "maxDuration"];

/** @param {import("@typescript-eslint/utils").TSESTree.Program} program */
const saysServer = (program) =>
  program.body.some((statement) => "directive" in statement && statement.directive === "use server");

const serverActions = onlyCalls({
  wrappers: actions,
  applies: saysServer,
  isName: (name) => /^[a-z]\w*Action$/.test(name),
  message: `A "use server" file exports only \`const …Action\` = ${actions.join(", ")}(…), imported from lib/auth: anything else could be posted to without its role being checked.`,
});

const pagesStateNeeds = onlyCalls({
  wrappers: pages,
  names: segment,
  isName: (name) => name === "default",
  message: `A page exports by default a call of ${pages.join(", ")}, imported from lib/auth, and beside it only ${segment.join(", ")}: a page says who may see it.`,
});

const routesStateNeeds = onlyCalls({
  wrappers: routes,
  names: segment,
  isName: (name) => methods.includes(name),
  message: `A route exports only its methods, each a call of ${routes.join(", ")} imported from lib/auth: a route says who may call it.`,
});

/**
 * A rule that refuses whatever `selector` finds.
 * @param {string} selector
 * @param {string} message
 * @returns {import("eslint").Rule.RuleModule}
 */
const refuse = (selector, message) => ({
  meta: { type: "problem", messages: { found: message }, schema: [] },
  create: (context) => ({
    [selector]: (/** @type {import("estree").Node} */ node) => context.report({ node, messageId: "found" }),
  }),
});

/** Rules of our own, as the plugin "portico". */
export const portico = {
  rules: {
    "server-actions": serverActions,
    "no-inline-server-actions": refuse(
      ":function > BlockStatement > ExpressionStatement[directive='use server']",
      'A function cannot be an action by itself: put it into a "use server" file, wrapped.',
    ),
    pages: pagesStateNeeds,
    routes: routesStateNeeds,
    "no-code": refuse("Program", "emails/ holds templates and data, no code."),
  },
};
