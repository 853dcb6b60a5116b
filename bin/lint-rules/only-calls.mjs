/** @typedef {import("@typescript-eslint/utils").TSESLint.RuleModule<"bare">} RuleModule */
/** @typedef {import("@typescript-eslint/utils").TSESTree.Node} Node */
/** @typedef {import("@typescript-eslint/utils").TSESTree.ExportNamedDeclaration} NamedExport */
/** @typedef {[name: string, value: Node | null]} Part */

const AUTH = /^@\/lib\/auth(\/|$)/;

/**
 * Whether `node` is a call of one of `wrappers` that was imported from lib/auth under its own name.
 * @param {Node | null} node
 * @param {string[]} wrappers
 * @param {import("@typescript-eslint/utils").TSESLint.Scope.Scope | undefined} scope
 */
function isWrapped(node, wrappers, scope) {
  if (node?.type !== "CallExpression" || node.callee.type !== "Identifier") return false;
  const { name } = node.callee;
  const definition = scope?.set.get(name)?.defs[0];
  if (!wrappers.includes(name) || definition?.type !== "ImportBinding") return false;
  const { node: specifier, parent } = definition;
  if (specifier.type !== "ImportSpecifier" || parent.type !== "ImportDeclaration") return false;
  return "name" in specifier.imported && specifier.imported.name === name && AUTH.test(parent.source.value);
}

/** @param {NamedExport} node */
const isType = (node) =>
  node.exportKind === "type" ||
  ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"].includes(node.declaration?.type ?? "");

/**
 * What an export names, or null when that cannot be seen here: `export { … }`, functions, classes, destructuring.
 * @param {NamedExport} node
 * @returns {Part[] | null}
 */
function namedParts(node) {
  if (node.declaration?.type !== "VariableDeclaration" || node.declaration.kind !== "const") return null;
  /** @type {Part[]} */
  const parts = [];
  for (const { id, init } of node.declaration.declarations) {
    if (id.type !== "Identifier") return null;
    parts.push([id.name, init]);
  }
  return parts;
}

/**
 * A rule by which a file exports nothing but calls of `wrappers`, so that nobody reaches its code without passing the
 * gate. `applies` looks at the file's program; `names` are exports that need no wrapper; `isName` fits the others' names.
 * @param {{ wrappers: string[], message: string, applies?: (program: import("@typescript-eslint/utils").TSESTree.Program) => boolean,
 *   names?: string[], isName?: (name: string) => boolean }} options
 * @returns {RuleModule}
 */
export function onlyCalls({ wrappers, message, applies = () => true, names = [], isName = () => true }) {
  return {
    meta: { type: "problem", messages: { bare: message }, schema: [] },
    defaultOptions: [],
    create(context) {
      const { ast, scopeManager } = context.sourceCode;
      if (!applies(ast)) return {};
      const scope = scopeManager?.scopes.find(({ type }) => type === "module");
      /** @param {Part} part */
      const isGuarded = ([name, value]) =>
        names.includes(name) || (isName(name) && isWrapped(value, wrappers, scope));
      /** @type {(isFine: boolean | undefined, node: Node) => void} */
      const demand = (isFine, node) => {
        if (!isFine) context.report({ node, messageId: "bare" });
      };
      return {
        ExportAllDeclaration: (node) => demand(node.exportKind === "type", node),
        ExportNamedDeclaration: (node) => demand(isType(node) || namedParts(node)?.every(isGuarded), node),
        ExportDefaultDeclaration: (node) => demand(isGuarded(["default", node.declaration]), node),
      };
    },
  };
}
