import fc from "fast-check";
import { localText, momentOf } from "@/lib/platform/local-moments";

const at = (text: string, zone: string) => momentOf(text, zone)?.toISOString();

describe("a local date and time", () => {
  it("means a moment in its time zone", () => {
    expect(at("2026-11-03T14:05", "UTC")).toBe("2026-11-03T14:05:00.000Z");
    expect(at("2026-11-03T14:05", "Europe/Vienna")).toBe("2026-11-03T13:05:00.000Z");
    expect(at("2026-07-03T00:30", "Asia/Kolkata")).toBe("2026-07-02T19:00:00.000Z");
  });

  it("is the earlier one when the clocks go through it twice, and holds when they skip it", () => {
    expect(at("2026-10-25T02:30", "Europe/Vienna")).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-03-29T02:30", "Europe/Vienna")).toBe("2026-03-29T01:30:00.000Z");
  });

  it("is none when it is not written as a field writes it, or is no date", () => {
    for (const text of [
      "",
      "yesterday",
      "2026-11-03",
      "2026-13-03T10:00",
      "2026-11-03T25:00",
      "2026-11-03T10:00Z",
    ])
      expect(momentOf(text, "UTC")).toBeNull();
  });

  it("comes back from every minute of every zone", () => {
    const zone = fc.constantFrom(
      "UTC",
      "Europe/London",
      "America/New_York",
      "Asia/Kathmandu",
      "Pacific/Auckland",
    );
    const minute = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (timeZone, minutes) => {
        const text = localText(new Date(minutes * 60_000), timeZone);
        const back = momentOf(text, timeZone);
        expect(back && localText(back, timeZone)).toBe(text);
        expect([0, 3_600_000]).toContain(minutes * 60_000 - (back?.getTime() ?? 0));
      }),
    );
  });
});
