import type { Unit } from "@upiao/domain";
import { scaleLinear, scalePoint } from "@visx/scale";
import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";
import { type IndicatorYear, sayValue } from "./indicator-years.ts";

interface Props {
  readonly name: string;
  readonly unit: Unit;
  readonly years: readonly IndicatorYear[];
}

const [width, height] = [420, 220];
const room = { top: 24, right: 30, bottom: 30, left: 86 };

/** What was expected and what was read over the years. Lines and marks differ in form, so that colours need not be told apart. */
export function IndicatorChart({ name, unit, years }: Props): ReactNode {
  const { words } = usePage();
  const say = (value: number) => sayValue(words, unit, value);
  const expected = pointsOf(years, ({ expected }) => expected);
  const measured = pointsOf(years, ({ measured }) => measured);
  const values = [...expected, ...measured].map(({ value }) => value);
  const x = scalePoint({
    domain: years.map(({ year }) => year),
    range: [room.left, width - room.right],
    padding: 0.4,
  });
  const domain = [Math.min(0, ...values), Math.max(unit === "PERCENT" ? 100 : 1, ...values)];
  const y = scaleLinear({
    domain,
    range: [height - room.bottom, room.top],
    nice: unit !== "PERCENT",
  });
  const at = ({ year, value }: Point) => `${round(x(year) ?? 0)},${round(y(value))}`;
  const told = [
    expected.length > 0 && words.indicatorsPage.chartExpected(tell(expected, say)),
    measured.length > 0
      ? words.indicatorsPage.chartMeasured(tell(measured, say))
      : words.indicatorsPage.notMeasured,
  ].filter(Boolean);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.indicatorsPage.chart(name, told.join(" "))}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            className="chart-grid"
            x1={room.left}
            x2={width - room.right}
            y1={round(y(tick))}
            y2={round(y(tick))}
          />
          <text x={room.left - 8} y={round(y(tick)) + 4} textAnchor="end">
            {`${say(tick)} `}
          </text>
        </g>
      ))}
      {years.map(({ year }) => (
        <text key={year} x={round(x(year) ?? 0)} y={height - 8} textAnchor="middle">
          {`${year} `}
        </text>
      ))}
      {expected.length > 1 && <polyline className="chart-expected" points={expected.map(at).join(" ")} />}
      {measured.length > 1 && <polyline className="chart-measured" points={measured.map(at).join(" ")} />}
      {expected.map((point) => (
        <rect
          key={point.year}
          className="chart-expected-mark"
          x={round(x(point.year) ?? 0) - 4}
          y={round(y(point.value)) - 4}
          width={8}
          height={8}
        />
      ))}
      {measured.map((point) => (
        <g key={point.year}>
          <circle
            className="chart-measured-mark"
            cx={round(x(point.year) ?? 0)}
            cy={round(y(point.value))}
            r={5}
          />
          <text x={round(x(point.year) ?? 0)} y={round(y(point.value)) - 10} textAnchor="middle">
            {`${say(point.value)} `}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Point {
  readonly year: number;
  readonly value: number;
}

function pointsOf(
  years: readonly IndicatorYear[],
  read: (year: IndicatorYear) => number | null | undefined,
): Point[] {
  return years.flatMap((one) => {
    const value = read(one);
    return value === null || value === undefined ? [] : [{ year: one.year, value }];
  });
}

function tell(points: readonly Point[], say: (value: number) => string): string {
  return points.map(({ year, value }) => `${year}: ${say(value)}`).join("; ");
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
