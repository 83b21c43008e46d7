const EPOCH = 1420070400000n;
let serial = 0n;

/** An id as Discord makes them: time, then a serial number. */
export function snowflake(at: number = Date.now()): string {
  serial = (serial + 1n) & 0x3fffffn;
  return (((BigInt(Math.trunc(at)) - EPOCH) << 22n) | serial).toString();
}
