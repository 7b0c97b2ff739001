/**
 * Money is a bigint of fen (1 yuan = 100 fen); shares and percentages are integer basis points (10 000 = 100 %).
 * Every division names its rounding.
 */
export type Fen = bigint

const BPS_WHOLE = 10_000n

/** `amountFen × rateBps / 10 000`, rounded down to a whole fen. */
export function shareOfFloor(amountFen: Fen, rateBps: number): Fen {
  return (amountFen * BigInt(rateBps)) / BPS_WHOLE
}

/** `300000n` → `¥3,000.00`; for screens, letters and workings. */
export function formatYuan(amountFen: Fen): string {
  const sign = amountFen < 0n ? '-' : ''
  const abs = amountFen < 0n ? -amountFen : amountFen
  const whole = (abs / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${sign}¥${whole}.${(abs % 100n).toString().padStart(2, '0')}`
}

export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b
}

export function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b
}
