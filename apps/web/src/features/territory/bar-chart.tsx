import { AxisLeft } from "@visx/axis";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";

export interface BarOfChart {
  readonly key: string;
  readonly words: string;
  readonly count: number;
}

interface Props {
  readonly label: string;
  readonly bars: readonly BarOfChart[];
  /** Words that are too long to stand beside their bars stand above them. */
  readonly wordsAbove?: boolean;
}

const [width, barRoom, wordsRoom] = [360, 30, 16];
const room = { right: 34, left: 128 };

/** How many there are of each kind, lying down: the words beside them are longer than they are wide. */
export function BarChart({ label, bars, wordsAbove = false }: Props) {
  const [above, left] = wordsAbove ? [wordsRoom, 0] : [0, room.left];
  const height = bars.length * (barRoom + above);
  const y = scaleBand({
    domain: bars.map(({ key }) => key),
    range: [0, height],
    padding: wordsAbove ? 0 : 0.25,
  });
  const thickness = wordsAbove ? barRoom * 0.75 : y.bandwidth();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const x = scaleLinear({ domain: [0, most], range: [0, width - left - room.right] });
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {!wordsAbove && (
        <AxisLeft
          scale={y}
          left={left}
          hideAxisLine
          hideTicks
          tickClassName="chart-tick"
          numTicks={bars.length}
          tickFormat={(key) => bars.find((bar) => bar.key === key)?.words ?? ""}
        />
      )}
      {bars.map(({ key, words, count }) => (
        <g key={key} className="chart-bar">
          {wordsAbove && (
            <text x={0} y={(y(key) ?? 0) + above - 5}>
              {words}
            </text>
          )}
          <Bar
            className={`heat-bar heat-bar-${key.toLowerCase().replaceAll("_", "-")}`}
            x={left}
            y={(y(key) ?? 0) + above}
            width={x(count)}
            height={thickness}
          />
          <text x={left + x(count) + 6} y={(y(key) ?? 0) + above + thickness / 2} dy="0.35em">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
