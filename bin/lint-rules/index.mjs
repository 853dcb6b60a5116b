import { onlyCalls } from "./only-calls.mjs";

const actions = ["staffAction", "contactAction", "publicAction"];
const pages = ["staffPage", "contactPage", "publicPage"];
const routes = ["staffRoute", "contactRoute", "publicRoute"];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

// What Next.js reads from a page or route beside its code; functions such as generateMetadata would run before the gate.
const segment = ["metadata", "viewport", "dynamic", "revalidate", "runtime", "maxDuration"];

const saysServer = (node) =>
  node.body?.some(
    (statement) => statement.type === "ExpressionStatement" && statement.directive === "use server",
  );

/** Rules of our own, as the plugin "portico". */
export const portico = {
  rules: {
    "server-actions": onlyCalls({
      wrappers: actions,
      applies: saysServer,
      isName: (name) => /^[a-z]\w*Action$/.test(name),
      message: `A "use server" file exports only \`const …Action\` = ${actions.join(", ")}(…), imported from lib/auth: anything else could be posted to without its role being checked.`,
    }),
    pages: onlyCalls({
      wrappers: pages,
      names: segment,
      isName: (name) => name === "default",
      message: `A page exports by default a call of ${pages.join(", ")}, imported from lib/auth, and beside it only ${segment.join(", ")}: a page says who may see it.`,
    }),
    routes: onlyCalls({
      wrappers: routes,
      names: segment,
      isName: (name) => methods.includes(name),
      message: `A route exports only its methods, each a call of ${routes.join(", ")} imported from lib/auth: a route says who may call it.`,
    }),
    "no-inline-server-actions": {
      meta: {
        type: "problem",
        messages: {
          inline: 'A function cannot be an action by itself: put it into a "use server" file, wrapped.',
        },
        schema: [],
      },
      create: (context) => ({
        ":function > BlockStatement > ExpressionStatement[directive='use server']": (node) =>
          context.report({ node, messageId: "inline" }),
      }),
    },
    "no-code": {
      meta: { type: "problem", messages: { code: "emails/ holds templates and data, no code." }, schema: [] },
      create: (context) => ({ Program: (node) => context.report({ node, messageId: "code" }) }),
    },
  },
};
