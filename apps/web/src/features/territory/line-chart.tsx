import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scalePoint } from "@visx/scale";
import { LinePath } from "@visx/shape";

interface Point {
  readonly year: number;
  readonly value: number | null;
}

export interface Line {
  readonly key: "value" | "target";
  readonly points: readonly Point[];
}

interface Props {
  /** What it shows, in a sentence: the picture says nothing else. */
  readonly label: string;
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  /** Where the scale ends; without, at the highest value. */
  readonly highest?: number;
}

const [width, height] = [360, 210];
const room = { top: 22, right: 24, bottom: 28, left: 80 };

/** Values over the years. What is expected is dashed and has other marks: the colours need not be told apart. */
export function LineChart({ label, lines, format, highest }: Props) {
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].sort();
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const x = scalePoint({ domain: years, range: [room.left, width - room.right], padding: 0.3 });
  const domain = [Math.min(0, ...values), highest ?? Math.max(1, ...values)];
  const y = scaleLinear({ domain, range: [height - room.bottom, room.top], nice: highest === undefined });
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <AxisLeft
        scale={y}
        left={room.left}
        numTicks={4}
        tickFormat={(value) => format(Number(value))}
        hideAxisLine
        hideTicks
        tickClassName="chart-tick"
      />
      {y.ticks(4).map((tick) => (
        <line
          key={tick}
          className="chart-grid"
          x1={room.left}
          x2={width - room.right}
          y1={y(tick)}
          y2={y(tick)}
        />
      ))}
      <AxisBottom
        scale={x}
        top={height - room.bottom}
        tickFormat={(year) => String(year)}
        hideTicks
        tickClassName="chart-tick"
        axisClassName="chart-axis"
      />
      {lines.map(({ key, points }) => {
        const known = points.filter((point): point is Point & { value: number } => point.value !== null);
        return (
          <g key={key} className={`chart-line chart-line-${key}`}>
            <LinePath data={known} x={({ year }) => x(year) ?? 0} y={({ value }) => y(value)} />
            {known.map(({ year, value }) => (
              <circle key={year} cx={x(year)} cy={y(value)} r={key === "value" ? 4 : 2.5} />
            ))}
            {key === "value" &&
              known.map(({ year, value }) => (
                <text key={year} x={x(year)} y={y(value) - 9} textAnchor="middle">
                  {format(value)}
                </text>
              ))}
          </g>
        );
      })}
    </svg>
  );
}
