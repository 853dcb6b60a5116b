import sharp from "sharp";
import { Refusal } from "@/lib/platform/errors";

// Twice what the frames give a logo, for screens with two pixels to a point.
const WIDTH = 480;
const HEIGHT = 120;

// Some megabytes can unpack to a picture that fills the memory.
const MOST_PIXELS = 25_000_000;

const signatures = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
];

const refuse = (logo: string) => new Refusal("invalid", "This picture was not taken.", { logo });

// By its first bytes, whatever it is called: an SVG is a program that draws, and other formats have readers nobody needs here.
function isPicture(file: Buffer): boolean {
  const isWebp = file.toString("latin1", 0, 4) === "RIFF" && file.toString("latin1", 8, 12) === "WEBP";
  return isWebp || signatures.some((bytes) => bytes.every((byte, at) => file[at] === byte));
}

/**
 * Makes a logo of an uploaded PNG, JPEG or WebP: a PNG of at most 480 × 120 pixels, drawn anew, so that nothing of the file itself is
 * ever served. Refuses anything else.
 */
export async function encodeLogo(file: Buffer): Promise<Buffer> {
  if (!isPicture(file))
    throw refuse("This is no PNG, JPEG or WebP picture. Save the logo as one of these; PNG is best.");
  try {
    return await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .autoOrient()
      .resize({ width: WIDTH, height: HEIGHT, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .timeout({ seconds: 10 })
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch {
    throw refuse("The picture is damaged or too large to unpack. Save it again, smaller, and choose it.");
  }
}
