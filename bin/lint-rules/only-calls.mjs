const AUTH = /^@\/lib\/auth(\/|$)/;

/** Whether `node` is a call of one of `wrappers` that was imported from lib/auth under its own name. */
function isWrapped(node, wrappers, scope) {
  if (node?.type !== "CallExpression" || !wrappers.includes(node.callee.name)) return false;
  const definition = scope.set.get(node.callee.name)?.defs[0];
  return (
    definition?.type === "ImportBinding" &&
    definition.node.imported?.name === node.callee.name &&
    AUTH.test(definition.parent.source.value)
  );
}

const isType = (node) =>
  node.exportKind === "type" ||
  ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"].includes(node.declaration?.type);

/**
 * The parts of an export that have a name: [name, value] pairs, or null when what is exported cannot be seen here
 * (`export *`, `export { … }`, functions, classes, destructuring).
 */
function namedParts(node) {
  if (node.declaration?.type !== "VariableDeclaration" || node.declaration.kind !== "const") return null;
  const pairs = node.declaration.declarations.map(({ id, init }) => [id.name, init]);
  return pairs.every(([name]) => name) ? pairs : null;
}

/**
 * A rule by which a file exports nothing but calls of `wrappers`, so that nobody reaches its code without passing the
 * gate. `applies` looks at the file's program; `names` are exports that need no wrapper; `isName` fits the others' names.
 */
export function onlyCalls({ wrappers, message, applies = () => true, names = [], isName = () => true }) {
  return {
    meta: { type: "problem", messages: { bare: message }, schema: [] },
    create(context) {
      const { ast, scopeManager } = context.sourceCode;
      if (!applies(ast)) return {};
      const moduleScope =
        scopeManager.scopes.find((scope) => scope.type === "module") ?? scopeManager.globalScope;
      const refuse = (node) => context.report({ node, messageId: "bare" });
      const isGuarded = ([name, value]) =>
        names.includes(name) || (isName(name) && isWrapped(value, wrappers, moduleScope));
      return {
        ExportAllDeclaration: (node) => isType(node) || refuse(node),
        ExportNamedDeclaration: (node) => isType(node) || namedParts(node)?.every(isGuarded) || refuse(node),
        ExportDefaultDeclaration: (node) => isGuarded(["default", node.declaration]) || refuse(node),
      };
    },
  };
}
