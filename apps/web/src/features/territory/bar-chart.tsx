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
}

const [width, rowHeight] = [360, 30];
const room = { right: 34, left: 128 };

/** How many there are of each kind, lying down: the words beside them are longer than they are wide. */
export function BarChart({ label, bars }: Props) {
  const height = bars.length * rowHeight;
  const y = scaleBand({ domain: bars.map(({ words }) => words), range: [0, height], padding: 0.25 });
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const x = scaleLinear({ domain: [0, most], range: [0, width - room.left - room.right] });
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <AxisLeft
        scale={y}
        left={room.left}
        hideAxisLine
        hideTicks
        tickClassName="chart-tick"
        numTicks={bars.length}
      />
      {bars.map(({ key, words, count }) => (
        <g key={key} className="chart-bar">
          <Bar
            className={`heat-bar heat-bar-${key.toLowerCase().replaceAll("_", "-")}`}
            x={room.left}
            y={y(words)}
            width={x(count)}
            height={y.bandwidth()}
          />
          <text x={room.left + x(count) + 6} y={(y(words) ?? 0) + y.bandwidth() / 2} dy="0.35em">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
