/** Value of a function at `point`; adds its slope there to `slope`, which is zero before. */
export type Smooth = (point: Float64Array, slope: Float64Array) => number;

/** Steps that are remembered. */
const MEMORY = 8;
const ROUNDS = 400;
/** A slope this flat is the bottom. */
const FLAT = 1e-7;
/** Share of the promised descent that a step must keep (Armijo 1966). */
const KEPT = 1e-4;

/** Where a convex function of `size` numbers is least: L-BFGS (Nocedal 1980) from zero, with backtracking. */
export function minimise(smooth: Smooth, size: number): Float64Array {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = smooth(point, slope);
  const past: { step: Float64Array; change: Float64Array }[] = [];
  for (let round = 0; round < ROUNDS && Math.sqrt(dot(slope, slope)) > FLAT; round += 1) {
    const way = descent(slope, past);
    const promised = dot(way, slope);
    let length = past.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
    let next = point;
    let nextSlope = slope;
    let nextValue = value;
    for (; length > 1e-12; length /= 2) {
      next = point.map((each, at) => each + length * (way[at] as number));
      nextSlope = new Float64Array(size);
      nextValue = smooth(next, nextSlope);
      if (nextValue <= value + KEPT * length * promised) break;
    }
    if (!(nextValue < value)) break;
    const step = next.map((each, at) => each - (point[at] as number));
    const change = nextSlope.map((each, at) => each - (slope[at] as number));
    if (dot(step, change) > 1e-12) past.push({ step, change });
    if (past.length > MEMORY) past.shift();
    [point, slope, value] = [next, nextSlope, nextValue];
  }
  return point;
}

/** The slope turned downhill and scaled by what the last steps tell of the curvature. */
function descent(slope: Float64Array, past: readonly { step: Float64Array; change: Float64Array }[]): Float64Array {
  const way = slope.slice();
  const shares: number[] = [];
  for (const { step, change } of past.toReversed()) {
    const share = dot(step, way) / dot(step, change);
    shares.push(share);
    add(way, change, -share);
  }
  const last = past.at(-1);
  if (last !== undefined) {
    const scale = dot(last.step, last.change) / dot(last.change, last.change);
    for (let at = 0; at < way.length; at += 1) way[at] = (way[at] as number) * scale;
  }
  for (const { step, change } of past) {
    const share = shares.pop() as number;
    add(way, step, share - dot(change, way) / dot(step, change));
  }
  return way.map((each) => -each);
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + times * (what[at] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
