import { DropMenu } from "@/components/ui/drop-menu";

type Item = { label: string; href: string };

/** Lists in and out as CSV files: what a grid shows goes out, new ones come in where that is allowed. */
export function CsvMenu({ importHref, exports }: { importHref?: string; exports: Item[] }) {
  const ways: Item[] = importHref
    ? [
        { label: "Import from a file", href: importHref },
        { label: "Past imports", href: "/imports" },
      ]
    : [];
  return (
    <DropMenu label={importHref ? "Import, export" : "Export"} align="end">
      {ways.map(({ label, href }) => (
        <a key={href} className="menu-item" href={href}>
          {label}
        </a>
      ))}
      {exports.map(({ label, href }) => (
        <a key={href} className="menu-item" href={href} download>
          {label}
        </a>
      ))}
    </DropMenu>
  );
}
