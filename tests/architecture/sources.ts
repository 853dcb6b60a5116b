import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** A file of the application, its path written from the root with forward slashes. */
export type Source = { path: string; text: string };

/** An import as it is written: what is imported, from the root where it is ours, and whether only its types are. */
export type Import = { target: string; typesOnly: boolean };

const root = join(__dirname, "../..");

/** Every file below `folder` whose name ends in one of `endings`. */
export function listSources(folder: string, endings = [".ts", ".tsx"]): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1), entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const fromClause = /\b(?:import|export)\s+(type\s)?(?:[\w*{][^;"']*?\sfrom\s+)?["']([^"']+)["']/g;
const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** What `source` imports, statically or on demand. */
export function listImports({ path, text }: Source): Import[] {
  const own = (target: string) => {
    if (target.startsWith("@/")) return target.slice(2);
    return target.startsWith(".") ? posix.join(dirname(path), target) : target;
  };
  return [
    ...[...text.matchAll(fromClause)].map(([, type, target = ""]) => ({
      target: own(target),
      typesOnly: Boolean(type),
    })),
    ...[...text.matchAll(dynamic)].map(([, target = ""]) => ({ target: own(target), typesOnly: false })),
  ];
}
